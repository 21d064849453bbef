// The ground that the engine stands on: clock, pending events, random tapes, and the pool of frames.
//
// The engine is one class in layers, each in a file of its own: kernel, stations, calls, brokers, engine. A layer calls
// those below it, and those above it through abstract methods. One object with small methods, rather than several that
// hold each other, since that is what the compiler turns into the fastest loop.
import { EventQueue } from './event-queue.ts';
import { DEADLINE, FRAME_STRIDE, NEXT } from './frame.ts';
import type { Network } from './network.ts';
import { Random } from './random.ts';
import type { Source } from './samplers.ts';
import { Tapes } from './tapes.ts';

/** More requests than this at once end the run. */
export const MOST_IN_FLIGHT = 10_000_000;
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
export const TYPE_MASK = 15;

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
  private freeFrame = -1;
  private usedInts = 0;
  private readonly sources: Source[] = [];
  protected readonly replication: number;

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
    const random = new Random(this.network.seed, this.replication, `${purpose}/${id}`);
    return this.sources.push(makeSource(random)) - 1;
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
  }
}
