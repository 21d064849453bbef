// The figures of requests, components and connections, each a statistic over the replications.
import type { LinkRecord, ReplicationRecord, RequestRecord, StationRecord } from '../record.ts';
import type { ComponentFigures, ConnectionFigures, RequestFigures, Statistic } from '../result.ts';
import { ratio, summarise } from '../statistics/statistic.ts';
import { responseDistribution } from './distribution.ts';

type Records = readonly ReplicationRecord[];

export function requestFigures(records: Records, pick: (record: ReplicationRecord) => RequestRecord): RequestFigures {
  const over = overReplications(records, pick);
  return {
    offeredPerSecond: over(({ offered }, windowS) => offered / windowS),
    throughputPerSecond: over(({ succeeded }, windowS) => succeeded / windowS),
    errorRate: over(({ succeeded, failed }) => ratio(failed, failed + succeeded)),
    responseMs: {
      mean: over(({ responseMs }) => responseMs?.mean ?? null),
      p50: over(({ responseMs }) => responseMs?.p50 ?? null),
      p90: over(({ responseMs }) => responseMs?.p90 ?? null),
      p95: over(({ responseMs }) => responseMs?.p95 ?? null),
      p99: over(({ responseMs }) => responseMs?.p99 ?? null),
      max: over(({ responseMs }) => responseMs?.max ?? null),
      ...responseDistribution(records.map((record) => pick(record).responseMs)),
    },
  };
}

/** For a slot, and at a broker for a consumer too: a copy that waits in a backlog waits by itself. */
function meanWait({ waitedMs, started, handed, backlogWaitedMs }: StationRecord): number | null {
  const forSlot = ratio(waitedMs, started);
  return forSlot === null ? null : forSlot + (ratio(backlogWaitedMs, handed) ?? 0);
}

export function componentFigures(
  records: Records,
  pick: (record: ReplicationRecord) => StationRecord,
): ComponentFigures {
  const over = overReplications(records, pick);
  return {
    arrivalsPerSecond: over(({ arrivals }, windowS) => arrivals / windowS),
    throughputPerSecond: over(({ completed }, windowS) => completed / windowS),
    utilisation: over(({ busyIntegral, slotIntegral }) => ratio(busyIntegral, slotIntegral) ?? 0),
    waiting: over(({ waitingIntegral }, windowS) => waitingIntegral / (1000 * windowS)),
    inSystem: over(
      ({ waitingIntegral, busyIntegral, excessIntegral, blockedIntegral, matesIntegral }, windowS) =>
        (waitingIntegral + busyIntegral + excessIntegral - blockedIntegral + matesIntegral) / (1000 * windowS),
    ),
    blocked: over(({ blockedIntegral }, windowS) => blockedIntegral / (1000 * windowS)),
    waitMs: { mean: over(meanWait) },
    responseMs: {
      mean: over(({ responseMs }) => responseMs?.mean ?? null),
      p95: over(({ responseMs }) => responseMs?.p95 ?? null),
    },
    replicas: over(({ replicaIntegral }, windowS) => replicaIntegral / (1000 * windowS)),
    heldReplicas: over(({ heldIntegral }, windowS) => heldIntegral / (1000 * windowS)),
    rejectedPerSecond: over(({ rejected }, windowS) => rejected / windowS),
    failedPerSecond: over(({ failed }, windowS) => failed / windowS),
    ...(pick(records[0]!).lag === null ? {} : { lag: lagFigures(records, pick) }),
  };
}

function lagFigures(
  records: Records,
  pick: (record: ReplicationRecord) => StationRecord,
): NonNullable<ComponentFigures['lag']> {
  const over = overReplications(records, pick);
  return {
    messages: over(({ lag }, windowS) => lag && lag.messagesIntegral / (1000 * windowS)),
    oldestMs: over(({ lag }, windowS) => lag && lag.oldestIntegral / (1000 * windowS)),
  };
}

export function connectionFigures(
  records: Records,
  pick: (record: ReplicationRecord) => LinkRecord,
): ConnectionFigures {
  const over = overReplications(records, pick);
  return {
    callsPerSecond: over(({ calls }, windowS) => calls / windowS),
    timeoutsPerSecond: over(({ timeout }, windowS) => timeout / windowS),
    retriesPerSecond: over(({ retries }, windowS) => retries / windowS),
    responseMs: {
      mean: over(({ responseMs }) => responseMs?.mean ?? null),
      p95: over(({ responseMs }) => responseMs?.p95 ?? null),
    },
    outcomesPerSecond: {
      ok: over(({ ok }, windowS) => ok / windowS),
      rejected: over(({ rejected }, windowS) => rejected / windowS),
      error: over(({ error }, windowS) => error / windowS),
      timeout: over(({ timeout }, windowS) => timeout / windowS),
      open: over(({ open }, windowS) => open / windowS),
    },
  };
}

function overReplications<T>(records: Records, pick: (record: ReplicationRecord) => T) {
  return (value: (figures: T, windowS: number) => number | null): Statistic =>
    summarise(records.map((record) => value(pick(record), record.windowMs / 1000)));
}
