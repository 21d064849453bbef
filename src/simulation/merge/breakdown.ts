// Where the response time of the requests went, component by component.
import type { ReplicationRecord } from '../record.ts';
import type { Breakdown, ComponentFigures } from '../result.ts';
import { summarise } from '../statistics/statistic.ts';
import type { BreakdownRecord } from '../tracing/breakdown.ts';
import { BLOCKED_PART, NETWORK, PARTS, RETRYING, WAIT, WORKED } from '../tracing/critical-path.ts';

/** Of the station with that number. */
export function breakdownFigures(
  records: readonly ReplicationRecord[],
  station: number,
): Pick<ComponentFigures, 'breakdownMs' | 'breakdownSlowestMs'> {
  const over = (pick: (record: BreakdownRecord) => Float64Array): Breakdown => {
    const part = (place: number) =>
      summarise(
        records.map(({ breakdown }) => (breakdown === null ? null : pick(breakdown)[station * PARTS + place]!)),
      );
    return {
      wait: part(WAIT),
      work: part(WORKED),
      blocked: part(BLOCKED_PART),
      network: part(NETWORK),
      retries: part(RETRYING),
    };
  };
  return { breakdownMs: over(({ mean }) => mean), breakdownSlowestMs: over(({ slowest }) => slowest) };
}
