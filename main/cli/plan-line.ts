// How far a search for capacity is, in one line on standard error where that is a terminal: nobody can say how many points
// are still to come, so that it counts what was done and tells the best so far.
import type { PlanProgress } from '../../src/analysis/plan.ts';
import type { Io } from './io.ts';
import { costText } from './plan-report.ts';

export interface PlanLine {
  readonly show: (progress: PlanProgress) => void;
  stop(): void;
}

const silent: PlanLine = { show: () => undefined, stop: () => undefined };

export async function createPlanLine(io: Io): Promise<PlanLine> {
  if (!io.isTerminal) return silent;
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: false,
    format: 'Planning  {tried} points simulated, {looked} of {size} looked at  {best}  {duration_formatted}',
  });
  bar.start(1, 0, { tried: 0, looked: 0, size: '', best: '' });
  return {
    show: (progress) => {
      bar.update(0, { ...progress, best: bestText(progress) });
    },
    stop: () => {
      bar.stop();
    },
  };
}

/** `best 1.5 USD an hour`, or how many objectives the nearest one misses. */
export function bestText({ best }: PlanProgress): string {
  if (best === null) return '';
  const missed = best.margins.filter(({ met }) => !met).length;
  return missed === 0
    ? `best ${costText(best)}`
    : `the nearest misses ${String(missed)} of ${String(best.margins.length)}`;
}
