// The time series of a result: one mean over the replications for each step, warm-up included.
import type { Design } from '../../model/design.ts';
import type { Network } from '../network.ts';
import type { ReplicationRecord, SeriesRecord } from '../record.ts';
import type { Result } from '../result.ts';
import { ratio } from '../statistics/statistic.ts';

type Series = Result['series'];

export function mergeSeries(
  network: Network,
  records: readonly ReplicationRecord[],
  design: Design,
  stations: ReadonlyMap<string, number>,
): Series {
  const { stepMs, steps, durationMs } = network;
  const lengthMs = (step: number): number => Math.min((step + 1) * stepMs, durationMs) - step * stepMs;
  const list = (value: (series: SeriesRecord, step: number) => number | null): (number | null)[] =>
    Array.from({ length: steps }, (_, step) => meanAt(records, step, value));
  return {
    stepS: stepMs / 1000,
    fromS: 0,
    requests: {
      offeredPerSecond: list((series, step) => (1000 * series.offered[step]!) / lengthMs(step)),
      throughputPerSecond: list((series, step) => (1000 * series.succeeded[step]!) / lengthMs(step)),
      errorRate: list((series, step) => ratio(series.failed[step]!, series.failed[step]! + series.succeeded[step]!)),
      responseMs: {
        mean: list((series, step) => measured(series.responseMean[step]!)),
        p95: list((series, step) => measured(series.responseP95[step]!)),
      },
    },
    components: Object.fromEntries(
      design.components.map(({ id }) => {
        const index = stations.get(id)!;
        const at = index * steps;
        return [
          id,
          {
            utilisation: list(
              (series, step) => ratio(series.busyIntegral[at + step]!, series.slotIntegral[at + step]!) ?? 0,
            ),
            waiting: list((series, step) => series.waitingIntegral[at + step]! / lengthMs(step)),
            replicas: list((series, step) => series.replicaIntegral[at + step]! / lengthMs(step)),
            wantedReplicas: list((series, step) => series.wantedIntegral[at + step]! / lengthMs(step)),
            ...(network.rollouts.some(({ station }) => station === index)
              ? { newVersionShare: list((series, step) => measured(series.newVersionShare[at + step]!)) }
              : {}),
            ...(network.stations[index]!.broker === null
              ? {}
              : {
                  lag: {
                    messages: list((series, step) => series.lagIntegral[at + step]! / lengthMs(step)),
                    oldestMs: list((series, step) => series.oldestIntegral[at + step]! / lengthMs(step)),
                  },
                }),
          },
        ];
      }),
    ),
  };
}

/** The mean over those replications that have a value. */
function meanAt(
  records: readonly ReplicationRecord[],
  step: number,
  value: (series: SeriesRecord, step: number) => number | null,
): number | null {
  let sum = 0;
  let count = 0;
  for (const { series } of records) {
    const one = value(series, step);
    if (one === null) continue;
    sum += one;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

function measured(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
