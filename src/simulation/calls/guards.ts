// What stands before the tries of one connection at its caller: a breaker, then a bulkhead, then a rate limit. A try that
// a later one refuses takes nothing from an earlier one.
import { ADMITTED, LOCAL, OK, OPEN, PROBE, REJECTED } from '../frame.ts';
import type { Link } from '../network.ts';
import { Bulkhead } from './bulkhead.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { RateLimit } from './rate-limit.ts';

export function isGuarded({ breaker, bulkhead, rateLimit }: Link): boolean {
  return breaker !== null || bulkhead < Infinity || rateLimit !== null;
}

export class Guards {
  private readonly breaker: CircuitBreaker | null;
  private readonly bulkhead: Bulkhead | null;
  private readonly rateLimit: RateLimit | null;

  constructor({ breaker, bulkhead, rateLimit }: Link) {
    this.breaker = breaker && new CircuitBreaker(breaker);
    this.bulkhead = bulkhead < Infinity ? new Bulkhead(bulkhead) : null;
    this.rateLimit = rateLimit && new RateLimit(rateLimit);
  }

  /** What a try gains in its STATE: ADMITTED, and PROBE where it is one; or LOCAL with the outcome of a refusal. */
  admit(now: number): number {
    const { breaker, bulkhead, rateLimit } = this;
    if (breaker !== null && !breaker.lets(now)) return LOCAL | OPEN;
    if (bulkhead !== null && !bulkhead.hasRoom()) return LOCAL | REJECTED;
    if (rateLimit !== null && !rateLimit.take(now)) return LOCAL | REJECTED;
    bulkhead?.enter();
    return breaker?.begin() ? ADMITTED | PROBE : ADMITTED;
  }

  /** An admitted try has ended. */
  end(now: number, outcome: number, isProbe: boolean): void {
    this.bulkhead?.leave();
    this.breaker?.end(now, outcome !== OK, isProbe);
  }

  /** The caller no longer waits for an admitted try, which has not ended. */
  forget(isProbe: boolean): void {
    this.bulkhead?.leave();
    if (isProbe) this.breaker?.loseProbe();
  }
}
