// The arrivals of a scenario: where, by which process, and how much; another process keeps about the same rate.
import { Plus, Trash2 } from 'lucide-react';
import type { Arrival } from '../../../src/model/design.ts';
import { documentStore, edit, useDocument } from '../../state/document.ts';
import { scenarioAtHand } from '../../state/selectors.ts';
import { t } from '../../texts.ts';
import { changeProcess } from '../fields/change-variant.ts';
import type { FieldDescription, VariantShape } from '../fields/describe.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { FindingsAt } from '../fields/FindingsAt.tsx';
import { componentName } from '../../../src/model/graph.ts';
import { SchemaField } from '../fields/SchemaField.tsx';
import { usePath, useValue } from '../fields/target.ts';
import { ProfilePlot } from './ProfilePlot.tsx';
import { newArrival } from './scenarios.ts';

function changeArrivals(
  label: string,
  scenarioId: string,
  change: (arrivals: Arrival[], durationS: number) => Arrival[],
): void {
  edit(label, (draft) => {
    const scenario = scenarioAtHand(draft, scenarioId);
    if (scenario) scenario.arrivals = change(scenario.arrivals, scenario.durationS);
  });
}

interface ArrivalCardProps {
  readonly scenarioId: string;
  readonly shape: VariantShape;
  readonly at: number;
}

export function ArrivalCard({ scenarioId, shape, at }: ArrivalCardProps) {
  const keys = ['arrivals', at];
  const process = useValue([...keys, 'process']) as Arrival['process'];
  const path = usePath(keys);
  const place = useValue([...keys, 'at']);
  const name = useDocument(({ design }) => componentName(design, String(place)));
  const fields = shape.variants.find((variant) => variant.name === process)?.fields ?? [];
  const [atField, ...rest] = fields;
  const title = t('scenario.arrivalsAt', { where: name });
  return (
    <div className="field-entry scenario-arrival" role="group" aria-label={title}>
      <div className="field-entry-fields">
        <FindingsAt path={path} />
        {atField && <SchemaField field={atField} keys={[...keys, 'at']} />}
        <FieldRow title={t('scenario.process')} help={t(`scenario.processes.${process}.help`)} path={`${path}.process`}>
          {(control) => (
            <select
              {...control}
              className="field-input field-select"
              value={process}
              onChange={(event) =>
                changeArrivals(t('scenario.stepProcess'), scenarioId, (arrivals, durationS) =>
                  arrivals.map((arrival, index) =>
                    index === at
                      ? changeProcess(arrival, event.target.value as Arrival['process'], durationS)
                      : arrival,
                  ),
                )
              }
            >
              {shape.variants.map((variant) => (
                <option key={variant.name} value={variant.name}>
                  {t(`scenario.processes.${variant.name as Arrival['process']}.title`)}
                </option>
              ))}
            </select>
          )}
        </FieldRow>
        {rest.map((field) => (
          <SchemaField key={field.key} field={field} keys={[...keys, field.key]} />
        ))}
        {process === 'profile' && <ProfilePlot keys={[...keys, 'points']} />}
      </div>
      <button
        type="button"
        className="field-button field-icon-button"
        aria-label={t('scenario.removeArrivalsAt', { where: name })}
        title={t('fields.remove')}
        onClick={() =>
          changeArrivals(t('scenario.stepRemoveArrivals'), scenarioId, (arrivals) =>
            arrivals.filter((_, index) => index !== at),
          )
        }
      >
        <Trash2 size={12} aria-hidden="true" />
      </button>
    </div>
  );
}

export function ArrivalsField({ scenarioId, field }: { scenarioId: string; field: FieldDescription }) {
  const count = useDocument(({ design }) => scenarioAtHand(design, scenarioId)?.arrivals.length ?? 0);
  const shape = field.shape.type === 'list' ? field.shape.item : null;
  if (shape?.type !== 'variant') return null;
  const add = (): void =>
    changeArrivals(t('scenario.stepAddArrivals'), scenarioId, (arrivals) => [
      ...arrivals,
      newArrival(documentStore.getState().design),
    ]);
  return (
    <div className="scenario-arrivals">
      <FindingsAt path={`scenarios.${scenarioId}.arrivals`} />
      {count === 0 && <p className="field-note">{t('scenario.nothingArrives')}</p>}
      {Array.from({ length: count }, (_, at) => (
        <ArrivalCard key={at} scenarioId={scenarioId} shape={shape} at={at} />
      ))}
      <button type="button" className="field-button" onClick={add}>
        <Plus size={12} aria-hidden="true" /> {t('scenario.addArrivals')}
      </button>
    </div>
  );
}
