// Starting and stopping a run, and what the window does with its progress and its end.
import { z } from 'zod';
import type { Design } from '../../src/model/design.ts';
import { writeDesign } from '../../src/model/write.ts';
import { resultSchema } from '../../src/simulation/result.ts';
import { documentStore } from '../state/document.ts';
import { notify, panelsStore, showTab } from '../state/panels.ts';
import { resultsStore, runDone, runEnded, runProgressed, runStarted, shownRun } from '../state/results.ts';
import { startReplay } from '../state/replay.ts';
import { scenarioAtHand } from '../state/selectors.ts';
import { isMotionReduced } from '../replay/motion.ts';
import { host } from '../host.ts';
import { reportDefect, start } from './defects.ts';
import { said, t } from '../texts.ts';

/** So many requests are kept as traces to look into: the slowest, and others at random. */
const TRACES = 20;

/** The window reads traces only where they are looked at. */
const answerSchema = resultSchema.extend({ traces: z.unknown().optional() });

async function run(id: string, text: string, scenario: string): Promise<void> {
  try {
    const outcome = await host.call('simulation.run', { runId: id, text, scenario, traces: TRACES });
    // A newer run has taken its place: nobody asks any more what this one says.
    if (resultsStore.getState().underWay?.id !== id) return;
    if (outcome.kind === 'done') {
      const { traces, ...result } = answerSchema.parse(outcome.result);
      runDone(id, result, traces);
    } else if (outcome.kind === 'cancelled') {
      runEnded(id);
      notify('info', t('runs.stopped'), t('runs.stoppedMore'));
    } else {
      runEnded(id, outcome.findings);
      const [first] = outcome.findings;
      notify(
        'error',
        t('runs.noResult', { why: first ? said(first.message) : t('runs.failed') }),
        first ? said(first.mend) : null,
      );
    }
  } catch (thrown) {
    runEnded(id);
    await reportDefect(thrown);
  }
}

function cancel(runId: string): void {
  start(async () => void (await host.call('simulation.cancel', { runId })));
}

export function runSimulation(): void {
  if (resultsStore.getState().underWay) return;
  const { design, revision } = documentStore.getState();
  const scenario = scenarioAtHand(design, panelsStore.getState().scenarioId);
  if (!scenario) {
    showTab('scenario');
    notify('error', t('runs.nothing'), t('runs.nothingMore'));
    return;
  }
  panelsStore.setState({ results: true });
  begin(design, revision, scenario.id);
}

function begin(design: Design, revision: number, scenario: string): void {
  const id = crypto.randomUUID();
  runStarted({ id, revision, scenario, design });
  start(() => run(id, writeDesign(design), scenario));
}

/** Runs what stands now; a run of what stood before is cancelled and says nothing any more. */
export function rerunSimulation(): void {
  const { design, revision } = documentStore.getState();
  const scenario = scenarioAtHand(design, panelsStore.getState().scenarioId);
  const { underWay } = resultsStore.getState();
  if (!scenario) return;
  if (underWay) cancel(underWay.id);
  begin(design, revision, scenario.id);
}

export function stopSimulation(): void {
  const { underWay } = resultsStore.getState();
  if (underWay) cancel(underWay.id);
}

/** Plays at once, unless the person wants nothing to move by itself. */
export function replayShownRun(): void {
  const run = shownRun(resultsStore.getState());
  if (run) startReplay(run, !isMotionReduced());
}

/** Once, at the start of the window. */
export function listenToProgress(): () => void {
  return host.on('simulation.progress', ({ runId, fraction, leftMs }) => runProgressed(runId, fraction, leftMs));
}
