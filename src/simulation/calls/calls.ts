// The layer of the calls: what a request does after its work, and how the answer, good or bad, finds its way back.
//
// Calls without latency do not pass through the event queue; refusals always do, so that nothing here can call itself
// without end within one event.
import {
  ATTEMPT_SHIFT,
  ATTEMPT_UNIT,
  BORN,
  CURSOR,
  ERROR,
  FAILED,
  FRAME_STRIDE,
  HOLDING,
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
  TRACED,
  WORK,
} from '../frame.ts';
import { REACH, RETRY, RETURN } from '../kernel.ts';
import type { Network } from '../network.ts';
import {
  BLOCKED,
  BLOCKED_TIME,
  BLOCKING,
  BROKER,
  COUNTS_OUT,
  END_LINKS,
  FIRST_ASYNC,
  FIRST_SYNC,
  HIT_RATIO,
  HIT_TAPE,
  OUT,
  PARALLEL,
  STATION_STRIDE,
  TRAITS,
} from '../stations/station-layout.ts';
import { TRACE_TRY, TRACE_TRY_END } from '../tracing/tracing.ts';
import {
  ATTEMPTS,
  BACKOFF,
  BY_CLASS,
  CALLEE,
  CALLS,
  DELIVERS,
  EXTRAS,
  JITTER,
  JITTER_TAPE,
  LATENCY_TAPE,
  LINK_STRIDE,
  LISTED,
  MULTIPLIER,
  OPTIONAL,
  QUORUM,
  RETRIES,
  WORK_TAPE,
} from './link-layout.ts';
import { FULL_JITTER, NO_JITTER } from './links.ts';
import { Tries } from './tries.ts';

/** What `advance` and `settle` say when the caller has not finished yet. */
const NOBODY = -1;

export abstract class Calls extends Tries {
  /** How the caller has finished that `settle` or `advance` has named. */
  private finished = OK;
  /** By frame, where some station has a quorum: how many good answers it still needs. */
  private needed: Int32Array | null;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const hasQuorums = network.stations.some(({ need }) => need < Infinity);
    this.needed = hasQuorums ? new Int32Array(this.ints.length / FRAME_STRIDE) : null;
  }

  /** A request from outside has ended; its frame is released there. */
  protected abstract endRequest(frame: number, outcome: number): void;
  /** A broker has done its own work on a message: gives it on, and answers the sender. */
  protected abstract publish(frame: number, station: number): void;
  /** A consumer has answered a delivery. */
  protected abstract endDelivery(frame: number, outcome: number): void;
  /** A broker gives a try up: the other frame stands for the message from here on. */
  protected abstract timeOutDelivery(orphan: number, frame: number): void;

  protected proceed(frame: number, station: number): void {
    const stationInts = this.stationInts;
    const traits = stationInts[station + TRAITS]!;
    if ((traits & BROKER) !== 0) {
      this.publish(frame, station);
      return;
    }
    const hitTape = stationInts[station + HIT_TAPE]!;
    if (hitTape >= 0 && this.tapes.draw(hitTape) < this.stationDoubles[station + HIT_RATIO]!) {
      if ((traits & BLOCKING) !== 0) this.letGo(frame, station);
      this.answer(frame, OK);
      return;
    }
    const firstAsync = stationInts[station + FIRST_ASYNC]!;
    const endLinks = stationInts[station + END_LINKS]!;
    for (let link = firstAsync; link < endLinks; link += LINK_STRIDE) this.send(frame, link);
    if ((traits & (BLOCKING | COUNTS_OUT)) !== 0) this.goOut(frame, station, traits);
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
        // A dead letter comes over no link either, and nobody waits for it.
        if ((ints[frame + STATE]! & ORPHAN) !== 0) this.dropOrphan(frame);
        else this.endRequest(frame, outcome);
        return;
      }
      if ((ints[frame + STATE]! & ORPHAN) !== 0) {
        this.dropOrphan(frame);
        return;
      }
      const latencyTape = this.linkInts[link + LATENCY_TAPE]!;
      if (latencyTape >= 0) {
        ints[frame + STATE]! |= outcome;
        this.queue.push(this.now + this.wayBack(link, latencyTape), frame | RETURN);
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
      if ((this.ints[frame + STATE]! & ORPHAN) !== 0) this.dropOrphan(frame);
      else this.endRequest(frame, REJECTED);
      return;
    }
    const latencyTape = this.linkInts[link + LATENCY_TAPE]!;
    this.ints[frame + STATE]! |= REJECTED;
    this.queue.push(latencyTape < 0 ? this.now : this.now + this.wayBack(link, latencyTape), frame | RETURN);
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
    if ((this.ints[frame + STATE]! & ORPHAN) !== 0) {
      this.dropOrphan(frame);
      return;
    }
    const link = this.ints[frame + LINK]!;
    this.ints[frame + STATE]! += ATTEMPT_UNIT;
    this.linkDoubles[link + RETRIES]! += 1;
    this.try(frame, link);
  }

  protected reach(frame: number): void {
    this.arrive(frame);
  }

  protected dropOrphan(frame: number): void {
    this.inFlight--;
    this.releaseFrame(frame);
  }

  protected failTry(frame: number, link: number, orphan: number): void {
    if (this.linkInts[link + DELIVERS] !== 0) {
      this.timeOutDelivery(orphan, frame);
      return;
    }
    const caller = this.endFailedTry(frame, link);
    if (caller >= 0) this.answer(caller, this.finished);
  }

  protected override growColumns(frames: number): void {
    super.growColumns(frames);
    if (this.needed === null) return;
    const needed = new Int32Array(frames);
    needed.set(this.needed);
    this.needed = needed;
  }

  /** Calls the synchronous links from `link` on, one after the other, as far as can be without waiting. */
  private advance(frame: number, link: number): boolean {
    const endLinks = this.stationInts[this.ints[frame + STATION]! + FIRST_ASYNC]!;
    for (; link < endLinks; link += LINK_STRIDE) {
      const calls = this.drawCalls(link, frame);
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
      const calls = this.drawCalls(link, frame);
      if (calls === 0) continue;
      this.ints[frame + CURSOR]! += 1;
      this.call(frame, link, calls);
    }
    if (this.needed !== null) this.setNeeded(frame, station);
    return this.countDown(frame);
  }

  /** A call that has just gone out answers by a later event, so what is needed of those called can be set after them. */
  private setNeeded(frame: number, station: number): void {
    const called = this.ints[frame + CURSOR]! - 1;
    this.needed![frame >> 4] = Math.min(called, this.network.stations[station / STATION_STRIDE]!.need);
  }

  /** One of the links that count for a quorum is done; true when it has decided. A quorum that is missed waits for all. */
  private countForQuorum(caller: number, isWell: boolean): boolean {
    const ints = this.ints;
    const needed = this.needed!;
    ints[caller + CURSOR]! -= 1;
    if (isWell) needed[caller >> 4]! -= 1;
    const isReached = needed[caller >> 4] === 0;
    if (!isReached && ints[caller + CURSOR]! > 0) return false;
    this.abandonChildren(caller);
    this.finish(caller, isReached ? OK : ERROR);
    return true;
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
    const traits = this.stationInts[station + TRAITS]!;
    if ((traits & (BLOCKING | COUNTS_OUT)) !== 0) this.comeBack(frame, station, traits);
  }

  /** The calls of a request go out, while it holds its slot or is counted at its replica. */
  private goOut(frame: number, station: number, traits: number): void {
    if ((traits & BLOCKING) === 0) {
      this.pools[this.ints[frame + POOL]! + OUT]! += 1;
      return;
    }
    this.ints[frame + STATE]! |= HOLDING;
    this.stationInts[station + BLOCKED]! += 1;
    this.stationDoubles[station + BLOCKED_TIME]! -= this.now - this.stretchStart;
  }

  private comeBack(frame: number, station: number, traits: number): void {
    if ((traits & BLOCKING) === 0) {
      this.pools[this.ints[frame + POOL]! + OUT]! -= 1;
      return;
    }
    this.ints[frame + STATE]! &= ~HOLDING;
    this.stationInts[station + BLOCKED]! -= 1;
    this.stationDoubles[station + BLOCKED_TIME]! += this.now - this.stretchStart;
    this.letGo(frame, station);
  }

  /** Calls over the link, for a caller that waits. */
  private call(caller: number, link: number, calls: number): void {
    const frame = this.newCall(caller, link, calls);
    this.ints[frame + PARENT] = caller;
    this.ints[frame + STATE] = this.ints[caller + STATE]! & TRACED;
    if ((this.linkInts[link + EXTRAS]! & LISTED) !== 0) this.addChild(frame);
    this.startCall(frame, link);
  }

  /** Calls over the link, with nobody waiting. */
  private send(sender: number, link: number): void {
    const calls = this.drawCalls(link, sender);
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
    const work = this.linkInts[link + WORK_TAPE]!;
    ints[frame + WORK] = work === BY_CLASS ? this.workOver(link, caller) : work;
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
    if ((this.ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_TRY, frame, link);
    if (this.linkInts[link + EXTRAS] !== 0 && !this.openTry(frame, link)) return;
    this.sendOut(frame, link);
  }

  protected sendOut(frame: number, link: number): void {
    const latencyTape = this.linkInts[link + LATENCY_TAPE]!;
    if (latencyTape < 0) {
      this.arrive(frame);
      return;
    }
    this.queue.push(this.now + this.wayThere(link, latencyTape), frame | REACH);
  }

  /** A try is over and the caller knows it. Returns the caller where it has finished by that, else NOBODY. */
  private settle(frame: number, link: number, outcome: number): number {
    if ((this.ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_TRY_END, frame, outcome);
    if (this.linkInts[link + EXTRAS] !== 0) this.closeTry(frame, link, outcome);
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
    if (!this.mayTryAgain(frame, link)) return this.endCall(frame, link, this.linkInts[link + OPTIONAL] !== 0);
    const attempt = this.ints[frame + STATE]! >> ATTEMPT_SHIFT;
    this.queue.push(this.now + this.drawBackoff(link, attempt), frame | RETRY);
    return NOBODY;
  }

  /** Whether a try that has failed is followed by another, which the budget then pays for; of a delivery as of a call. */
  protected mayTryAgain(frame: number, link: number): boolean {
    const attempt = this.ints[frame + STATE]! >> ATTEMPT_SHIFT;
    return attempt < this.linkInts[link + ATTEMPTS]! && this.takeFromBudget(link);
  }

  protected drawBackoff(link: number, attempt: number): number {
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
    const extras = this.linkInts[link + EXTRAS]!;
    if ((extras & LISTED) !== 0) this.forgetChild(frame);
    this.releaseFrame(frame);
    if (caller < 0) {
      this.inFlight--;
      return NOBODY;
    }
    if ((this.stationInts[ints[caller + STATION]! + TRAITS]! & PARALLEL) !== 0) {
      if ((extras & QUORUM) !== 0) return this.countForQuorum(caller, canGoOn) ? caller : NOBODY;
      if (!canGoOn) ints[caller + STATE]! |= FAILED;
      return this.countDown(caller) ? caller : NOBODY;
    }
    if (canGoOn) return this.advance(caller, link + LINK_STRIDE) ? caller : NOBODY;
    this.finish(caller, ERROR);
    return caller;
  }
}
