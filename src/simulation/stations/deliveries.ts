// The layer of the deliveries: a message on its way to one consumer, and what follows from how that ended.
//
// A delivery is one call of the broker over a connection, with the tries that the connection gives it. A try that fails
// goes back to its lane after the backoff, and any of the competing consumers may take it then; the number of the try
// goes with the message. A delivery whose tries are used up has failed: it comes again at once, or was the last.
import { CALLEE, CALLS, EXTRAS, LATENCY_TAPE, OPTIONAL, RETRIES } from '../calls/link-layout.ts';
import {
  ARRIVED,
  ATTEMPT_SHIFT,
  ATTEMPT_UNIT,
  BORN,
  LINK,
  OK,
  ORIGIN,
  ORPHAN,
  PARENT,
  POOL,
  REMAINING,
  STATE,
  STATION,
  TIMEOUT,
  UNDRAWN,
  WORK,
} from '../frame.ts';
import { DELIVERY, REDELIVERY } from '../kernel.ts';
import type { Network } from '../network.ts';
import { Lanes } from './lanes.ts';
import { FAILED_DELIVERIES } from './message-layout.ts';
import { ACTIVE, ARRIVALS, BLOCKED, BLOCKED_TIME, FAILURES, HANDED, STATION_STRIDE } from './station-layout.ts';

export abstract class Deliveries extends Lanes {
  private readonly maxDeliveries: Int32Array;
  /** The station that dead letters go to; -1: they are dropped. */
  private readonly deadLetters: Int32Array;
  private activities = 0;
  private readonly overlooked: number[] = [];
  private isLooking = false;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const { stations } = network;
    this.maxDeliveries = Int32Array.from(stations, ({ broker }) => broker?.maxDeliveries ?? 1);
    this.deadLetters = Int32Array.from(stations, ({ broker }) =>
      broker && broker.deadLetter >= 0 ? broker.deadLetter * STATION_STRIDE : -1,
    );
  }

  /** Something in the line may be taken that could not before: its consumers do, as far as they have slots. */
  protected abstract rouse(line: number): void;

  /** Sends a message over the link to a consumer that has a free slot in the pool. */
  protected deliver(message: number, line: number, link: number, pool: number): void {
    if (!this.prepare(message, link, pool)) {
      this.lookAgain();
      return;
    }
    this.hold(message, line);
    if (this.mayGoOut(message, link)) this.sendOff(message, link, pool);
  }

  /**
   * A message that made no call was the first of its partition; the next may be for others, who know nothing of it.
   * One after the other, as each may be such a message again.
   */
  protected lookAgain(): void {
    if (this.isLooking) return;
    this.isLooking = true;
    for (let line = this.overlooked.pop(); line !== undefined; line = this.overlooked.pop()) this.rouse(line);
    this.isLooking = false;
  }

  /** Makes a message a call over the link. False where it makes none, as a part of a call may be: then it is done. */
  protected prepare(message: number, link: number, pool: number): boolean {
    const ints = this.ints;
    if (ints[message + REMAINING] === UNDRAWN) {
      this.stationDoubles[ints[message + STATION]! + HANDED]! += 1;
      this.recordResponse(message, ints[message + STATION]!);
      ints[message + REMAINING] = this.drawCalls(link, message);
      if (ints[message + REMAINING] === 0) {
        this.overlooked.push(this.lineOfNext(message, this.lineFor(message, link)));
        this.endMessage(message);
        return false;
      }
    }
    if (ints[message + STATE]! >> ATTEMPT_SHIFT > 1) {
      this.linkDoubles[link + RETRIES]! += 1;
    } else {
      ints[message + REMAINING]! -= 1;
      this.doubles[(message >> 1) + BORN] = this.now;
      this.linkDoubles[link + CALLS]! += 1;
    }
    ints[message + STATION] = this.linkInts[link + CALLEE]!;
    ints[message + LINK] = link;
    ints[message + POOL] = pool;
    ints[message + WORK] = this.workOver(link, message);
    return true;
  }

  /** False where the connection's own guards refuse it: then the try has failed, and its end is on the way. */
  protected mayGoOut(message: number, link: number): boolean {
    return this.linkInts[link + EXTRAS] === 0 || this.openTry(message, link);
  }

  /** Lets a message that is prepared take its slot, and travel. */
  protected sendOff(message: number, link: number, pool: number): void {
    const consumer = this.linkInts[link + CALLEE]!;
    this.markActive(consumer);
    this.occupy(consumer, pool);
    const latencyTape = this.linkInts[link + LATENCY_TAPE]!;
    const travelMs = latencyTape < 0 ? 0 : this.wayThere(link, latencyTape);
    if (travelMs > 0) {
      this.countTravelling(consumer, 1);
      this.queue.push(this.now + travelMs, message | DELIVERY);
    } else this.takeDelivery(message);
  }

  /** A message has travelled to the consumer whose slot it holds. */
  protected endTravel(message: number): void {
    this.countTravelling(this.ints[message + STATION]!, -1);
    this.takeDelivery(message);
  }

  /** A slot that is held for what is on its way does no work: it is blocked, and what it is held for not yet there. */
  protected countTravelling(consumer: number, change: number): void {
    this.stationInts[consumer + BLOCKED]! += change;
    this.stationDoubles[consumer + BLOCKED_TIME]! -= change * (this.now - this.stretchStart);
  }

  /** A message that holds a slot of its consumer has come there. */
  protected takeDelivery(message: number): void {
    const ints = this.ints;
    const consumer = ints[message + STATION]!;
    this.stationDoubles[consumer + ARRIVALS]! += 1;
    this.doubles[(message >> 1) + ARRIVED] = this.now;
    this.startWork(message, consumer, ints[message + POOL]!);
  }

  /** The answer of a consumer is there, or a try was refused or given up. */
  protected endDelivery(message: number, outcome: number): void {
    const ints = this.ints;
    const link = ints[message + LINK]!;
    const broker = this.lines[this.lineFor(message, link)]!.broker;
    if (outcome === OK) this.recordCall(message, link);
    else if (this.mayTryAgain(message, link)) {
      const wait = this.drawBackoff(link, ints[message + STATE]! >> ATTEMPT_SHIFT);
      ints[message + STATION] = broker;
      this.enterBacklog(message, broker, true);
      this.queue.push(this.now + wait, message | REDELIVERY);
      return;
    } else if (this.linkInts[link + OPTIONAL] === 0) {
      this.endFailedDelivery(message, broker, link);
      return;
    }
    if (ints[message + REMAINING] === 0) this.finishMessage(message, link);
    else this.returnToLane(message, broker, link);
  }

  /** The wait before another try is over. */
  protected takeRedelivery(message: number): void {
    this.ints[message + STATE]! += ATTEMPT_UNIT;
    const line = this.lineFor(message, this.ints[message + LINK]!);
    this.insert(message, line);
    // The first of its partition may be another than this one.
    this.rouse(this.letPass(message, line) ? this.lineOfNext(message, line) : line);
  }

  protected timeOutDelivery(orphan: number, message: number): void {
    this.inherit(orphan, message);
    this.endDelivery(message, TIMEOUT);
  }

  /** A new message of the broker, one copy of the request that came to it. */
  protected newMessage(request: number, broker: number, key: number): number {
    const message = this.newFrame();
    const ints = this.ints;
    ints[message + STATION] = broker;
    ints[message + PARENT] = -1;
    ints[message + ORIGIN] = ints[request + ORIGIN]!;
    ints[message + REMAINING] = UNDRAWN;
    ints[message + STATE] = ATTEMPT_UNIT;
    const doubles = this.doubles;
    doubles[(message >> 1) + ARRIVED] = doubles[(request >> 1) + ARRIVED]!;
    this.register(message, request, key);
    this.enterFlight();
    return message;
  }

  protected markActive(consumer: number): void {
    this.stationDoubles[consumer + ACTIVE] = this.activities += 1;
  }

  /** The tries of a delivery are used up. It comes again, for the same call and those that follow, unless it was the last. */
  private endFailedDelivery(message: number, broker: number, link: number): void {
    const failed = (this.messageInts[(message >> 2) + FAILED_DELIVERIES]! += 1);
    if (failed < this.maxDeliveries[broker / STATION_STRIDE]!) {
      this.ints[message + REMAINING]! += 1;
      this.returnToLane(message, broker, link);
      return;
    }
    const deadLetter = this.deadLetters[broker / STATION_STRIDE]!;
    if (deadLetter < 0) {
      this.stationDoubles[broker + FAILURES]! += 1;
      this.finishMessage(message, link);
      return;
    }
    const line = this.lineFor(message, link);
    this.sendTo(message, deadLetter);
    this.openUp(message, line);
  }

  /** A message with a call to make goes back at once to the front of its lane. */
  private returnToLane(message: number, broker: number, link: number): void {
    const line = this.lineFor(message, link);
    this.ints[message + STATE] = ATTEMPT_UNIT;
    this.ints[message + STATION] = broker;
    this.insert(message, line);
    this.enterBacklog(message, broker, false);
    // The first of its partition may be another than this one.
    this.rouse(this.letPass(message, line) ? this.lineOfNext(message, line) : line);
  }

  /** A message is done for good. */
  private finishMessage(message: number, link: number): void {
    const line = this.lineFor(message, link);
    this.endMessage(message);
    this.openUp(message, line);
  }

  /** Lets the next of the partition of a message that is gone come forward. */
  private openUp(message: number, line: number): void {
    if (this.letPass(message, line)) this.rouse(this.lineOfNext(message, line));
  }

  private endMessage(message: number): void {
    this.inFlight--;
    this.releaseFrame(message);
  }

  /** A message becomes a request that nobody waits for. Its service there passes the event queue, so no circle is closed. */
  private sendTo(message: number, station: number): void {
    const ints = this.ints;
    ints[message + STATION] = station;
    ints[message + LINK] = -1;
    ints[message + STATE] = ATTEMPT_UNIT | ORPHAN;
    ints[message + WORK] = this.workAt(station, ints[message + ORIGIN]!);
    this.doubles[(message >> 1) + BORN] = this.now;
    this.arrive(message);
  }
}
