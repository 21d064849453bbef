// The circuit breaker of one connection: closed, open or half-open, by the outcomes of its tries in a sliding window.
import type { BreakerRules } from '../network.ts';

const CLOSED = 0;
const OPENED = 1;
/** Lets through one try, by whose outcome it opens again or closes. */
const HALF_OPEN = 2;

export class CircuitBreaker {
  private readonly rules: BreakerRules;
  private readonly window: OutcomeWindow;
  private state = CLOSED;
  /** While open: when it becomes half-open. */
  private openUntil = 0;
  /** While half-open: its one try is out. */
  private isProbing = false;

  constructor(rules: BreakerRules) {
    this.rules = rules;
    this.window = new OutcomeWindow(rules.windowMs);
  }

  lets(now: number): boolean {
    if (this.state === CLOSED) return true;
    return this.state === OPENED ? now >= this.openUntil : !this.isProbing;
  }

  /** A try goes out that it lets; true where that is the one by which it judges. */
  begin(): boolean {
    if (this.state === CLOSED) return false;
    this.state = HALF_OPEN;
    this.isProbing = true;
    return true;
  }

  /** A try has ended that went out. What began before it opened is of no account until it has closed again. */
  end(now: number, hasFailed: boolean, isProbe: boolean): void {
    if (isProbe) {
      this.isProbing = false;
      if (hasFailed) this.open(now);
      else this.close();
      return;
    }
    if (this.state !== CLOSED) return;
    const { window, rules } = this;
    window.add(now, hasFailed);
    if (window.calls >= rules.minimumCalls && window.failures / window.calls >= rules.failureRate) this.open(now);
  }

  /** Nobody will learn how the one try ends: another takes its place. */
  loseProbe(): void {
    this.isProbing = false;
  }

  private open(now: number): void {
    this.state = OPENED;
    this.openUntil = now + this.rules.openMs;
  }

  private close(): void {
    this.state = CLOSED;
    this.window.clear();
  }
}

/** The outcomes of the last `lengthMs`, each by the time at which it came: one that old to the moment is out. */
class OutcomeWindow {
  calls = 0;
  failures = 0;
  private readonly lengthMs: number;
  private times = new Float64Array(16);
  private failed = new Uint8Array(16);
  private head = 0;

  constructor(lengthMs: number) {
    this.lengthMs = lengthMs;
  }

  add(now: number, hasFailed: boolean): void {
    this.forgetUntil(now - this.lengthMs);
    if (this.calls === this.times.length) this.grow();
    const place = (this.head + this.calls) & (this.times.length - 1);
    this.times[place] = now;
    this.failed[place] = hasFailed ? 1 : 0;
    this.calls++;
    if (hasFailed) this.failures++;
  }

  clear(): void {
    this.calls = 0;
    this.failures = 0;
  }

  private forgetUntil(time: number): void {
    while (this.calls > 0 && this.times[this.head]! <= time) {
      this.failures -= this.failed[this.head]!;
      this.head = (this.head + 1) & (this.times.length - 1);
      this.calls--;
    }
  }

  private grow(): void {
    const times = new Float64Array(this.times.length * 2);
    const failed = new Uint8Array(times.length);
    for (let i = 0; i < this.calls; i++) {
      const place = (this.head + i) & (this.times.length - 1);
      times[i] = this.times[place]!;
      failed[i] = this.failed[place]!;
    }
    this.times = times;
    this.failed = failed;
    this.head = 0;
  }
}
