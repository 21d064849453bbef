// What became of the rollouts of a scenario, over all replications.
import type { Scenario } from '../../model/design.ts';
import type { ReplicationRecord } from '../record.ts';
import type { RolloutFigures } from '../result.ts';
import { ratio, summarise } from '../statistics/statistic.ts';

export function rolloutFigures(records: readonly ReplicationRecord[], { rollouts }: Scenario): RolloutFigures[] {
  return (rollouts ?? []).map(({ at, strategy }, index) => {
    const own = records.map((record) => record.rollouts[index]!);
    const share = (part: 'servedByOld' | 'servedByNew') =>
      summarise(own.map((record) => ratio(record[part], record.servedByOld + record.servedByNew)));
    return {
      at,
      strategy,
      oldShare: share('servedByOld'),
      newShare: share('servedByNew'),
      dropped: summarise(own.map(({ dropped }) => dropped)),
      durationS: summarise(own.map(({ tookMs }) => (tookMs === null ? null : tookMs / 1000))),
      aborted: summarise(own.map(({ isAborted }) => (isAborted ? 1 : 0))),
    };
  });
}
