// The "Scenario" tab: which load is run, for how long, and what goes wrong meanwhile.
import { useMemo } from 'react';
import { Plus } from 'lucide-react';
import { nameOf } from '../../../src/model/graph.ts';
import { documentStore, useDocument } from '../../state/document.ts';
import { scenarioAtHand, useScenarioId, useWorstWithin } from '../../state/selectors.ts';
import { t } from '../../texts.ts';
import { FindingsAt } from '../fields/FindingsAt.tsx';
import { HelpLine } from '../fields/HelpLine.tsx';
import { reveal, useIsSought } from '../fields/reveal.ts';
import { SchemaField } from '../fields/SchemaField.tsx';
import { TargetContext } from '../fields/target.ts';
import { FormSection } from '../inspector/FormSection.tsx';
import { ArrivalsField } from './ArrivalsField.tsx';
import { ScenarioChoice } from './ScenarioChoice.tsx';
import { addScenario } from './scenario-actions.ts';
import { scenarioSections, type ScenarioSection } from './sections.ts';
import type { Item } from './timeline/moves.ts';
import { Timeline } from './timeline/Timeline.tsx';
import './scenario.css';

function ScenarioSectionForm({ id, section }: { id: string; section: ScenarioSection }) {
  const { key, folded, fields } = section;
  const paths = fields.map((field) => `scenarios.${id}.${field.key}`);
  const isSought = useIsSought(paths);
  const worst = useWorstWithin(paths);
  return (
    <FormSection form="scenario" section={key} openAtFirst={!folded} worst={worst} isSought={isSought}>
      {fields.map((field) =>
        field.key === 'arrivals' ? (
          <ArrivalsField key={field.key} scenarioId={id} field={field} />
        ) : (
          <SchemaField key={field.key} field={field} keys={[field.key]} />
        ),
      )}
    </FormSection>
  );
}

/** The field that stands for a whole bar: where it strikes. */
function openFields(id: string, { list, at }: Item): void {
  const { design } = documentStore.getState();
  const fault = list === 'faults' ? scenarioAtHand(design, id)?.faults?.[at] : undefined;
  reveal(`scenarios.${id}.${list}.${at}.${fault && 'connection' in fault ? 'connection' : 'at'}`);
}

function ScenarioForm({ id }: { id: string }) {
  const name = useDocument(({ design }) => nameOf(scenarioAtHand(design, id) ?? { id }));
  const target = useMemo(() => ({ bases: [['scenarios', id]], noun: name }), [id, name]);
  const [run, ...others] = scenarioSections;
  return (
    <TargetContext value={target}>
      <form className="scenario-form" aria-label={name} onSubmit={(event) => event.preventDefault()}>
        <FindingsAt path={`scenarios.${id}`} />
        {run && <ScenarioSectionForm id={id} section={run} />}
        <FormSection form="scenario" section="timeline" openAtFirst>
          <Timeline scenarioId={id} onOpen={(item) => openFields(id, item)} />
        </FormSection>
        {others.map((section) => (
          <ScenarioSectionForm key={section.key} id={id} section={section} />
        ))}
      </form>
    </TargetContext>
  );
}

export function ScenarioPanel() {
  const id = useScenarioId();
  return (
    <div className="scenario fields-panel">
      <ScenarioChoice id={id} />
      <FindingsAt path="scenarios" />
      {id === null ? (
        <div className="scenario-empty">
          <p>{t('scenario.what')}</p>
          <button type="button" className="field-button" onClick={addScenario}>
            <Plus size={12} aria-hidden="true" /> {t('scenario.addFirst')}
          </button>
        </div>
      ) : (
        <ScenarioForm key={id} id={id} />
      )}
      <HelpLine />
    </div>
  );
}
