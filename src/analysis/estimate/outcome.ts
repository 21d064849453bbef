// What becomes of one visit and of one call: the chance that it goes well, and how long it takes either way.
import type { Link } from '../../simulation/network.ts';
import {
  atLeast,
  constant,
  fromTail,
  lastOf,
  mixture,
  NO_TIME,
  plus,
  reachOf,
  shareUpTo,
  type Time,
  upTo,
} from './time.ts';
import { erlangB } from './waits.ts';

export interface Outcome {
  /** The chance that it goes well. */
  readonly ok: number;
  /** How long it takes when it does, and when it does not. */
  readonly okTime: Time;
  readonly failTime: Time;
  /** `okTime` by the ways that it can go, such as a hit or a miss, where there are several: two moments hide that. */
  readonly ways?: Ways;
}

/** Times with their weights, which add up to 1. */
export type Ways = readonly (readonly [weight: number, time: Time])[];

/** More are not told apart. */
const MOST_WAYS = 8;

export function waysOf({ ways, okTime }: Pick<Outcome, 'ways' | 'okTime'>): Ways {
  return ways ?? [[1, okTime]];
}

/** Each way of the first and then each of the second. */
export function oneAfterTheOther(first: Ways, second: Ways): Ways {
  const both = first.flatMap(([weight, time]) =>
    second.map(([share, next]) => [weight * share, plus(time, next)] as const),
  );
  return both.length > MOST_WAYS ? [[1, mixture(both)]] : both;
}

/** One or the other of several, with the ways of each. */
export function waysApart(parts: readonly (readonly [weight: number, ways: Ways])[]): Ways {
  const all = parts.flatMap(([weight, ways]) =>
    weight > 0 ? ways.map(([share, time]) => [weight * share, time] as const) : [],
  );
  return all.length > MOST_WAYS ? [[1, mixture(all)]] : all;
}

export const NOTHING_DONE: Outcome = { ok: 1, okTime: NO_TIME, failTime: NO_TIME };

/** A call with all its tries, as its caller sees it. */
export interface CallOutcome extends Outcome {
  /** Mean tries that reach the callee, for one call. */
  readonly tries: number;
  /** Mean tries after the first. */
  readonly retries: number;
  /** Chances of what one try comes to at the caller. */
  readonly timeout: number;
  readonly refused: number;
}

export function either(outcomes: readonly (readonly [weight: number, outcome: Outcome])[]): Outcome {
  const total = outcomes.reduce((sum, [weight]) => sum + weight, 0);
  if (total === 0) return NOTHING_DONE;
  return {
    ok: outcomes.reduce((sum, [weight, { ok }]) => sum + weight * ok, 0) / total,
    okTime: mixture(outcomes.map(([weight, { ok, okTime }]) => [weight * ok, okTime])),
    failTime: mixture(outcomes.map(([weight, { ok, failTime }]) => [weight * (1 - ok), failTime])),
  };
}

/** How long it takes, whatever comes of it. */
export function anyTime({ ok, okTime, failTime }: Outcome): Time {
  return mixture([
    [ok, okTime],
    [1 - ok, failTime],
  ]);
}

/** One try: the way there, the visit, the way back; cut off at the timeout, after which its answer is thrown away. */
function tried(visit: Outcome, way: Time, timeoutMs: number): Outcome & { readonly timeout: number } {
  const okTime = plus(way, visit.okTime);
  const failTime = plus(way, visit.failTime);
  const ways = oneAfterTheOther([[1, way]], waysOf(visit));
  if (timeoutMs === Infinity) return { ok: visit.ok, okTime, failTime, ways, timeout: 0 };
  const inTime = within(ways, timeoutMs);
  const failsInTime = within([[1, failTime]], timeoutMs);
  const ok = visit.ok * inTime.share;
  const failed = (1 - visit.ok) * failsInTime.share;
  const timeout = Math.max(0, 1 - ok - failed);
  return {
    ok,
    okTime: inTime.time,
    failTime: mixture([
      [failed, failsInTime.time],
      [timeout, constant(timeoutMs)],
    ]),
    timeout,
  };
}

function within(ways: Ways, limit: number): { readonly share: number; readonly time: Time } {
  let share = 0;
  let first = 0;
  let second = 0;
  for (const [weight, time] of ways) {
    const part = upTo(time, limit);
    share += weight * part[0];
    first += weight * part[1];
    second += weight * part[2];
  }
  if (share <= 1e-12) return { share: 0, time: constant(limit) };
  const mean = first / share;
  return { share, time: { mean, variance: Math.max(0, second / share - mean * mean) } };
}

/** A second try after so long: whichever answers first (the two taken as independent). */
function hedged(once: Outcome, afterMs: number): { readonly outcome: Outcome; readonly second: number } {
  const time = anyTime(once);
  const late = 1 - shareUpTo(time, afterMs);
  if (late < 1e-9) return { outcome: once, second: 0 };
  const tail = (t: number): number => (1 - shareUpTo(time, t)) * (t < afterMs ? 1 : 1 - shareUpTo(time, t - afterMs));
  const first = fromTail(tail, afterMs + reachOf(time));
  return { outcome: { ok: once.ok, okTime: first, failTime: first }, second: late };
}

const NEVER: Outcome = { ok: 0, okTime: NO_TIME, failTime: NO_TIME };

/**
 * One call over a link with all that guards it. `ratePerMs` is that of the calls over the link, by which its rate limit
 * and its bulkhead are judged: a limit refuses what is over, a bulkhead is Erlang's loss system.
 */
export function callOutcome(link: Link, way: Time, visit: Outcome, ratePerMs: number): CallOutcome {
  const once = tried(visit, way, link.timeoutMs);
  const { outcome, second } = link.hedgeMs < Infinity ? hedged(once, link.hedgeMs) : { outcome: once, second: 0 };
  const refused = refusedShare(link, ratePerMs, anyTime(outcome).mean);
  const guarded =
    refused === 0
      ? outcome
      : either([
          [1 - refused, outcome],
          [refused, NEVER],
        ]);
  const { total, tries, retries } = withRetries(link, guarded);
  return {
    ...total,
    tries: tries * (1 - refused) * (1 + second),
    retries,
    timeout: once.timeout * (1 - refused),
    refused,
  };
}

function refusedShare({ rateLimit, bulkhead }: Link, ratePerMs: number, timeMs: number): number {
  const limited = rateLimit === null ? 0 : Math.max(0, 1 - rateLimit.perSecond / 1000 / Math.max(ratePerMs, 1e-300));
  if (bulkhead === Infinity || !Number.isFinite(timeMs)) return limited;
  const let_ = ratePerMs * (1 - limited);
  return 1 - (1 - limited) * (1 - erlangB(bulkhead, let_ * timeMs));
}

/** More tries than this change nothing that can be seen. */
const MOST_TRIES = 200;

/** Tries follow one another until one goes well, there are no more, or the budget has none left. */
function withRetries(
  { retry }: Link,
  once: Outcome,
): { readonly total: Outcome; readonly tries: number; readonly retries: number } {
  if (retry === null || retry.attempts <= 1 || once.ok >= 1) return { total: once, tries: 1, retries: 0 };
  const most = Math.min(retry.attempts, MOST_TRIES);
  const fails = 1 - once.ok;
  const wanted = sumOfPowers(fails, most) - 1;
  // A budget lets through so many retries for each first try, in the long run.
  const allowed = retry.budgetRatio === null || wanted === 0 ? 1 : Math.min(1, retry.budgetRatio / wanted);
  const parts: (readonly [number, Outcome])[] = [];
  let reached = 1;
  let before: Time = NO_TIME;
  let tries = 0;
  for (let n = 1; n <= most && reached > 1e-12; n++) {
    tries += reached;
    const goesOn = n < most ? fails * allowed : 0;
    const ends = reached * (1 - goesOn);
    const ok = (reached * once.ok) / (ends || 1);
    parts.push([ends, { ok, okTime: plus(before, once.okTime), failTime: plus(before, once.failTime) }]);
    reached *= goesOn;
    before = plus(before, once.failTime, backoff(retry, n));
  }
  return { total: either(parts), tries, retries: tries - 1 };
}

function sumOfPowers(ratio: number, terms: number): number {
  return ratio >= 1 ? terms : (1 - ratio ** terms) / (1 - ratio);
}

function backoff({ backoffMs, multiplier, jitter }: NonNullable<Link['retry']>, n: number): Time {
  const longest = backoffMs * multiplier ** (n - 1);
  switch (jitter) {
    case 'none':
      return constant(longest);
    case 'full':
      return { mean: longest / 2, variance: longest ** 2 / 12 };
    case 'equal':
      return { mean: 0.75 * longest, variance: longest ** 2 / 48 };
  }
}

/** The calls over one link for one request: whole ones, and one more with the chance that is left. */
export interface CallsOver {
  readonly calls: number;
  readonly optional: boolean;
  readonly outcome: CallOutcome;
}

/** All calls of a request, and how often those over each link are begun. */
export interface AllCalls {
  readonly outcome: Outcome;
  readonly begun: readonly number[];
}

/** One after the other; the first failed one that is not optional ends them. */
export function inSequence(over: readonly CallsOver[]): AllCalls {
  let reached = 1;
  let time: Time = NO_TIME;
  let ways: Ways = [[1, NO_TIME]];
  const failed: (readonly [number, Time])[] = [];
  const begun = over.map(({ calls, optional, outcome }) => {
    let count = 0;
    for (const share of sharesOf(calls)) {
      count += reached * share;
      const { ok, okTime, failTime } = outcome;
      ways = oneAfterTheOther(ways, waysOver(outcome, share, optional));
      if (optional) {
        time = plus(
          time,
          mixture([
            [1 - share, NO_TIME],
            [share, anyTime(outcome)],
          ]),
        );
        continue;
      }
      failed.push([reached * share * (1 - ok), plus(time, failTime)]);
      time = plus(
        time,
        mixture([
          [1 - share, NO_TIME],
          [share * ok, okTime],
        ]),
      );
      reached *= 1 - share + share * ok;
    }
    return count;
  });
  return { outcome: { ok: reached, okTime: time, failTime: mixture(failed), ways }, begun };
}

/** A call that is made with a chance, as the ways that it can go when the caller carries on. */
function waysOver(outcome: CallOutcome, share: number, optional: boolean): Ways {
  const made: Ways = optional ? [[1, anyTime(outcome)]] : waysOf(outcome);
  const chance = optional ? share : share * outcome.ok;
  if (share >= 1) return made;
  const without = (1 - share) / (1 - share + chance);
  return [[without, NO_TIME], ...made.map(([weight, time]) => [weight * (1 - without), time] as const)];
}

/** All at once: over when the last link has answered, or when enough have answered well. */
export function inParallel(over: readonly CallsOver[], need: number): AllCalls {
  const each = over.map(({ calls, optional, outcome }) => {
    const { outcome: own, begun } = inSequence([{ calls, optional, outcome }]);
    return { own, begun: begun[0] ?? 0 };
  });
  const begun = each.map((one) => one.begun);
  if (each.length === 0) return { outcome: NOTHING_DONE, begun };
  const chances = each.map(({ own }) => own.ok);
  const wanted = Math.min(need, each.length);
  const isQuorum = need < Infinity;
  const ok = isQuorum ? atLeast(wanted, chances) : chances.reduce((product, chance) => product * chance, 1);
  return {
    outcome: {
      ok,
      okTime: lastOf(
        each.map(({ own }) => own.okTime),
        wanted,
      ),
      failTime: ok >= 1 ? NO_TIME : lastOf(each.map(({ own }) => anyTime(own))),
    },
    begun,
  };
}

/** 2.5 calls are two that happen, and one that happens half of the time. */
function sharesOf(calls: number): number[] {
  const whole = Math.min(Math.floor(calls), MOST_TRIES);
  const rest = calls - Math.floor(calls);
  return [...Array.from({ length: whole }, () => 1), ...(rest > 1e-12 ? [rest] : [])];
}
