// A run that ends as soon as its figures are exact enough. Replications are added in the order of their numbers, and
// only whole prefixes of that order are judged, so that the same ones are kept whatever the number of threads.
//
// A rule that stops where the interval happens to be narrow stops a little too early now and then (A. M. Law,
// "Simulation Modeling and Analysis", 9.4.1); the least number of replications keeps that small.
import { requestFigures } from '../../simulation/merge/figures.ts';
import type { ReplicationRecord } from '../../simulation/record.ts';
import type { RequestFigures, Statistic } from '../../simulation/result.ts';
import type { Executor, ExecutorJob, ExecutorOutcome } from '../executor.ts';

/** No prefix that is shorter is judged. */
export const LEAST_REPLICATIONS = 4;

/** Whether mean response and throughput are known to within this share of themselves. */
export function isPrecise({ responseMs, throughputPerSecond }: RequestFigures, precision: number): boolean {
  return [responseMs.mean, throughputPerSecond].every((figure) => isWithin(figure, precision));
}

function isWithin({ mean, ci95 }: Statistic, precision: number): boolean {
  return mean !== null && ci95 !== null && ci95 <= precision * Math.abs(mean);
}

/** At most `job.replications`; `atOnce` of them are started together, and what came too many is left out. */
export async function runUntilPrecise(
  job: ExecutorJob,
  precision: number,
  executor: Executor,
  atOnce = 1,
): Promise<ExecutorOutcome> {
  const { replications, onProgress } = job;
  let records: readonly ReplicationRecord[] = [];
  let wallMs = 0;
  let together = atOnce;
  while (records.length < replications) {
    const before = records.length;
    const size = Math.min(before === 0 ? LEAST_REPLICATIONS : together, replications - before);
    const outcome = await executor.run({
      ...job,
      first: before,
      replications: size,
      onProgress: ({ fraction, replicationsDone }) =>
        onProgress?.({
          fraction: (before + size * fraction) / replications,
          replicationsDone: before + replicationsDone,
          replications,
        }),
    });
    if (outcome.kind === 'stopped' && before > 0 && size > 1) {
      // One of them cannot end, but the rule may have stopped before it: one by one it is told.
      together = 1;
      continue;
    }
    if (outcome.kind !== 'done') return outcome;
    records = [...records, ...outcome.records];
    wallMs += outcome.wallMs;
    const enough = precisePrefix(records, Math.max(before + 1, LEAST_REPLICATIONS), precision);
    if (enough !== null) records = records.slice(0, enough);
    if (enough !== null) break;
  }
  onProgress?.({ fraction: 1, replicationsDone: replications, replications });
  return { kind: 'done', records, wallMs };
}

/** The length of the shortest prefix of at least so many that is precise. */
function precisePrefix(records: readonly ReplicationRecord[], from: number, precision: number): number | null {
  for (let length = from; length <= records.length; length++) {
    const figures = requestFigures(records.slice(0, length), ({ requests }) => requests);
    if (isPrecise(figures, precision)) return length;
  }
  return null;
}
