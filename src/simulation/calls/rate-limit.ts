// The rate limit of one connection: a bucket of tokens that fills steadily and is full at the start; each try takes one.

/** Sums of doubles may miss a whole token by so much. */
const ROUNDING = 1e-6;

export class RateLimit {
  private readonly perMs: number;
  private readonly burst: number;
  private tokens: number;
  private filledAt = 0;

  constructor({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }) {
    this.perMs = perSecond / 1000;
    this.burst = burst;
    this.tokens = burst;
  }

  /** Takes a token; false where there is none. */
  take(now: number): boolean {
    this.tokens = Math.min(this.burst, this.tokens + (now - this.filledAt) * this.perMs);
    this.filledAt = now;
    if (this.tokens < 1 - ROUNDING) return false;
    this.tokens -= 1;
    return true;
  }
}
