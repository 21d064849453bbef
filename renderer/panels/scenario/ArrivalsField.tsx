// The arrivals of a scenario: where, by which process, and how much; another process keeps about the same rate.
import { Plus, Trash2 } from 'lucide-react';
import type { Arrival } from '../../../src/model/design.ts';
import { documentStore, edit, useDocument } from '../../state/document.ts';
import { scenarioAtHand } from '../../state/selectors.ts';
import { changeProcess } from '../fields/change-variant.ts';
import type { FieldDescription, VariantShape } from '../fields/describe.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { FindingsAt } from '../fields/FindingsAt.tsx';
import { nameOf } from '../../../src/model/graph.ts';
import { SchemaField } from '../fields/SchemaField.tsx';
import { usePath, useValue } from '../fields/target.ts';
import { ProfilePlot } from './ProfilePlot.tsx';
import { newArrival } from './scenarios.ts';

const PROCESSES: Readonly<Record<Arrival['process'], { readonly title: string; readonly help: string }>> = {
  poisson: { title: 'Poisson', help: 'Independent requests at a steady mean rate, as from very many users.' },
  deterministic: { title: 'Deterministic', help: 'Evenly spaced, the first after one interval.' },
  mmpp: { title: 'Bursts (MMPP)', help: 'A Poisson process whose rate goes from state to state.' },
  profile: { title: 'Profile', help: 'A Poisson process whose rate follows a curve over time.' },
  trace: { title: 'Trace', help: 'Measured times of arrival, played once.' },
  closed: { title: 'Closed users', help: 'A fixed number of users who each wait for the answer and then think.' },
};

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

function ArrivalCard({ scenarioId, shape, at }: ArrivalCardProps) {
  const keys = ['arrivals', at];
  const process = useValue([...keys, 'process']) as Arrival['process'];
  const path = usePath(keys);
  const place = useValue([...keys, 'at']);
  const name = useDocument(({ design }) =>
    nameOf(design.components.find((component) => component.id === place) ?? { id: String(place) }),
  );
  const fields = shape.variants.find((variant) => variant.name === process)?.fields ?? [];
  const [atField, ...rest] = fields;
  const title = `Arrivals at ${name}`;
  return (
    <div className="field-entry scenario-arrival" role="group" aria-label={title}>
      <div className="field-entry-fields">
        <FindingsAt path={path} />
        {atField && <SchemaField field={atField} keys={[...keys, 'at']} />}
        <FieldRow title="Process" help={PROCESSES[process]?.help} path={`${path}.process`}>
          {(control) => (
            <select
              {...control}
              className="field-input field-select"
              value={process}
              onChange={(event) =>
                changeArrivals('change process of arrivals', scenarioId, (arrivals, durationS) =>
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
                  {PROCESSES[variant.name as Arrival['process']].title}
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
        aria-label={`Remove arrivals at ${name}`}
        title="Remove"
        onClick={() =>
          changeArrivals('remove arrivals', scenarioId, (arrivals) => arrivals.filter((_, index) => index !== at))
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
    changeArrivals('add arrivals', scenarioId, (arrivals) => [
      ...arrivals,
      newArrival(documentStore.getState().design),
    ]);
  return (
    <div className="scenario-arrivals">
      <FindingsAt path={`scenarios.${scenarioId}.arrivals`} />
      {count === 0 && <p className="field-note">Nothing arrives yet.</p>}
      {Array.from({ length: count }, (_, at) => (
        <ArrivalCard key={at} scenarioId={scenarioId} shape={shape} at={at} />
      ))}
      <button type="button" className="field-button" onClick={add}>
        <Plus size={12} aria-hidden="true" /> Add arrivals
      </button>
    </div>
  );
}
