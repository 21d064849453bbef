// The layer of the tries: what stands around one try of a call where its link asks for it: guards, timeouts, hedges, the
// budget of retries, and callers that stop waiting. Links without any of it pass by all of this on one test of EXTRAS.
import {
  ADMITTED,
  ATTEMPT_SHIFT,
  ATTEMPT_UNIT,
  BORN,
  DEADLINE,
  FRAME_STRIDE,
  LINK,
  LOCAL,
  ORIGIN,
  ORPHAN,
  PARENT,
  PROBE,
  REMAINING,
  STATE,
  STATION,
  TIMEOUT,
  TRACED,
  WORK,
} from '../frame.ts';
import { HEDGE, RETURN, TIMER } from '../kernel.ts';
import type { Link, Network } from '../network.ts';
import { Children } from './children.ts';
import { Guards, isGuarded } from './guards.ts';
import { Hedges } from './hedges.ts';
import {
  BUDGET,
  BUDGET_RATIO,
  BUDGETED,
  EXTRAS,
  FAULTY,
  GUARDED,
  GUARDS,
  HEDGE_MS,
  HEDGE_RING,
  HEDGED,
  LINK_STRIDE,
  LISTED,
  OPTIONAL,
  QUORUM,
  RETRIES,
  RING,
  TIMED,
  TIMEOUT_MS,
} from './link-layout.ts';
import { Links } from './links.ts';
import { TRACE_ABANDON, TRACE_GIVE_UP, TRACE_TRY } from '../tracing/tracing.ts';
import { TimeoutRing } from './timeout-ring.ts';

/** What a frame knows of its call, as against of its visit. */
const OF_A_CALL = [STATION, PARENT, LINK, REMAINING, ORIGIN, WORK] as const;

/** The most retries that a budget holds. */
const FULL_BUDGET = 10;
/** Ten times 0.1 is a little less than 1. */
const ROUNDING = 1e-9;

export abstract class Tries extends Links {
  private readonly rings: TimeoutRing[] = [];
  private readonly hedgeRings: TimeoutRing[] = [];
  private readonly guards: Guards[] = [];
  private readonly hedges: Hedges | null;
  private readonly children: Children | null;

  constructor(network: Network, replication: number) {
    super(network, replication);
    network.links.forEach((link, index) => this.setUpTries(link, index * LINK_STRIDE));
    const frames = this.ints.length / FRAME_STRIDE;
    const someLink = (extra: number): boolean =>
      network.links.some((_, index) => (this.linkInts[index * LINK_STRIDE + EXTRAS]! & extra) !== 0);
    this.hedges = someLink(HEDGED) ? new Hedges(frames) : null;
    this.children = someLink(LISTED) ? new Children(frames) : null;
  }

  /** Sends a try that may go out on its way to the callee. */
  protected abstract sendOut(frame: number, link: number): void;
  /** A try was given up, and the frame stands for the call from here on: tries again, or ends the call. */
  protected abstract failTry(frame: number, link: number, orphan: number): void;
  /** Ends an orphan. */
  protected abstract dropOrphan(frame: number): void;

  /** Before a try goes out over a link with extras; false where its caller's own guards have refused it. */
  protected openTry(frame: number, link: number): boolean {
    const extras = this.linkInts[link + EXTRAS]!;
    if ((extras & BUDGETED) !== 0 && this.ints[frame + STATE]! >> ATTEMPT_SHIFT === 1) this.fillBudget(link);
    if ((extras & GUARDED) !== 0 && !this.admit(frame, link)) {
      // No latency, but a turn in the event queue, so that nothing can call itself without end.
      this.queue.push(this.now, frame | RETURN);
      return false;
    }
    if ((extras & TIMED) !== 0) this.arm(frame, link);
    if ((extras & HEDGED) !== 0) this.armHedge(frame, link);
    return true;
  }

  /** A try over a link with extras has answered, or was refused: nothing waits for it, or for its twin, any more. */
  protected closeTry(frame: number, link: number, outcome: number): void {
    const extras = this.linkInts[link + EXTRAS]!;
    if ((extras & TIMED) !== 0) this.doubles[(frame >> 1) + DEADLINE] = Infinity;
    if ((extras & GUARDED) !== 0) this.tellGuards(frame, link, outcome);
    if ((extras & HEDGED) === 0) return;
    const twin = this.hedges!.part(frame);
    if (twin < 0) return;
    if ((extras & LISTED) !== 0) this.forgetChild(twin);
    this.giveUp(twin);
  }

  /** The oldest try of a link with a timeout may be late. */
  protected takeTimer(link: number): void {
    const ring = this.rings[this.linkInts[link + RING]!]!;
    const { frame } = ring;
    const isLate = this.isLate(ring, link);
    if (isLate) this.timeOut(frame, link);
    ring.shift();
    while (!ring.isEmpty && !this.isLate(ring, link)) ring.shift();
    if (!ring.isEmpty) this.queue.push(ring.deadline, link | TIMER);
  }

  /** The oldest try of a link with hedges may be due for its second. */
  protected takeHedge(link: number): void {
    const ring = this.hedgeRings[this.linkInts[link + HEDGE_RING]!]!;
    const { frame } = ring;
    if (this.isDue(ring, link)) this.sendTwin(frame, link);
    ring.shift();
    while (!ring.isEmpty && !this.isDue(ring, link)) ring.shift();
    if (!ring.isEmpty) this.queue.push(ring.deadline, link | HEDGE);
  }

  /** Takes a retry from the budget of the link; false where there is one and it is used up. */
  protected takeFromBudget(link: number): boolean {
    if ((this.linkInts[link + EXTRAS]! & BUDGETED) === 0) return true;
    if (this.linkDoubles[link + BUDGET]! < 1 - ROUNDING) return false;
    this.linkDoubles[link + BUDGET]! -= 1;
    return true;
  }

  /** Whether the calls over a link stand in a list of their caller, so that `abandonChildren` finds them. */
  protected isListed({ from }: Link): boolean {
    return this.hasQuorum(from) || this.mayLoseHolders(from);
  }

  /** A call begins over a link that is LISTED. */
  protected addChild(frame: number): void {
    const caller = this.ints[frame + PARENT]!;
    if (caller >= 0) this.children!.add(caller, frame);
  }

  /** A call over a link that is LISTED has ended, or its frame stands for it no longer. */
  protected forgetChild(frame: number): void {
    const caller = this.ints[frame + PARENT]!;
    if (caller >= 0) this.children!.remove(caller, frame);
  }

  /** The request stops waiting: what it has out over links that are LISTED goes on as orphans, or is not tried again. */
  protected abandonChildren(caller: number): void {
    const children = this.children!;
    for (let child = children.take(caller); child >= 0; child = children.take(caller)) {
      this.hedges?.part(child);
      this.giveUp(child);
    }
  }

  protected override growColumns(frames: number): void {
    super.growColumns(frames);
    this.hedges?.grow(frames);
    this.children?.grow(frames);
  }

  /** Nobody waits any more for this try, whether it is out or would be tried again. */
  private giveUp(frame: number): void {
    const ints = this.ints;
    if ((ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_ABANDON, frame, 0);
    const state = ints[frame + STATE]!;
    if ((state & ADMITTED) !== 0) this.guardsOf(ints[frame + LINK]!).forget((state & PROBE) !== 0);
    ints[frame + STATE] = (state & ~(ADMITTED | PROBE)) | ORPHAN;
    ints[frame + PARENT] = -1;
    this.doubles[(frame >> 1) + DEADLINE] = Infinity;
    this.enterFlight();
  }

  /** The caller waits no longer: the visit becomes an orphan, and its twin or another frame stands for the call. */
  private timeOut(orphan: number, link: number): void {
    const extras = this.linkInts[link + EXTRAS]!;
    if ((extras & GUARDED) !== 0) this.tellGuards(orphan, link, TIMEOUT);
    const twin = (extras & HEDGED) !== 0 ? this.hedges!.part(orphan) : -1;
    const frame = twin < 0 ? this.standIn(orphan) : twin;
    if ((extras & LISTED) !== 0) {
      this.forgetChild(orphan);
      if (twin < 0) this.addChild(frame);
    }
    if ((this.ints[orphan + STATE]! & TRACED) !== 0) this.trace(TRACE_GIVE_UP, orphan, frame);
    this.giveUp(orphan);
    this.recordTry(link, TIMEOUT);
    if (twin < 0) this.failTry(frame, link, orphan);
  }

  /** A second try of the same call, where the guards let it; whichever answers first becomes the call. */
  private sendTwin(frame: number, link: number): void {
    const extras = this.linkInts[link + EXTRAS]!;
    this.hedges!.setDue(frame, Infinity);
    const twin = this.standIn(frame);
    if ((extras & GUARDED) !== 0 && !this.admit(twin, link)) {
      this.releaseFrame(twin);
      return;
    }
    this.hedges!.join(frame, twin);
    if ((this.ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_TRY, twin, link);
    if ((extras & LISTED) !== 0) this.addChild(twin);
    this.linkDoubles[link + RETRIES]! += 1;
    if ((extras & TIMED) !== 0) this.arm(twin, link);
    this.sendOut(twin, link);
  }

  /** A frame that is the same call as another, at the same attempt, and no visit yet. */
  private standIn(other: number): number {
    const frame = this.newFrame();
    const ints = this.ints;
    for (const field of OF_A_CALL) ints[frame + field] = ints[other + field]!;
    ints[frame + STATE] = ints[other + STATE]! & -ATTEMPT_UNIT;
    this.doubles[(frame >> 1) + BORN] = this.doubles[(other >> 1) + BORN]!;
    return frame;
  }

  private admit(frame: number, link: number): boolean {
    const gained = this.guardsOf(link).admit(this.now);
    this.ints[frame + STATE]! |= gained;
    return (gained & ADMITTED) !== 0;
  }

  private tellGuards(frame: number, link: number, outcome: number): void {
    const state = this.ints[frame + STATE]!;
    if ((state & ADMITTED) !== 0) this.guardsOf(link).end(this.now, outcome, (state & PROBE) !== 0);
    this.ints[frame + STATE] = state & ~(ADMITTED | PROBE | LOCAL);
  }

  private guardsOf(link: number): Guards {
    return this.guards[this.linkInts[link + GUARDS]!]!;
  }

  private fillBudget(link: number): void {
    const filled = this.linkDoubles[link + BUDGET]! + this.linkDoubles[link + BUDGET_RATIO]!;
    this.linkDoubles[link + BUDGET] = Math.min(FULL_BUDGET, filled);
  }

  private arm(frame: number, link: number): void {
    const deadline = this.now + this.linkDoubles[link + TIMEOUT_MS]!;
    this.doubles[(frame >> 1) + DEADLINE] = deadline;
    const ring = this.rings[this.linkInts[link + RING]!]!;
    if (ring.isEmpty) this.queue.push(deadline, link | TIMER);
    ring.push(frame, deadline);
  }

  private armHedge(frame: number, link: number): void {
    const due = this.now + this.linkDoubles[link + HEDGE_MS]!;
    this.hedges!.setDue(frame, due);
    const ring = this.hedgeRings[this.linkInts[link + HEDGE_RING]!]!;
    if (ring.isEmpty) this.queue.push(due, link | HEDGE);
    ring.push(frame, due);
  }

  /** The oldest in the ring is still what it was put there for: its frame may have come to serve another link. */
  private isLate({ frame, deadline }: TimeoutRing, link: number): boolean {
    return this.doubles[(frame >> 1) + DEADLINE] === deadline && this.ints[frame + LINK] === link;
  }

  private isDue({ frame, deadline }: TimeoutRing, link: number): boolean {
    return this.hedges!.dueOf(frame) === deadline && this.ints[frame + LINK] === link;
  }

  /** Requests that hold a slot of it while their calls are out may be lost by a fault. */
  private mayLoseHolders(station: number): boolean {
    const { stations, faults } = this.network;
    return stations[station]!.blocking && faults.some((fault) => 'station' in fault && fault.station === station);
  }

  private hasQuorum(station: number): boolean {
    const { parallel, need, broker } = this.network.stations[station]!;
    return parallel && need < Infinity && broker === null;
  }

  private setUpTries(spec: Link, link: number): void {
    const ints = this.linkInts;
    const doubles = this.linkDoubles;
    const ring = (rings: TimeoutRing[], timeMs: number): number =>
      timeMs < Infinity ? rings.push(new TimeoutRing()) - 1 : -1;
    const budgetRatio = spec.retry?.budgetRatio ?? null;
    // A broker waits for no answer, so there is nothing to hedge.
    const hedgeMs = this.network.stations[spec.from]!.broker === null ? spec.hedgeMs : Infinity;
    ints[link + RING] = ring(this.rings, spec.timeoutMs);
    ints[link + HEDGE_RING] = ring(this.hedgeRings, hedgeMs);
    ints[link + GUARDS] = isGuarded(spec) ? this.guards.push(new Guards(spec)) - 1 : -1;
    doubles[link + TIMEOUT_MS] = spec.timeoutMs;
    doubles[link + HEDGE_MS] = hedgeMs;
    doubles[link + BUDGET_RATIO] = budgetRatio ?? 0;
    ints[link + EXTRAS] =
      (spec.timeoutMs < Infinity ? TIMED : 0) |
      (isGuarded(spec) ? GUARDED : 0) |
      (hedgeMs < Infinity ? HEDGED : 0) |
      (budgetRatio === null ? 0 : BUDGETED) |
      (this.isFaulty(spec.id) ? FAULTY : 0) |
      (spec.synchronous && this.hasQuorum(spec.from) ? QUORUM : 0) |
      (spec.synchronous && this.isListed(spec) ? LISTED : 0);
    // What a quorum counts are good answers, and an optional call that failed has given none.
    if ((ints[link + EXTRAS]! & QUORUM) !== 0) ints[link + OPTIONAL] = 0;
  }
}
