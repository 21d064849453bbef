// The layer of the traces: of sampled requests every visit is written down as a span, and at the end the tree of them
// tells where the time went.
//
// Which requests are sampled is no matter of chance: all at first, and from then on one of so many, which stands for them
// all. How many follows, now and then anew, from how many requests are still to come. So a short run is traced whole, and
// a long one stays cheap.
import {
  ARRIVED,
  ATTEMPT_SHIFT,
  BORN,
  FRAME_STRIDE,
  LINK,
  LOCAL,
  PARENT,
  REJECTED,
  STATE,
  STATION,
  TIMEOUT,
  TRACED,
} from '../frame.ts';
import { Kernel } from '../kernel.ts';
import type { Network } from '../network.ts';
import {
  ABANDONED,
  ARRIVED_AT,
  BLOCKED_WAIT,
  ENDED,
  FIRST_CHILD,
  NEXT_SPAN,
  NOT_ENDED,
  SPAN_ATTEMPT,
  SPAN_BORN,
  SPAN_FRAME,
  SPAN_LINK,
  SPAN_OUTCOME,
  SPAN_STATION,
  Spans,
  STARTED_AT,
  TRIED,
  WORK_ENDED,
} from './spans.ts';

/** After so many it is seen anew how many there are to be. */
const SAMPLED_AT_A_TIME = 1024;
/** So many at least are to be sampled in the rest of the run, if requests go on to come as they did, and less than twice as many. */
const SAMPLED_IN_REST = 2048;
/** How much sparser at once, since many requests may come together and few after them. */
const MOST_SPARSER = 16;

// What can be told of a traced request: the first argument of `trace`.
export const TRACE_BEGIN = 0;
export const TRACE_TRY = 1;
export const TRACE_WAIT = 2;
export const TRACE_START = 3;
export const TRACE_WORK_END = 4;
export const TRACE_TRY_END = 5;
export const TRACE_GIVE_UP = 6;
export const TRACE_END = 7;
export const TRACE_ABANDON = 8;

export abstract class Tracing extends Kernel {
  protected readonly spans = new Spans();
  /** Of each traced frame: the span of its present visit or try. */
  private spanOf: Int32Array;
  /** Requests until the next that is traced. */
  protected untilTraced = 1;
  /** Requests until the next that counts; the same unless all are traced so that some can be kept. */
  private untilCounted = 1;
  private stride = 1;
  private sampled = 0;
  private number = 0;
  /** Since when, and from which request on, the sampling goes on. */
  private samplingFromMs = 0;
  private samplingFrom = 0;
  private readonly keepsTraces: boolean;
  private readonly hooks: readonly ((frame: number, detail: number) => void)[];

  constructor(network: Network, replication: number) {
    super(network, replication);
    this.keepsTraces = network.traces > 0 && replication === 0;
    this.spanOf = new Int32Array(this.ints.length / FRAME_STRIDE);
    this.hooks = [
      (frame) => this.beginTrace(frame),
      (frame) => this.traceTry(frame),
      (frame, station) => this.traceWait(frame, station),
      (frame, station) => this.traceStart(frame, station),
      (frame) => this.traceWorkEnd(frame),
      (frame, outcome) => this.traceEnd(frame, outcome),
      (orphan, frame) => this.traceTimeout(orphan, frame),
      (frame, outcome) => this.endTrace(frame, outcome),
      (frame) => this.traceAbandon(frame),
    ];
  }

  /**
   * Something has happened to a frame that is traced. By a table, so that V8 does not take the tracing into the loop: at
   * the start all requests are traced, and it would compile the loop as if that went on.
   */
  protected trace(hook: number, frame: number, detail: number): void {
    this.hooks[hook]!(frame, detail);
  }

  /** Slots of the station that were held while calls were out, integrated over time from the start, in slots × ms. */
  protected abstract blockedSlotTime(station: number): number;
  protected abstract slotsOf(station: number): number;
  /** The tree of a traced request is whole; it is freed afterwards. */
  protected abstract takeTrace(root: number): void;

  /** So many requests are traced that what happens is seldom plain. */
  protected get tracesMost(): boolean {
    return this.keepsTraces || this.stride < 4;
  }

  /** The window begins: it is sampled as densely as a run that starts there. */
  protected restartSampling(): void {
    this.stride = 1;
    this.sampled = 0;
    this.untilTraced = 1;
    this.untilCounted = 1;
    this.samplingFromMs = this.now;
    this.samplingFrom = this.number;
  }

  /** Samples as sparsely from here on as what is still to come allows. */
  private thinOut(): void {
    const perMs = (this.number - this.samplingFrom) / (this.now - this.samplingFromMs);
    const toCome = perMs * (this.network.durationMs - this.now);
    const most = this.stride * MOST_SPARSER;
    while (this.stride < most && this.stride * 2 * SAMPLED_IN_REST <= toCome) this.stride *= 2;
    this.sampled = 0;
    this.untilCounted = this.stride;
    if (!this.keepsTraces) this.untilTraced = this.stride;
  }

  /** A request from outside comes, whose turn it is to be traced. */
  private beginTrace(frame: number): void {
    const interval = this.keepsTraces ? 1 : this.stride;
    this.untilTraced = interval;
    this.number += interval;
    this.untilCounted -= this.keepsTraces ? 1 : this.untilCounted;
    const counts = this.untilCounted <= 0;
    const weight = counts ? this.stride : 0;
    if (counts) this.untilCounted = this.stride;
    if (!this.spans.hasRoom(counts)) return;
    const root = this.spans.addRoot(weight, this.number);
    if (counts && ++this.sampled === SAMPLED_AT_A_TIME) this.thinOut();
    this.open(frame, root);
    this.spans.doubles[root + ARRIVED_AT] = this.now;
  }

  /** A request from outside ends. */
  private endTrace(frame: number, outcome: number): void {
    const root = this.spanOf[frame >> 4]!;
    this.close(root, outcome);
    this.takeTrace(root);
    this.spans.freeTree(root);
  }

  /** A try is sent, for a caller that may have ceased to be traced since the first. */
  private traceTry(frame: number): void {
    const caller = this.ints[frame + PARENT]!;
    const isTraced = caller >= 0 && (this.ints[caller + STATE]! & TRACED) !== 0;
    const span = isTraced ? this.spans.addChild(this.spanOf[caller >> 4]!) : -1;
    if (span < 0) this.ints[frame + STATE]! &= ~TRACED;
    else this.open(frame, span);
  }

  /** It finds no free slot. */
  private traceWait(frame: number, station: number): void {
    const span = this.spanOf[frame >> 4]!;
    this.spans.doubles[span + ARRIVED_AT] = this.doubles[(frame >> 1) + ARRIVED]!;
    this.spans.doubles[span + BLOCKED_WAIT] = this.blockedSlotTime(station);
  }

  /** Its work begins. */
  private traceStart(frame: number, station: number): void {
    const span = this.spanOf[frame >> 4]!;
    const { doubles } = this.spans;
    const arrived = this.doubles[(frame >> 1) + ARRIVED]!;
    doubles[span + ARRIVED_AT] = arrived;
    doubles[span + STARTED_AT] = this.now;
    if (this.now > arrived) {
      const blocked = this.blockedSlotTime(station) - doubles[span + BLOCKED_WAIT]!;
      doubles[span + BLOCKED_WAIT] = blocked > 0 ? blocked / Math.max(1, this.slotsOf(station)) : 0;
    } else {
      doubles[span + BLOCKED_WAIT] = 0;
    }
  }

  private traceWorkEnd(frame: number): void {
    this.spans.doubles[this.spanOf[frame >> 4]! + WORK_ENDED] = this.now;
  }

  /** A try has ended, and the caller knows it. The frame stays traced for the next try. */
  private traceEnd(frame: number, outcome: number): void {
    const span = this.spanOf[frame >> 4]!;
    const { ints, doubles } = this.spans;
    // A try that its caller's own guard refused may never have been sent, so that there is no span of it.
    if (ints[span + SPAN_FRAME] !== frame || ints[span + SPAN_OUTCOME] !== NOT_ENDED) return;
    const isLocal = (this.ints[frame + STATE]! & LOCAL) !== 0;
    if (outcome === REJECTED && !isLocal) doubles[span + ARRIVED_AT] = this.doubles[(frame >> 1) + ARRIVED]!;
    this.close(span, outcome);
  }

  /** The caller has given a try up; another frame stands for the call from here on. */
  private traceTimeout(orphan: number, frame: number): void {
    this.close(this.spanOf[orphan >> 4]!, TIMEOUT);
    this.ints[orphan + STATE]! &= ~TRACED;
    this.ints[frame + STATE]! |= TRACED;
  }

  /** The caller goes on without this try; the call, if there still is one, is in another frame. */
  private traceAbandon(frame: number): void {
    const span = this.spanOf[frame >> 4]!;
    const { ints, doubles } = this.spans;
    this.ints[frame + STATE]! &= ~TRACED;
    if (ints[span + SPAN_FRAME] !== frame || ints[span + SPAN_OUTCOME] !== NOT_ENDED) return;
    ints[span + SPAN_OUTCOME] = ABANDONED;
    doubles[span + ENDED] = this.now;
    this.abandonBelow(span);
  }

  private open(frame: number, span: number): void {
    const ints = this.ints;
    ints[frame + STATE]! |= TRACED;
    this.spanOf[frame >> 4] = span;
    const { ints: spanInts, doubles } = this.spans;
    spanInts[span + SPAN_STATION] = ints[frame + STATION]!;
    spanInts[span + SPAN_LINK] = ints[frame + LINK]!;
    spanInts[span + SPAN_ATTEMPT] = ints[frame + STATE]! >> ATTEMPT_SHIFT;
    spanInts[span + SPAN_FRAME] = frame;
    doubles[span + SPAN_BORN] = this.doubles[(frame >> 1) + BORN]!;
    doubles[span + TRIED] = this.now;
  }

  private close(span: number, outcome: number): void {
    this.spans.ints[span + SPAN_OUTCOME] = outcome;
    this.spans.doubles[span + ENDED] = this.now;
    this.abandonBelow(span);
  }

  /** What its caller does not wait for any more goes on untraced. */
  private abandonBelow(span: number): void {
    const { ints, doubles } = this.spans;
    for (let child = ints[span + FIRST_CHILD]!; child >= 0; child = ints[child + NEXT_SPAN]!) {
      if (ints[child + SPAN_OUTCOME] !== NOT_ENDED) continue;
      this.ints[ints[child + SPAN_FRAME]! + STATE]! &= ~TRACED;
      ints[child + SPAN_OUTCOME] = ABANDONED;
      doubles[child + ENDED] = this.now;
      this.abandonBelow(child);
    }
  }

  protected override growColumns(frames: number): void {
    super.growColumns(frames);
    const spanOf = new Int32Array(frames);
    spanOf.set(this.spanOf);
    this.spanOf = spanOf;
  }
}
