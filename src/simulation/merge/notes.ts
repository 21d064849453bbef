// What a reader of the figures must know: that a queue grows, that an interval is wide, that nothing was measured.
import type { Network } from '../network.ts';
import type { ReplicationRecord } from '../record.ts';
import type { Measured, Result } from '../result.ts';

type Note = Result['notes'][number];

/** A queue that has taken in more than this share of all arrivals, and so many requests, does not just swing. */
const GROWN_SHARE = 0.01;
const GROWN_REQUESTS = 50;
const WIDE_SHARE = 0.1;

export function findNotes(network: Network, records: readonly ReplicationRecord[], measured: Measured): Note[] {
  return [...saturated(network, records), ...nothingMeasured(measured), ...wideIntervals(measured)];
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
