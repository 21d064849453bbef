// The spans of traced requests: one for each visit, which is one try of a call, in typed arrays that are used again.
//
// A span is named by the place of its first integer. Its children stand in a list in the order in which they began, so
// that a request is a tree below the span of its arrival, the root.

export const SPAN_STRIDE = 16;
// Integers.
export const SPAN_STATION = 0;
/** The link of the try; -1 for the root. */
export const SPAN_LINK = 1;
/** The span of the caller; -1 for the root. */
export const SPAN_PARENT = 2;
export const SPAN_ROOT = 3;
export const FIRST_CHILD = 4;
export const LAST_CHILD = 5;
/** The next of the same parent, or of the free ones. */
export const NEXT_SPAN = 6;
/** Which try of its call it is, from 1. */
export const SPAN_ATTEMPT = 7;
/** How it ended, as in frame.ts, or one of the two below. */
export const SPAN_OUTCOME = 8;
/** The frame that is traced, for as long as the span is open. */
export const SPAN_FRAME = 9;
/** Root: how many requests it stands for; 0 where it is only looked at to be kept. */
export const SPAN_WEIGHT = 10;
/** Root: a span of it found no room, so that the tree is not whole. */
export const SPAN_BROKEN = 11;
/** Root: the running number of the request among those traced. */
export const SPAN_NUMBER = 12;

// Doubles, in the same stride; times in ms, NaN where it never came to that.
/** When the call began: before the first of its tries. */
export const SPAN_BORN = 0;
/** When the try was sent. */
export const TRIED = 1;
export const ARRIVED_AT = 2;
export const STARTED_AT = 3;
export const WORK_ENDED = 4;
/** When the caller knew of the end. */
export const ENDED = 5;
/** Of the wait: how long it was for slots whose holders had calls out. While waiting: the station's integral when it began. */
export const BLOCKED_WAIT = 6;

/** Still open. */
export const NOT_ENDED = -1;
/** Open when its caller went on without it. */
export const ABANDONED = -2;

/** Spans at a time of requests that count, and of those that are only looked at. */
const MOST_COUNTED = 1 << 16;
const MOST_UNCOUNTED = 1 << 18;
const FIRST_SPANS = 256;

export class Spans {
  ints = new Int32Array(FIRST_SPANS * SPAN_STRIDE);
  doubles = new Float64Array(FIRST_SPANS * SPAN_STRIDE);
  private free = -1;
  private used = 0;
  private counted = 0;
  private uncounted = 0;
  /** Since the start. */
  private freed = 0;

  /** Whether a whole request of the kind is likely to find room. */
  hasRoom(isCounted: boolean): boolean {
    return isCounted ? this.counted < MOST_COUNTED / 2 : this.uncounted < MOST_UNCOUNTED / 2;
  }

  /** The span of a request's arrival. */
  addRoot(weight: number, number: number): number {
    const span = this.take(weight > 0);
    const { ints } = this;
    ints[span + SPAN_ROOT] = span;
    ints[span + SPAN_PARENT] = -1;
    ints[span + SPAN_WEIGHT] = weight;
    ints[span + SPAN_BROKEN] = 0;
    ints[span + SPAN_NUMBER] = number;
    return span;
  }

  /** A further try of the parent; -1 where there is no room, by which the tree is broken. */
  addChild(parent: number): number {
    const root = this.ints[parent + SPAN_ROOT]!;
    const isCounted = this.ints[root + SPAN_WEIGHT]! > 0;
    if (isCounted ? this.counted >= MOST_COUNTED : this.uncounted >= MOST_UNCOUNTED) {
      this.ints[root + SPAN_BROKEN] = 1;
      return -1;
    }
    const span = this.take(isCounted);
    const { ints } = this;
    ints[span + SPAN_ROOT] = root;
    ints[span + SPAN_PARENT] = parent;
    const last = ints[parent + LAST_CHILD]!;
    if (last < 0) ints[parent + FIRST_CHILD] = span;
    else ints[last + NEXT_SPAN] = span;
    ints[parent + LAST_CHILD] = span;
    return span;
  }

  /** Gives back the span and all beneath it. */
  freeTree(span: number): void {
    const isCounted = this.ints[this.ints[span + SPAN_ROOT]! + SPAN_WEIGHT]! > 0;
    const before = this.freed;
    this.freeBelow(span);
    if (isCounted) this.counted -= this.freed - before;
    else this.uncounted -= this.freed - before;
  }

  private freeBelow(span: number): void {
    const { ints } = this;
    let child = ints[span + FIRST_CHILD]!;
    while (child >= 0) {
      const next = ints[child + NEXT_SPAN]!;
      this.freeBelow(child);
      child = next;
    }
    ints[span + NEXT_SPAN] = this.free;
    this.free = span;
    this.freed++;
  }

  private take(isCounted: boolean): number {
    if (isCounted) this.counted++;
    else this.uncounted++;
    let span = this.free;
    if (span >= 0) this.free = this.ints[span + NEXT_SPAN]!;
    else {
      span = this.used;
      this.used += SPAN_STRIDE;
      if (this.used > this.ints.length) this.grow();
    }
    const { ints, doubles } = this;
    ints[span + FIRST_CHILD] = -1;
    ints[span + LAST_CHILD] = -1;
    ints[span + NEXT_SPAN] = -1;
    ints[span + SPAN_OUTCOME] = NOT_ENDED;
    // One by one, since `fill` costs more than all of them.
    doubles[span + ARRIVED_AT] = NaN;
    doubles[span + STARTED_AT] = NaN;
    doubles[span + WORK_ENDED] = NaN;
    doubles[span + ENDED] = NaN;
    doubles[span + BLOCKED_WAIT] = 0;
    return span;
  }

  private grow(): void {
    const ints = new Int32Array(this.ints.length * 2);
    const doubles = new Float64Array(this.doubles.length * 2);
    ints.set(this.ints);
    doubles.set(this.doubles);
    this.ints = ints;
    this.doubles = doubles;
  }
}
