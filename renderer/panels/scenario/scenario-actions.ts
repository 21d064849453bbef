// What can be done with the list of scenarios, each as one step of the history.
import { documentStore, edit } from '../../state/document.ts';
import { panelsStore, showTab } from '../../state/panels.ts';
import { scenarioAtHand } from '../../state/selectors.ts';
import { t } from '../../texts.ts';
import { reveal } from '../fields/reveal.ts';
import { copyOf, moveScenario, newScenario } from './scenarios.ts';

export function addScenario(): void {
  const scenario = newScenario(documentStore.getState().design);
  edit(t('scenario.stepAdd'), (draft) => {
    draft.scenarios = [...(draft.scenarios ?? []), scenario];
  });
  panelsStore.setState({ scenarioId: scenario.id });
}

export function copyScenario(id: string): void {
  const { design } = documentStore.getState();
  const scenario = scenarioAtHand(design, id);
  if (!scenario) return;
  const copy = copyOf(design, scenario);
  edit(t('scenario.stepDuplicate'), (draft) => {
    const at = (draft.scenarios ?? []).findIndex((candidate) => candidate.id === id);
    draft.scenarios?.splice(at + 1, 0, copy);
  });
  panelsStore.setState({ scenarioId: copy.id });
}

export function removeScenario(id: string): void {
  edit(t('scenario.stepDelete'), (draft) => {
    draft.scenarios = (draft.scenarios ?? []).filter((scenario) => scenario.id !== id);
  });
  panelsStore.setState({ scenarioId: null });
}

export function reorderScenario(id: string, by: -1 | 1): void {
  edit(t('scenario.stepReorder'), (draft) => moveScenario(draft, id, by));
  panelsStore.setState({ scenarioId: id });
}

/** Leads to the field of its name. */
export function renameScenario(id: string): void {
  showTab('scenario');
  reveal(`scenarios.${id}.name`);
}
