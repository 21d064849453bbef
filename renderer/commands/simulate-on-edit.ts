// "Simulate on every edit": a moment after the last edit the scenario at hand is run anew, and a run that an edit has
// overtaken is cancelled. Errors in the design pause it; it goes on by itself once they are mended.
import type { Design } from '../../src/model/design.ts';
import { documentStore } from '../state/document.ts';
import { panelsStore } from '../state/panels.ts';
import { resultsStore, shownRun } from '../state/results.ts';
import { findingsOf, scenarioAtHand } from '../state/selectors.ts';
import { rerunSimulation } from './simulation-actions.ts';

/** Long enough not to run for each key of a number, short enough to feel at once. */
const PAUSE_MS = 300;

/** What the figures on the screen, or those under way, are of. */
function isUpToDate(scenarioId: string, revision: number): boolean {
  const results = resultsStore.getState();
  const run = results.underWay ?? shownRun(results);
  return run?.revision === revision && run.scenario === scenarioId;
}

function rerun(): void {
  const { simulateOnEdit, scenarioId } = panelsStore.getState();
  const { design, revision } = documentStore.getState();
  const scenario = scenarioAtHand(design, scenarioId);
  if (!simulateOnEdit || !scenario || design.components.length === 0) return;
  if (isUpToDate(scenario.id, revision) || hasErrors(design)) return;
  rerunSimulation();
}

function hasErrors(design: Design): boolean {
  return findingsOf(design).some(({ severity }) => severity === 'error');
}

/** Once, at the start of the window; answers how to stop listening. */
export function simulateOnEdits(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    if (panelsStore.getState().simulateOnEdit) timer = setTimeout(rerun, PAUSE_MS);
  };
  const ends = [
    documentStore.subscribe((now, before) => {
      if (now.revision !== before.revision && now.generation === before.generation) soon();
    }),
    panelsStore.subscribe((now, before) => {
      if (now.simulateOnEdit !== before.simulateOnEdit || now.scenarioId !== before.scenarioId) soon();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}
