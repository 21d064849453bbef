// What a reader of the figures must know: that a queue grows, that an interval is wide, that nothing was measured.
import type { Network } from '../network.ts';
import type { ReplicationRecord } from '../record.ts';
import type { Measured, Result } from '../result.ts';
import { summarise } from '../statistics/statistic.ts';

type Note = Result['notes'][number];

/** A queue that has taken in more than this share of all arrivals, and so many requests, does not just swing. */
const GROWN_SHARE = 0.01;
const GROWN_REQUESTS = 50;
const WIDE_SHARE = 0.1;
/** With fewer replications chance cannot be told from drift. */
const FEWEST_TO_JUDGE = 3;

export function findNotes(
  network: Network,
  records: readonly ReplicationRecord[],
  measured: Measured,
  warmup: ReplicationRecord['warmup'] = null,
): Note[] {
  return [
    ...foundWarmup(measured, warmup),
    ...saturated(network, records),
    ...notSettled(network, records, measured),
    ...nothingMeasured(measured),
    ...wideIntervals(measured),
  ];
}

function foundWarmup({ scenario }: Measured, warmup: ReplicationRecord['warmup']): Note[] {
  if (warmup === null) return [];
  const path = `scenarios.${scenario}.warmupS`;
  if (!warmup.isSettled) {
    const message =
      'half of the run was not enough to settle, as MSER-5 sees it; give it a longer duration, or look whether the load can be carried';
    return [{ rule: 'not-settled', path, message }];
  }
  const message = `the first ${short(warmup.warmupMs / 1000)} s are left out as warm-up, found by MSER-5`;
  return [{ rule: 'warmup-found', path, message }];
}

/** Only of a load that stays the same: another is not meant to settle. */
function notSettled(network: Network, records: readonly ReplicationRecord[], { scenario, requests }: Measured): Note[] {
  const isSteady =
    network.faults.length === 0 &&
    network.rollouts.length === 0 &&
    network.streams.every(({ arrival }) => arrival.process !== 'profile' && arrival.process !== 'trace');
  const mean = requests.responseMs.mean.mean;
  if (!isSteady || mean === null || records.length < FEWEST_TO_JUDGE) return [];
  const drift = summarise(records.map((record) => driftOf(network, record)));
  if (drift.mean === null || drift.ci95 === null) return [];
  // Half as much again as the interval: of a hundred runs that have settled, hardly one is told that it has not.
  const isDrifting = Math.abs(drift.mean) > 1.5 * drift.ci95 && Math.abs(drift.mean) > WIDE_SHARE * mean;
  if (!isDrifting) return [];
  const change = `${drift.mean > 0 ? 'rises' : 'falls'} by ${short(Math.abs(drift.mean))} ms`;
  return [
    {
      rule: 'not-settled',
      path: `scenarios.${scenario}.warmupS`,
      message: `the run has not settled: the mean response ${change} from the first to the last third of what is measured; give it a longer warm-up, or "auto"`,
    },
  ];
}

/** The mean response in the last third of the window less that in the first; null where either has none. */
function driftOf({ warmupMs, durationMs, stepMs, steps }: Network, { series }: ReplicationRecord): number | null {
  const first = Math.ceil(warmupMs / stepMs);
  const third = Math.floor((durationMs / stepMs - first) / 3);
  const early = meanResponse(series, first, first + third);
  const late = meanResponse(series, steps - third, steps);
  return early === null || late === null ? null : late - early;
}

function meanResponse(series: ReplicationRecord['series'], from: number, to: number): number | null {
  let sum = 0;
  let count = 0;
  for (let step = from; step < to; step++) {
    const succeeded = series.succeeded[step] ?? 0;
    if (succeeded === 0) continue;
    sum += succeeded * series.responseMean[step]!;
    count += succeeded;
  }
  return count === 0 ? null : sum / count;
}

function saturated(network: Network, records: readonly ReplicationRecord[]): Note[] {
  return network.stations.flatMap(({ id }, index) => {
    const grown = meanOver(records, ({ stations }) => stations[index]!.waitingAtEnd - stations[index]!.waitingAtStart);
    const arrivals = meanOver(records, ({ stations }) => stations[index]!.arrivals);
    if (grown < GROWN_REQUESTS || grown < GROWN_SHARE * arrivals) return [];
    const perSecond = grown / (records[0]!.windowMs / 1000);
    return {
      rule: 'saturated',
      path: `components.${id}`,
      message: `${id} cannot carry the load: its queue grows by ${short(perSecond)} requests a second, so the figures depend on the length of the run`,
    };
  });
}

function nothingMeasured({ scenario, requests }: Measured): Note[] {
  if (requests.responseMs.mean.mean !== null) return [];
  return [
    {
      rule: 'nothing-succeeded',
      path: `scenarios.${scenario}`,
      message: 'no request succeeded in the window, so there are no response times',
    },
  ];
}

function wideIntervals({ scenario, requests }: Measured): Note[] {
  const { mean, p95 } = requests.responseMs;
  return Object.entries({ 'mean response': mean, '95th percentile of the response': p95 }).flatMap(([name, figure]) => {
    if (figure.mean === null || figure.ci95 === null || figure.ci95 <= WIDE_SHARE * figure.mean) return [];
    const percent = (100 * figure.ci95) / figure.mean;
    return {
      rule: 'wide-interval',
      path: `scenarios.${scenario}.replications`,
      message: `the ${name} is only known to ± ${short(percent)} %; a longer run or more replications would narrow it`,
    };
  });
}

function meanOver(records: readonly ReplicationRecord[], value: (record: ReplicationRecord) => number): number {
  return records.reduce((sum, record) => sum + value(record), 0) / records.length;
}

/** At most three digits. */
function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(2)));
}
