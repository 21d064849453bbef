// The timeline large, with the fields of what is selected beside it.
import { useMemo, useState } from 'react';
import { nameOf } from '../../../../src/model/graph.ts';
import { useDocument } from '../../../state/document.ts';
import { closeDialog } from '../../../state/panels.ts';
import { scenarioAtHand, useScenarioId } from '../../../state/selectors.ts';
import { t } from '../../../texts.ts';
import { Dialog } from '../../../theme/Dialog.tsx';
import { FindingsAt } from '../../fields/FindingsAt.tsx';
import { FieldForm } from '../../fields/InnerField.tsx';
import { SchemaField } from '../../fields/SchemaField.tsx';
import { TargetContext } from '../../fields/target.ts';
import { VariantField } from '../../fields/VariantField.tsx';
import { ArrivalCard } from '../ArrivalsField.tsx';
import { scenarioFields } from '../sections.ts';
import type { Item } from './moves.ts';
import { Timeline } from './Timeline.tsx';

function shapeOf(list: Item['list']) {
  const field = scenarioFields.find(({ key }) => key === list);
  if (field?.shape.type !== 'list' || field.shape.item.type !== 'variant')
    throw new Error(`the schema of a scenario has no list of ${list}`);
  return { field, shape: field.shape.item };
}

function ItemFields({ scenarioId, item }: { scenarioId: string; item: Item }) {
  const { field, shape } = shapeOf(item.list);
  const keys = [item.list, item.at];
  if (item.list === 'arrivals') return <ArrivalCard scenarioId={scenarioId} shape={shape} at={item.at} />;
  return (
    <>
      <FindingsAt path={`scenarios.${scenarioId}.${item.list}.${item.at}`} />
      <VariantField field={field} shape={shape} keys={keys} />
    </>
  );
}

function LargeTimeline({ id }: { id: string }) {
  const [selected, setSelected] = useState<Item | null>(null);
  const name = useDocument(({ design }) => nameOf(scenarioAtHand(design, id) ?? { id }));
  const isThere = useDocument(({ design }) => {
    const scenario = scenarioAtHand(design, id);
    return selected !== null && (scenario?.[selected.list] ?? []).length > selected.at;
  });
  const target = useMemo(() => ({ bases: [['scenarios', id]], noun: name }), [id, name]);
  return (
    <TargetContext value={target}>
      <div className="timeline-dialog">
        <div className="timeline-dialog-main">
          <Timeline scenarioId={id} isLarge selected={selected} onOpen={setSelected} />
        </div>
        <form
          className="timeline-dialog-fields"
          aria-label={t('scenario.fieldsOfSelected')}
          onSubmit={(event) => event.preventDefault()}
        >
          {selected !== null && isThere ? (
            <FieldForm value={SchemaField}>
              <ItemFields key={`${selected.list} ${selected.at}`} scenarioId={id} item={selected} />
            </FieldForm>
          ) : (
            <p className="field-note">{t('scenario.selectABar')}</p>
          )}
        </form>
      </div>
    </TargetContext>
  );
}

export function TimelineDialog() {
  const id = useScenarioId();
  const name = useDocument(({ design }) => nameOf(scenarioAtHand(design, id) ?? { id: '' }));
  return (
    <Dialog title={t('scenario.timelineOf', { name })} wide onClose={closeDialog}>
      {id === null ? <p>{t('scenario.what')}</p> : <LargeTimeline id={id} />}
    </Dialog>
  );
}
