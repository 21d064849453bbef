// Progress on standard error, where that is a terminal.
import { timedProgress } from '../timed-progress.ts';
import type { Progress } from '../../src/analysis/executor.ts';
import type { Io } from './io.ts';

export interface ProgressBar {
  readonly show: (progress: Progress) => void;
  stop(): void;
}

const silent: ProgressBar = { show: () => undefined, stop: () => undefined };

/** `unit` is what is counted beside the bar. */
export async function createProgressBar(io: Io, unit = 'replication'): Promise<ProgressBar> {
  if (!io.isTerminal) return silent;
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: false,
    format: `Simulating {bar} {percentage} %  ${unit} {done} of {replications}  {left}`,
    barCompleteChar: '#',
    barIncompleteChar: '-',
  });
  bar.start(100, 0, { done: 0, replications: '', left: '' });
  const show = timedProgress(({ fraction, replicationsDone, replications, leftMs }) => {
    const left = leftMs === null ? '' : `${String(Math.ceil(leftMs / 1000))} s left`;
    const current = Math.min(replicationsDone + 1, replications);
    bar.update(Math.floor(fraction * 100), { done: current, replications, left });
  });
  return {
    show,
    stop: () => {
      bar.stop();
    },
  };
}
