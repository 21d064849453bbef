// The calls that run simulations: several at once, each to be cancelled by its id, all of them gone with their window.
import { simulate, type SimulateOutcome } from '../../src/analysis/simulate.ts';
import type { CallInput, CallOutput, Handlers } from '../../src/ipc/contract.ts';
import { readDesign } from '../../src/model/read.ts';
import type { Ports } from '../window/ports.ts';
import { timedProgress } from '../timed-progress.ts';

interface Run {
  isCancelled: boolean;
}

export interface Runs {
  readonly handlers: Pick<Handlers, 'simulation.run' | 'simulation.cancel'>;
  cancelAll(): void;
}

export function createRuns(ports: Ports): Runs {
  const runs = new Map<string, Run>();

  async function run(input: CallInput<'simulation.run'>): Promise<CallOutput<'simulation.run'>> {
    const { runId, text, scenario, traces } = input;
    if (runs.has(runId)) throw new Error(`the run ${runId} is already under way`);
    const design = readDesign(text);
    if (!design.ok) return { kind: 'failed', findings: [...design.findings] };
    const state: Run = { isCancelled: false };
    runs.set(runId, state);
    const onProgress = timedProgress(({ fraction, replicationsDone, replications, leftMs }) => {
      ports.emit('simulation.progress', { runId, fraction, replicationsDone, replications, leftMs });
    });
    try {
      const executor = await ports.executor();
      const isCancelled = (): boolean => state.isCancelled;
      const options = { scenario, ...(traces === undefined ? {} : { traces }) };
      return output(await simulate(design.value, options, executor, { onProgress, isCancelled }));
    } finally {
      runs.delete(runId);
    }
  }

  return {
    handlers: {
      'simulation.run': run,
      // A run that has just ended is no error: the answer and the cancelling may cross.
      'simulation.cancel': ({ runId }) => {
        const state = runs.get(runId);
        if (state) state.isCancelled = true;
        return Promise.resolve({});
      },
    },
    cancelAll() {
      for (const state of runs.values()) state.isCancelled = true;
    },
  };
}

function output(outcome: SimulateOutcome): CallOutput<'simulation.run'> {
  return outcome.kind === 'failed' ? { kind: 'failed', findings: [...outcome.findings] } : outcome;
}
