// The "Scenario" tab: which load is run, for how long, and what goes wrong meanwhile.
import { useMemo } from 'react';
import { Copy, Plus, Trash2 } from 'lucide-react';
import { documentStore, edit, useDocument } from '../../state/document.ts';
import { panelsStore } from '../../state/panels.ts';
import { scenarioAtHand, useScenarioId, useWorstWithin } from '../../state/selectors.ts';
import { HelpLine } from '../fields/HelpLine.tsx';
import { FindingsAt } from '../fields/FindingsAt.tsx';
import { nameOf } from '../../../src/model/graph.ts';
import { useIsSought } from '../fields/reveal.ts';
import { SchemaField } from '../fields/SchemaField.tsx';
import { TargetContext } from '../fields/target.ts';
import { FormSection } from '../inspector/FormSection.tsx';
import { ArrivalsField } from './ArrivalsField.tsx';
import { scenarioSections, type ScenarioSection } from './sections.ts';
import { copyOf, newScenario } from './scenarios.ts';
import './scenario.css';

function addScenario(): void {
  const scenario = newScenario(documentStore.getState().design);
  edit('add scenario', (draft) => {
    draft.scenarios = [...(draft.scenarios ?? []), scenario];
  });
  panelsStore.setState({ scenarioId: scenario.id });
}

function copyScenario(id: string): void {
  const { design } = documentStore.getState();
  const scenario = scenarioAtHand(design, id);
  if (!scenario) return;
  const copy = copyOf(design, scenario);
  edit('duplicate scenario', (draft) => void draft.scenarios?.push(copy));
  panelsStore.setState({ scenarioId: copy.id });
}

function removeScenario(id: string): void {
  edit('delete scenario', (draft) => {
    draft.scenarios = (draft.scenarios ?? []).filter((scenario) => scenario.id !== id);
  });
  panelsStore.setState({ scenarioId: null });
}

/** Which scenario is at hand, and what can be done with the list. */
function ScenarioChoice({ id }: { id: string | null }) {
  const names = useDocument(({ design }) =>
    (design.scenarios ?? []).map((scenario) => `${scenario.id}\n${nameOf(scenario)}`).join('\n\n'),
  );
  const choices = names === '' ? [] : names.split('\n\n').map((pair) => pair.split('\n'));
  return (
    <div className="scenario-choice">
      <select
        className="field-input field-select"
        aria-label="Scenario to edit and run"
        value={id ?? ''}
        disabled={id === null}
        onChange={(event) => panelsStore.setState({ scenarioId: event.target.value })}
      >
        {id === null && <option value="">no scenario</option>}
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="field-button field-icon-button"
        aria-label="Add scenario"
        title="Add"
        onClick={addScenario}
      >
        <Plus size={14} aria-hidden="true" />
      </button>
      {id !== null && (
        <>
          <button
            type="button"
            className="field-button field-icon-button"
            aria-label="Duplicate scenario"
            title="Duplicate"
            onClick={() => copyScenario(id)}
          >
            <Copy size={14} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="field-button field-icon-button"
            aria-label="Delete scenario"
            title="Delete"
            onClick={() => removeScenario(id)}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        </>
      )}
    </div>
  );
}

function ScenarioSectionForm({ id, title, folded, fields }: ScenarioSection & { id: string }) {
  const paths = fields.map((field) => `scenarios.${id}.${field.key}`);
  const isSought = useIsSought(paths);
  const worst = useWorstWithin(paths);
  return (
    <FormSection form="scenario" title={title} openAtFirst={!folded} worst={worst} isSought={isSought}>
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

function ScenarioForm({ id }: { id: string }) {
  const name = useDocument(({ design }) => nameOf(scenarioAtHand(design, id) ?? { id }));
  const target = useMemo(() => ({ bases: [['scenarios', id]], noun: name }), [id, name]);
  return (
    <TargetContext value={target}>
      <form className="scenario-form" aria-label={name} onSubmit={(event) => event.preventDefault()}>
        <FindingsAt path={`scenarios.${id}`} />
        {scenarioSections.map(({ title, folded, fields }) => (
          <ScenarioSectionForm key={title} id={id} title={title} folded={folded} fields={fields} />
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
          <p>A scenario says what load arrives, and for how long.</p>
          <button type="button" className="field-button" onClick={addScenario}>
            <Plus size={12} aria-hidden="true" /> Add a scenario
          </button>
        </div>
      ) : (
        <ScenarioForm key={id} id={id} />
      )}
      <HelpLine />
    </div>
  );
}
