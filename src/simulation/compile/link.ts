// A connection becomes a link, with its defaults filled in.
import type { Connection, Design } from '../../model/design.ts';
import { groupsAround } from '../../model/group-tree.ts';
import type { Link, RetryRules } from '../network.ts';
import { type Numbers, numberIn } from './numbers.ts';

/** One KiB over one Mbit/s, in milliseconds. */
const MS_PER_KIB_AT_ONE_MBPS = (1024 * 8) / 1000;

export function compileLink(
  connection: Connection,
  { stations, classes, crossings }: { stations: Numbers; classes: readonly string[]; crossings: Crossings },
): Link {
  const { latencyMs = 0, payloadKiB = 0, bandwidthMbps = Infinity, circuitBreaker: breaker } = connection;
  return {
    id: connection.id,
    from: numberIn(stations, connection.from),
    to: numberIn(stations, connection.to),
    synchronous: connection.mode !== 'async',
    calls: connection.calls ?? 1,
    classes: connection.classes ? [...classes.map((name) => connection.classes!.includes(name)), false] : null,
    service: connection.service ?? null,
    latency: typeof latencyMs === 'number' ? { distribution: 'deterministic', meanMs: latencyMs } : latencyMs,
    crossingMs: crossings(connection.from, connection.to),
    transferMs: (payloadKiB * MS_PER_KIB_AT_ONE_MBPS) / bandwidthMbps,
    optional: connection.optional ?? false,
    timeoutMs: connection.timeoutMs ?? Infinity,
    retry: connection.retry === undefined ? null : compileRetry(connection.retry),
    hedgeMs: connection.hedge?.afterMs ?? Infinity,
    rateLimit: connection.rateLimit
      ? { perSecond: connection.rateLimit.perSecond, burst: connection.rateLimit.burst ?? 1 }
      : null,
    bulkhead: connection.bulkhead ?? Infinity,
    breaker: breaker
      ? {
          failureRate: breaker.failureRate ?? 0.5,
          minimumCalls: breaker.minimumCalls ?? 20,
          windowMs: (breaker.windowS ?? 10) * 1000,
          openMs: (breaker.openS ?? 5) * 1000,
        }
      : null,
  };
}

function compileRetry(retry: NonNullable<Connection['retry']>): RetryRules {
  return {
    attempts: retry.attempts,
    backoffMs: retry.backoffMs ?? 0,
    multiplier: retry.multiplier ?? 1,
    jitter: retry.jitter ?? 'none',
    budgetRatio: retry.budgetRatio ?? null,
  };
}

/** The latency that is added one way between two components, for all pairs of groups that lie between them. */
export type Crossings = (from: string, to: string) => number;

/**
 * A pair of groups is crossed where one end lies in the one group and not in the other, and the other end the other
 * way round, however deep; several such pairs add up.
 */
export function crossingsOf(design: Design): Crossings {
  const latencies = (design.groupLatencies ?? []).filter(({ latencyMs }) => latencyMs > 0);
  if (latencies.length === 0) return () => 0;
  const aroundGroup = groupsAround(design);
  const around = new Map(design.components.map(({ id, group }) => [id, aroundGroup(group)]));
  const isAcross = (a: ReadonlySet<string>, b: ReadonlySet<string>, from: string, to: string): boolean =>
    a.has(from) && !a.has(to) && b.has(to) && !b.has(from);
  return (from, to) => {
    const [a, b] = [around.get(from)!, around.get(to)!];
    return latencies
      .filter((pair) => isAcross(a, b, pair.from, pair.to) || isAcross(b, a, pair.from, pair.to))
      .reduce((sum, { latencyMs }) => sum + latencyMs, 0);
  };
}
