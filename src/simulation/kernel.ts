// The ground that the engine stands on: clock, pending events, random tapes, and the pool of frames.
//
// The engine is one class in layers, each in a file of its own: kernel; tracing; queues and stations; fleets, elastic,
// replacements and changes (capacity); links, tries and calls; backlog, lanes, deliveries, batches and brokers; streams;
// fast path; engine. A layer calls those below it, and those above it through abstract methods. One object with small methods, rather than
// several that hold each other, since that is what the compiler turns into the fastest loop.
import { EventQueue } from './event-queue.ts';
import { DEADLINE, FRAME_STRIDE, NEXT } from './frame.ts';
import type { Network } from './network.ts';
import { Random } from './random.ts';
import type { Source } from './samplers.ts';
import { Tapes } from './tapes.ts';

/** What changes the network now and then while it runs: a fault, an autoscaler, a rollout. Never made for one event. */
export interface Control {
  /** The place of the station that it changes, or of the one that calls over the link that it changes. */
  readonly station: number;
  /** Called at a time for which it was scheduled. */
  fire(): void;
}

/** More requests than this at once end the run. */
export const MOST_IN_FLIGHT = 10_000_000;
/** More events than this without the clock moving end the run. */
export const MOST_EVENTS_AT_ONE_TIME = 1_000_000;
/** The control is looked at whenever these bits of the number of events are 0. */
export const LOOK_MASK = 0x3fff;
const FIRST_FRAMES = 1024;
/** From here on memory grows fourfold: pages that are not touched cost nothing, a copy does. */
const MANY_FRAMES = 1 << 20;

// Types of events: the low four bits of a payload. The rest names a frame, a stream or a link, times sixteen.
export const ARRIVAL = 0;
export const WORK_END = 1;
export const REACH = 2;
export const RETURN = 3;
export const RETRY = 4;
export const TIMER = 5;
export const USER = 6;
export const DELIVERY = 7;
/** Of a link: the oldest try may be due for its hedge. */
export const HEDGE = 8;
/** Of a station: a consumer has waited long enough for more messages. */
export const BATCH = 9;
/** Of a pool: the next request of those that share a processor may be done. */
export const SHARED_END = 10;
/** Of a control, by its number. */
export const CONTROL = 11;
/** Of a message: the wait before it is delivered again is over. */
export const REDELIVERY = 12;
/** What was to happen will not: the request was lost. */
export const NOTHING = 13;
export const TYPE_BITS = 4;
export const TYPE_MASK = 15;
/** The rest of a payload: the name of what the event is about, as of a frame, which is never negative. */
export const NAME_MASK = 0x7ffffff0;

export abstract class Kernel {
  protected readonly network: Network;
  protected readonly queue = new EventQueue();
  /** The simulated time in ms. */
  protected now = 0;
  /** When the present stretch of the time integrals began. */
  protected stretchStart = 0;
  protected tapes = new Tapes([]);
  protected ints: Int32Array;
  protected doubles: Float64Array;
  /** Requests from outside, messages and orphans that have not ended. */
  protected inFlight = 0;
  protected freeFrame = -1;
  protected usedInts = 0;
  private readonly sources: Source[] = [];
  protected readonly replication: number;
  private readonly controls: Control[] = [];

  constructor(network: Network, replication: number) {
    this.network = network;
    this.replication = replication;
    const memory = new ArrayBuffer(FIRST_FRAMES * FRAME_STRIDE * 4);
    this.ints = new Int32Array(memory);
    this.doubles = new Float64Array(memory);
  }

  /** The run cannot go on: ends it before the next event. */
  protected abstract stopCrowded(): void;

  /** A tape of its own for a purpose, named by what it serves; only before the clock starts. */
  protected addTape(purpose: string, id: string, makeSource: (random: Random) => Source): number {
    return this.sources.push(makeSource(this.randomFor(purpose, id))) - 1;
  }

  /** The simulated time in ms, for those who look from outside. */
  get time(): number {
    return this.now;
  }

  /** Random numbers for what happens so rarely that it needs no tape. */
  randomFor(purpose: string, id: string): Random {
    return new Random(this.network.seed, this.replication, `${purpose}/${id}`);
  }

  /** Registers a control. Returns its number, by which it is scheduled. */
  addControl(control: Control): number {
    return this.controls.push(control) - 1;
  }

  schedule(control: number, time: number): void {
    this.queue.push(time, (control << TYPE_BITS) | CONTROL);
  }

  protected stationOfControl(subject: number): number {
    return this.controls[subject >> TYPE_BITS]!.station;
  }

  protected fireControl(subject: number): void {
    this.controls[subject >> TYPE_BITS]!.fire();
  }

  /** Ends the adding of tapes. */
  protected sealTapes(): void {
    this.tapes = new Tapes(this.sources);
  }

  protected newFrame(): number {
    const frame = this.freeFrame;
    if (frame >= 0) {
      this.freeFrame = this.ints[frame + NEXT]!;
      return frame;
    }
    const fresh = this.usedInts;
    this.usedInts = fresh + FRAME_STRIDE;
    if (this.usedInts > this.ints.length) this.growFrames();
    this.doubles[(fresh >> 1) + DEADLINE] = Infinity;
    return fresh;
  }

  protected releaseFrame(frame: number): void {
    this.ints[frame + NEXT] = this.freeFrame;
    this.freeFrame = frame;
  }

  /** The frames, in use or not, that meet the test, in order: for what is rare, as it looks at all. */
  protected findFrames(test: (frame: number) => boolean): number[] {
    const found: number[] = [];
    for (let frame = 0; frame < this.usedInts; frame += FRAME_STRIDE) if (test(frame)) found.push(frame);
    return found;
  }

  /** Counts one more request that nobody inside waits for. */
  protected enterFlight(): void {
    if (++this.inFlight > MOST_IN_FLIGHT) this.stopCrowded();
  }

  private growFrames(): void {
    const frames = this.ints.length / FRAME_STRIDE;
    const factor = frames < MANY_FRAMES ? 2 : 4;
    const memory = new ArrayBuffer(this.ints.byteLength * factor);
    const ints = new Int32Array(memory);
    ints.set(this.ints);
    this.ints = ints;
    this.doubles = new Float64Array(memory);
    this.growColumns(frames * factor);
  }

  /** There are more frames now: what a layer keeps for each frame outside of it grows as well. */
  protected growColumns(_frames: number): void {
    // The kernel itself keeps nothing.
  }
}
