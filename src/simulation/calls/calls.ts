// The layer of the calls: what a request does after its work, and how the answer, good or bad, finds its way back.
//
// A link is named by its place in the strided arrays, as a station is. Calls without latency do not pass through the
// event queue; refusals always do, so that nothing here can call itself without end within one event.
import {
  ATTEMPT_SHIFT,
  ATTEMPT_UNIT,
  BORN,
  CURSOR,
  DEADLINE,
  ERROR,
  FAILED,
  LINK,
  OK,
  ORIGIN,
  ORPHAN,
  OUTCOME_MASK,
  PARENT,
  POOL,
  REJECTED,
  REMAINING,
  STATE,
  STATION,
  TIMEOUT,
  TRACED,
  WORK,
} from '../frame.ts';
import { REACH, RETRY, RETURN, TIMER } from '../kernel.ts';
import type { Link, Network } from '../network.ts';
import { sampleDistribution, sampleUniform } from '../samplers.ts';
import {
  BLOCKED,
  BLOCKED_TIME,
  BLOCKING,
  BROKER,
  END_LINKS,
  FIRST_ASYNC,
  FIRST_SYNC,
  HIT_RATIO,
  HIT_TAPE,
  PARALLEL,
  STATION_STRIDE,
  TRAITS,
} from '../stations/station-layout.ts';
import { Stations } from '../stations/stations.ts';
import { BUCKETS, bucketOf } from '../statistics/histogram.ts';
import { TRACE_GIVE_UP, TRACE_TRY, TRACE_TRY_END } from '../tracing/tracing.ts';
import {
  ATTEMPTS,
  BACKOFF,
  CALL_RESPONSE,
  CALLEE,
  CALLS,
  DELIVERS,
  FRACTION,
  FRACTION_TAPE,
  JITTER,
  JITTER_TAPE,
  LATENCY_TAPE,
  LINK_STRIDE,
  MULTIPLIER,
  OPTIONAL,
  OUTCOMES,
  RETRIES,
  RING,
  TIMEOUT_MS,
  TRANSFER,
  WHOLE_CALLS,
  WORK_TAPE,
} from './link-layout.ts';
import { TimeoutRing } from './timeout-ring.ts';

/** What a frame knows of its call, as against of its visit. */
const OF_A_CALL = [STATION, PARENT, LINK, REMAINING, ORIGIN, WORK] as const;

const NO_JITTER = 0;
const FULL_JITTER = 1;
const EQUAL_JITTER = 2;

/** What `advance` and `settle` say when the caller has not finished yet. */
const NOBODY = -1;

export abstract class Calls extends Stations {
  protected readonly linkInts: Int32Array;
  protected readonly linkDoubles: Float64Array;
  protected readonly linkResponses: Uint32Array;
  private readonly rings: TimeoutRing[] = [];
  /** How the caller has finished that `settle` or `advance` has named. */
  private finished = OK;

  constructor(network: Network, replication: number) {
    super(network, replication);
    this.linkInts = new Int32Array(network.links.length * LINK_STRIDE);
    this.linkDoubles = new Float64Array(network.links.length * LINK_STRIDE);
    this.linkResponses = new Uint32Array(network.links.length * BUCKETS);
    network.links.forEach((link, index) => this.setUpLink(link, index * LINK_STRIDE));
  }

  /** A request from outside has ended; its frame is released there. */
  protected abstract endRequest(frame: number, outcome: number): void;
  /** A broker has done its own work on a message: gives it on, and answers the sender. */
  protected abstract publish(frame: number, station: number): void;
  /** A consumer has answered a delivery. */
  protected abstract endDelivery(frame: number, outcome: number): void;

  protected proceed(frame: number, station: number): void {
    const stationInts = this.stationInts;
    const traits = stationInts[station + TRAITS]!;
    if ((traits & BROKER) !== 0) {
      this.publish(frame, station);
      return;
    }
    const hitTape = stationInts[station + HIT_TAPE]!;
    if (hitTape >= 0 && this.tapes.draw(hitTape) < this.stationDoubles[station + HIT_RATIO]!) {
      if ((traits & BLOCKING) !== 0) this.releaseSlot(station, this.ints[frame + POOL]!);
      this.answer(frame, OK);
      return;
    }
    const firstAsync = stationInts[station + FIRST_ASYNC]!;
    const endLinks = stationInts[station + END_LINKS]!;
    for (let link = firstAsync; link < endLinks; link += LINK_STRIDE) this.send(frame, link);
    if ((traits & BLOCKING) !== 0) this.block(station);
    const isFinished =
      (traits & PARALLEL) !== 0
        ? this.callAll(frame, station)
        : this.advance(frame, stationInts[station + FIRST_SYNC]!);
    if (isFinished) this.answer(frame, this.finished);
  }

  /** Ends a visit, and those that were waiting for nothing but its answer. */
  protected answer(frame: number, outcome: number): void {
    const ints = this.ints;
    for (;;) {
      const link = ints[frame + LINK]!;
      if (link < 0) {
        this.endRequest(frame, outcome);
        return;
      }
      if ((ints[frame + STATE]! & ORPHAN) !== 0) {
        this.dropOrphan(frame);
        return;
      }
      const latencyTape = this.linkInts[link + LATENCY_TAPE]!;
      if (latencyTape >= 0) {
        ints[frame + STATE]! |= outcome;
        this.queue.push(this.now + this.tapes.draw(latencyTape), frame | RETURN);
        return;
      }
      frame = this.settle(frame, link, outcome);
      if (frame < 0) return;
      outcome = this.finished;
    }
  }

  protected refuse(frame: number): void {
    const link = this.ints[frame + LINK]!;
    if (link < 0) {
      this.endRequest(frame, REJECTED);
      return;
    }
    const latencyTape = this.linkInts[link + LATENCY_TAPE]!;
    this.ints[frame + STATE]! |= REJECTED;
    this.queue.push(latencyTape < 0 ? this.now : this.now + this.tapes.draw(latencyTape), frame | RETURN);
  }

  /** The answer has travelled back. */
  protected takeReturn(frame: number): void {
    const state = this.ints[frame + STATE]!;
    if ((state & ORPHAN) !== 0) {
      this.dropOrphan(frame);
      return;
    }
    const outcome = state & OUTCOME_MASK;
    this.ints[frame + STATE] = state - outcome;
    const caller = this.settle(frame, this.ints[frame + LINK]!, outcome);
    if (caller >= 0) this.answer(caller, this.finished);
  }

  /** The wait before another try is over. */
  protected takeRetry(frame: number): void {
    const link = this.ints[frame + LINK]!;
    this.ints[frame + STATE]! += ATTEMPT_UNIT;
    this.linkDoubles[link + RETRIES]! += 1;
    this.try(frame, link);
  }

  /** The oldest try of a link with a timeout may be late. */
  protected takeTimer(link: number): void {
    const ring = this.rings[this.linkInts[link + RING]!]!;
    const frame = ring.frame;
    if (this.doubles[(frame >> 1) + DEADLINE] === ring.deadline) this.timeOut(frame, link);
    ring.shift();
    this.armNext(ring, link);
  }

  protected reach(frame: number): void {
    this.arrive(frame);
  }

  /** How many calls the request makes over the link. */
  protected drawCalls(link: number): number {
    const linkInts = this.linkInts;
    const whole = linkInts[link + WHOLE_CALLS]!;
    const tape = linkInts[link + FRACTION_TAPE]!;
    if (tape < 0) return whole;
    return this.tapes.draw(tape) < this.linkDoubles[link + FRACTION]! ? whole + 1 : whole;
  }

  protected recordTry(link: number, outcome: number): void {
    this.linkDoubles[link + OUTCOMES + outcome]! += 1;
  }

  protected recordCall(frame: number, link: number): void {
    const responseMs = this.now - this.doubles[(frame >> 1) + BORN]!;
    this.linkDoubles[link + CALL_RESPONSE]! += responseMs;
    this.linkResponses[link * (BUCKETS / LINK_STRIDE) + bucketOf(responseMs)]! += 1;
  }

  protected dropOrphan(frame: number): void {
    this.inFlight--;
    this.releaseFrame(frame);
  }

  /** Calls the synchronous links from `link` on, one after the other, as far as can be without waiting. */
  private advance(frame: number, link: number): boolean {
    const endLinks = this.stationInts[this.ints[frame + STATION]! + FIRST_ASYNC]!;
    for (; link < endLinks; link += LINK_STRIDE) {
      const calls = this.drawCalls(link);
      if (calls === 0) continue;
      this.ints[frame + CURSOR] = link;
      this.call(frame, link, calls);
      return false;
    }
    this.finish(frame, OK);
    return true;
  }

  private callAll(frame: number, station: number): boolean {
    const endLinks = this.stationInts[station + FIRST_ASYNC]!;
    // One more than are out, so that nothing can finish before all are called.
    this.ints[frame + CURSOR] = 1;
    for (let link = this.stationInts[station + FIRST_SYNC]!; link < endLinks; link += LINK_STRIDE) {
      const calls = this.drawCalls(link);
      if (calls === 0) continue;
      this.ints[frame + CURSOR]! += 1;
      this.call(frame, link, calls);
    }
    return this.countDown(frame);
  }

  /** One of the parallel links is done; true when it was the last. */
  private countDown(caller: number): boolean {
    const ints = this.ints;
    ints[caller + CURSOR]! -= 1;
    if (ints[caller + CURSOR]! > 0) return false;
    const hasFailed = (ints[caller + STATE]! & FAILED) !== 0;
    // The frame may live on for another try of its own call.
    ints[caller + STATE]! &= ~FAILED;
    this.finish(caller, hasFailed ? ERROR : OK);
    return true;
  }

  /** The calls of a request are over: the slot is given on, if it was held, and the answer stands. */
  private finish(frame: number, outcome: number): void {
    this.finished = outcome;
    const station = this.ints[frame + STATION]!;
    if ((this.stationInts[station + TRAITS]! & BLOCKING) === 0) return;
    this.stationInts[station + BLOCKED]! -= 1;
    this.stationDoubles[station + BLOCKED_TIME]! += this.now - this.stretchStart;
    this.releaseSlot(station, this.ints[frame + POOL]!);
  }

  private block(station: number): void {
    this.stationInts[station + BLOCKED]! += 1;
    this.stationDoubles[station + BLOCKED_TIME]! -= this.now - this.stretchStart;
  }

  /** Calls over the link, for a caller that waits. */
  private call(caller: number, link: number, calls: number): void {
    const frame = this.newCall(caller, link, calls);
    this.ints[frame + PARENT] = caller;
    this.ints[frame + STATE] = this.ints[caller + STATE]! & TRACED;
    this.startCall(frame, link);
  }

  /** Calls over the link, with nobody waiting. */
  private send(sender: number, link: number): void {
    const calls = this.drawCalls(link);
    if (calls === 0) return;
    const frame = this.newCall(sender, link, calls);
    this.ints[frame + PARENT] = -1;
    this.ints[frame + STATE] = 0;
    this.enterFlight();
    this.startCall(frame, link);
  }

  private newCall(caller: number, link: number, calls: number): number {
    const frame = this.newFrame();
    const ints = this.ints;
    ints[frame + STATION] = this.linkInts[link + CALLEE]!;
    ints[frame + LINK] = link;
    ints[frame + REMAINING] = calls;
    ints[frame + ORIGIN] = ints[caller + ORIGIN]!;
    ints[frame + WORK] = this.linkInts[link + WORK_TAPE]!;
    return frame;
  }

  private startCall(frame: number, link: number): void {
    this.ints[frame + REMAINING]! -= 1;
    this.ints[frame + STATE] = ATTEMPT_UNIT | (this.ints[frame + STATE]! & TRACED);
    this.doubles[(frame >> 1) + BORN] = this.now;
    this.linkDoubles[link + CALLS]! += 1;
    this.try(frame, link);
  }

  private try(frame: number, link: number): void {
    const linkInts = this.linkInts;
    if ((this.ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_TRY, frame, link);
    if (linkInts[link + RING]! >= 0) this.arm(frame, link);
    const latencyTape = linkInts[link + LATENCY_TAPE]!;
    if (latencyTape < 0) {
      this.arrive(frame);
      return;
    }
    this.queue.push(this.now + this.tapes.draw(latencyTape) + this.linkDoubles[link + TRANSFER]!, frame | REACH);
  }

  /** A try is over and the caller knows it. Returns the caller where it has finished by that, else NOBODY. */
  private settle(frame: number, link: number, outcome: number): number {
    if (this.linkInts[link + RING]! >= 0) this.doubles[(frame >> 1) + DEADLINE] = Infinity;
    if ((this.ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_TRY_END, frame, outcome);
    this.recordTry(link, outcome);
    if (this.linkInts[link + DELIVERS] !== 0) {
      this.endDelivery(frame, outcome);
      return NOBODY;
    }
    if (outcome === OK) {
      this.recordCall(frame, link);
      return this.endCall(frame, link, true);
    }
    return this.endFailedTry(frame, link);
  }

  private endFailedTry(frame: number, link: number): number {
    const attempt = this.ints[frame + STATE]! >> ATTEMPT_SHIFT;
    if (attempt >= this.linkInts[link + ATTEMPTS]!) {
      return this.endCall(frame, link, this.linkInts[link + OPTIONAL] !== 0);
    }
    this.queue.push(this.now + this.drawBackoff(link, attempt), frame | RETRY);
    return NOBODY;
  }

  private drawBackoff(link: number, attempt: number): number {
    const wait = this.linkDoubles[link + BACKOFF]! * this.linkDoubles[link + MULTIPLIER]! ** (attempt - 1);
    const jitter = this.linkInts[link + JITTER]!;
    if (jitter === NO_JITTER) return wait;
    const part = this.tapes.draw(this.linkInts[link + JITTER_TAPE]!);
    return jitter === FULL_JITTER ? wait * part : wait * (0.5 + 0.5 * part);
  }

  /** A call is over, all its tries included. Returns the caller where it has finished by that, else NOBODY. */
  private endCall(frame: number, link: number, canGoOn: boolean): number {
    const ints = this.ints;
    if (canGoOn && ints[frame + REMAINING]! > 0) {
      this.startCall(frame, link);
      return NOBODY;
    }
    const caller = ints[frame + PARENT]!;
    this.releaseFrame(frame);
    if (caller < 0) {
      this.inFlight--;
      return NOBODY;
    }
    if ((this.stationInts[ints[caller + STATION]! + TRAITS]! & PARALLEL) !== 0) {
      if (!canGoOn) ints[caller + STATE]! |= FAILED;
      return this.countDown(caller) ? caller : NOBODY;
    }
    if (canGoOn) return this.advance(caller, link + LINK_STRIDE) ? caller : NOBODY;
    this.finish(caller, ERROR);
    return caller;
  }

  private arm(frame: number, link: number): void {
    const deadline = this.now + this.linkDoubles[link + TIMEOUT_MS]!;
    this.doubles[(frame >> 1) + DEADLINE] = deadline;
    const ring = this.rings[this.linkInts[link + RING]!]!;
    if (ring.isEmpty) this.queue.push(deadline, link | TIMER);
    ring.push(frame, deadline);
  }

  /** Sets the one timer of a link to its oldest try that has not ended. */
  private armNext(ring: TimeoutRing, link: number): void {
    while (!ring.isEmpty && this.doubles[(ring.frame >> 1) + DEADLINE] !== ring.deadline) ring.shift();
    if (!ring.isEmpty) this.queue.push(ring.deadline, link | TIMER);
  }

  /** The caller gives up: the visit becomes an orphan, and another frame stands for the call from here on. */
  private timeOut(orphan: number, link: number): void {
    const frame = this.newFrame();
    const ints = this.ints;
    for (const field of OF_A_CALL) ints[frame + field] = ints[orphan + field]!;
    ints[frame + STATE] = ints[orphan + STATE]! & -ATTEMPT_UNIT;
    this.doubles[(frame >> 1) + BORN] = this.doubles[(orphan >> 1) + BORN]!;
    this.enterFlight();
    if ((ints[orphan + STATE]! & TRACED) !== 0) this.trace(TRACE_GIVE_UP, orphan, frame);
    ints[orphan + STATE]! |= ORPHAN;
    ints[orphan + PARENT] = -1;
    this.doubles[(orphan >> 1) + DEADLINE] = Infinity;
    this.recordTry(link, TIMEOUT);
    const caller = this.endFailedTry(frame, link);
    if (caller >= 0) this.answer(caller, this.finished);
  }

  private setUpLink(spec: Link, link: number): void {
    const ints = this.linkInts;
    const doubles = this.linkDoubles;
    const whole = Math.floor(spec.calls);
    const isInstant =
      spec.latency.distribution === 'deterministic' && spec.latency.meanMs === 0 && spec.transferMs === 0;
    ints[link + CALLEE] = spec.to * STATION_STRIDE;
    ints[link + WHOLE_CALLS] = whole;
    ints[link + FRACTION_TAPE] = spec.calls > whole ? this.addTape('calls', spec.id, sampleUniform) : -1;
    ints[link + LATENCY_TAPE] = isInstant
      ? -1
      : this.addTape('latency', spec.id, (random) => sampleDistribution(spec.latency, random));
    ints[link + WORK_TAPE] = this.workTape(spec);
    ints[link + OPTIONAL] = spec.optional ? 1 : 0;
    ints[link + RING] = spec.timeoutMs < Infinity ? this.rings.push(new TimeoutRing()) - 1 : -1;
    ints[link + DELIVERS] = this.network.stations[spec.from]!.broker ? 1 : 0;
    doubles[link + FRACTION] = spec.calls - whole;
    doubles[link + TRANSFER] = spec.transferMs;
    doubles[link + TIMEOUT_MS] = spec.timeoutMs;
    ints[link + ATTEMPTS] = spec.retry?.attempts ?? 1;
    doubles[link + BACKOFF] = spec.retry?.backoffMs ?? 0;
    doubles[link + MULTIPLIER] = spec.retry?.multiplier ?? 1;
    const jitter = spec.retry?.jitter ?? 'none';
    ints[link + JITTER] = jitter === 'none' ? NO_JITTER : jitter === 'full' ? FULL_JITTER : EQUAL_JITTER;
    ints[link + JITTER_TAPE] = jitter === 'none' ? -1 : this.addTape('jitter', spec.id, sampleUniform);
  }

  private workTape(spec: Link): number {
    const { service } = spec;
    if (service === null) return this.stationWork[spec.to]!;
    const speed = this.network.stations[spec.to]!.speed;
    return this.addTape('service-over', spec.id, (random) => sampleDistribution(service, random, 1 / speed));
  }
}
