// Some of the traced requests are kept as a whole: half of them the slowest, the others a uniform sample of the rest.
import { ERROR, OK, REJECTED } from '../frame.ts';
import { Random } from '../random.ts';
import { STATION_STRIDE } from '../stations/station-layout.ts';
import { LINK_STRIDE } from '../calls/link-layout.ts';
import type { CriticalPath } from './critical-path.ts';
import {
  ARRIVED_AT,
  ENDED,
  FIRST_CHILD,
  NEXT_SPAN,
  SPAN_ATTEMPT,
  SPAN_LINK,
  SPAN_NUMBER,
  SPAN_OUTCOME,
  SPAN_STATION,
  type Spans,
  STARTED_AT,
  TRIED,
  WORK_ENDED,
} from './spans.ts';

/** One try of a call, or the request itself. Times in ms from the start; NaN where it never came to that. */
export interface SpanRecord {
  readonly station: number;
  /** -1 for the request itself. */
  readonly link: number;
  /** The place of the caller's span among those of the trace; -1 for the request itself, which is the first. */
  readonly parent: number;
  /** From 1. */
  readonly attempt: number;
  /** As in frame.ts; negative where the caller went on without waiting for the end. */
  readonly outcome: number;
  readonly triedMs: number;
  readonly arrivedMs: number;
  readonly startedMs: number;
  readonly workEndedMs: number;
  readonly answeredMs: number;
  readonly endedMs: number;
}

export interface TraceRecord {
  /** Which of the requests it was, from 1. */
  readonly number: number;
  readonly spans: readonly SpanRecord[];
}

interface Kept {
  readonly durationMs: number;
  readonly trace: TraceRecord;
}

export class TraceKeeper {
  private readonly spans: Spans;
  private readonly path: CriticalPath;
  private readonly mostSlowest: number;
  private readonly mostOthers: number;
  private readonly random: Random;
  /** A binary heap, the quickest of them first. */
  private readonly slowest: Kept[] = [];
  private readonly others: Kept[] = [];
  private offered = 0;

  /** Its draws are its own, so that keeping traces changes nothing else. */
  constructor(spans: Spans, path: CriticalPath, limits: { readonly traces: number; readonly seed: number }) {
    this.spans = spans;
    this.path = path;
    this.mostSlowest = Math.ceil(limits.traces / 2);
    this.mostOthers = limits.traces - this.mostSlowest;
    this.random = new Random(limits.seed, 0, 'traces/kept');
  }

  take(root: number): void {
    const { doubles } = this.spans;
    const durationMs = doubles[root + ENDED]! - doubles[root + TRIED]!;
    if (this.slowest.length < this.mostSlowest) {
      this.slowest.push({ durationMs, trace: this.copy(root) });
      this.siftUp(this.slowest.length - 1);
    } else if (durationMs > this.slowest[0]!.durationMs) {
      const { slowest } = this;
      const quickest = slowest[0]!;
      slowest[0] = { durationMs, trace: this.copy(root) };
      this.siftDown();
      this.offer(() => quickest);
    } else {
      this.offer(() => ({ durationMs, trace: this.copy(root) }));
    }
  }

  /** In the order in which the requests came. */
  drawUp(): TraceRecord[] {
    return [...this.slowest, ...this.others].map(({ trace }) => trace).sort((a, b) => a.number - b.number);
  }

  clear(): void {
    this.slowest.length = 0;
    this.others.length = 0;
    this.offered = 0;
  }

  /** Every request that is not among the slowest comes here once: algorithm R (Vitter 1985) makes the sample uniform. */
  private offer(kept: () => Kept): void {
    this.offered++;
    if (this.others.length < this.mostOthers) {
      this.others.push(kept());
      return;
    }
    const place = Math.floor(this.random.uniform() * this.offered);
    if (place < this.mostOthers) this.others[place] = kept();
  }

  private siftUp(place: number): void {
    const { slowest } = this;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (slowest[above]!.durationMs <= slowest[place]!.durationMs) return;
      [slowest[above], slowest[place]] = [slowest[place]!, slowest[above]!];
      place = above;
    }
  }

  private siftDown(): void {
    const { slowest } = this;
    for (let place = 0; ;) {
      let least = 2 * place + 1;
      if (least >= slowest.length) return;
      if (least + 1 < slowest.length && slowest[least + 1]!.durationMs < slowest[least]!.durationMs) least++;
      if (slowest[place]!.durationMs <= slowest[least]!.durationMs) return;
      [slowest[place], slowest[least]] = [slowest[least]!, slowest[place]!];
      place = least;
    }
  }

  private copy(root: number): TraceRecord {
    const records: SpanRecord[] = [];
    this.copyBelow(root, -1, records);
    return { number: this.spans.ints[root + SPAN_NUMBER]!, spans: records };
  }

  /** Callers before those they call. */
  private copyBelow(span: number, parent: number, records: SpanRecord[]): void {
    const { ints, doubles } = this.spans;
    const link = ints[span + SPAN_LINK]!;
    const place = records.push({
      station: ints[span + SPAN_STATION]! / STATION_STRIDE,
      link: link < 0 ? link : link / LINK_STRIDE,
      parent,
      attempt: ints[span + SPAN_ATTEMPT]!,
      outcome: ints[span + SPAN_OUTCOME]!,
      triedMs: doubles[span + TRIED]!,
      arrivedMs: doubles[span + ARRIVED_AT]!,
      startedMs: doubles[span + STARTED_AT]!,
      workEndedMs: doubles[span + WORK_ENDED]!,
      answeredMs: this.answeredAt(span),
      endedMs: doubles[span + ENDED]!,
    });
    for (let child = ints[span + FIRST_CHILD]!; child >= 0; child = ints[child + NEXT_SPAN]!) {
      this.copyBelow(child, place - 1, records);
    }
  }

  /** When the station was done with it, as far as its caller waited for that. */
  private answeredAt(span: number): number {
    const { ints, doubles } = this.spans;
    const outcome = ints[span + SPAN_OUTCOME]!;
    const hasWorked = !Number.isNaN(doubles[span + WORK_ENDED]!);
    if ((outcome === OK || outcome === ERROR || outcome === REJECTED) && hasWorked) return this.path.answeredAt(span);
    return outcome === REJECTED ? doubles[span + ARRIVED_AT]! : doubles[span + ENDED]!;
  }
}
