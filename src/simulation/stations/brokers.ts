// The layer of the brokers: messages that have been worked on wait in lanes until a consumer has a free slot for them.
//
// A lane is one backlog: the one of the broker where its consumers compete, one for each consumer where it broadcasts.
// A message that is taken holds the consumer's slot from then on, also while it travels there.
import { Calls } from '../calls/calls.ts';
import { CALLEE, CALLS, LATENCY_TAPE, LINK_STRIDE, TRANSFER } from '../calls/link-layout.ts';
import {
  ARRIVED,
  ATTEMPT_UNIT,
  BORN,
  LINK,
  NEXT,
  OK,
  ORIGIN,
  PARENT,
  POOL,
  REMAINING,
  STATE,
  STATION,
  UNDRAWN,
  WORK,
} from '../frame.ts';
import { DELIVERY } from '../kernel.ts';
import type { Network } from '../network.ts';
import {
  ACTIVE,
  ARRIVALS,
  BACKLOG,
  BACKLOG_WAITED,
  COMPLETED,
  END_LINKS,
  END_POOLS,
  FIRST_POOL,
  FIRST_SYNC,
  HANDED,
  LENGTH,
  LIMIT,
  POOL_STRIDE,
  STATION_STRIDE,
  WAITING_TIME,
} from './station-layout.ts';

export abstract class Brokers extends Calls {
  /** Of each link from a broker: its lane. */
  private readonly laneOf: Int32Array;
  private readonly laneHeads: Int32Array;
  private readonly laneTails: Int32Array;
  private readonly isBroadcast: readonly boolean[];
  /** Of each station: the links that bring it messages. */
  private readonly incoming: readonly (readonly number[])[];
  private activities = 0;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const { stations, links } = network;
    this.isBroadcast = stations.map((station) => station.broker?.delivery === 'broadcast');
    this.laneOf = Int32Array.from(links, (link, index) =>
      this.isBroadcast[link.from] ? index : stations[link.from]!.firstSync,
    );
    this.laneHeads = new Int32Array(links.length).fill(-1);
    this.laneTails = new Int32Array(links.length).fill(-1);
    const incoming = stations.map((): number[] => []);
    links.forEach((link, index) => {
      if (stations[link.from]!.broker) incoming[link.to]!.push(index * LINK_STRIDE);
    });
    this.incoming = incoming;
  }

  protected publish(frame: number, broker: number): void {
    const firstLink = this.stationInts[broker + FIRST_SYNC]!;
    const endLinks = this.stationInts[broker + END_LINKS]!;
    if (firstLink === endLinks) {
      this.stationDoubles[broker + COMPLETED]! += 1;
      this.recordResponse(frame, broker);
      this.answer(frame, OK);
      return;
    }
    const isTaken = this.isBroadcast[broker / STATION_STRIDE]
      ? this.broadcast(frame, broker, firstLink, endLinks)
      : this.compete(frame, broker, firstLink, endLinks);
    if (!isTaken) {
      this.reject(frame, broker);
      return;
    }
    this.stationDoubles[broker + COMPLETED]! += 1;
    this.answer(frame, OK);
  }

  /** A consumer has a free slot: the oldest message goes to it, and the next, as long as there is one of each. */
  protected pull(consumer: number): void {
    this.stationDoubles[consumer + ACTIVE] = this.activities += 1;
    for (;;) {
      const link = this.findOldest(consumer);
      if (link < 0 || !this.hasFreeSlot(consumer)) return;
      this.deliver(this.takeFromLane(link), link, this.findFreePool(consumer));
    }
  }

  /** A message that holds a slot of its consumer has come there. */
  protected takeDelivery(message: number): void {
    const ints = this.ints;
    const consumer = ints[message + STATION]!;
    this.stationDoubles[consumer + ARRIVALS]! += 1;
    this.doubles[(message >> 1) + ARRIVED] = this.now;
    this.startWork(message, consumer, ints[message + POOL]!);
  }

  protected endDelivery(message: number, outcome: number): void {
    const ints = this.ints;
    const link = ints[message + LINK]!;
    if (outcome === OK) this.recordCall(message, link);
    if (outcome !== OK || ints[message + REMAINING] === 0) {
      this.inFlight--;
      this.releaseFrame(message);
      return;
    }
    // Further calls of the same message follow at once, before any other of its lane.
    this.returnToLane(message, link);
    this.pull(this.linkInts[link + CALLEE]!);
  }

  private compete(frame: number, broker: number, firstLink: number, endLinks: number): boolean {
    const link = this.findIdlest(firstLink, endLinks);
    if (link < 0 && !this.hasRoom(broker, 1)) return false;
    this.hand(this.newMessage(frame, broker), broker, link < 0 ? firstLink : link);
    return true;
  }

  private broadcast(frame: number, broker: number, firstLink: number, endLinks: number): boolean {
    let copies = 0;
    for (let link = firstLink; link < endLinks; link += LINK_STRIDE) {
      if (!this.hasFreeSlot(this.linkInts[link + CALLEE]!)) copies++;
    }
    if (copies > 0 && !this.hasRoom(broker, copies)) return false;
    for (let link = firstLink; link < endLinks; link += LINK_STRIDE) {
      this.hand(this.newMessage(frame, broker), broker, link);
    }
    return true;
  }

  /** Gives a new message to the consumer of the link where that one has a free slot, else to its lane. */
  private hand(message: number, broker: number, link: number): void {
    const consumer = this.linkInts[link + CALLEE]!;
    if (this.hasFreeSlot(consumer)) this.deliver(message, link, this.findFreePool(consumer));
    else this.addToLane(message, broker, link);
  }

  private newMessage(frame: number, broker: number): number {
    const message = this.newFrame();
    const ints = this.ints;
    ints[message + STATION] = broker;
    ints[message + PARENT] = -1;
    ints[message + ORIGIN] = ints[frame + ORIGIN]!;
    ints[message + REMAINING] = UNDRAWN;
    ints[message + STATE] = ATTEMPT_UNIT;
    const doubles = this.doubles;
    doubles[(message >> 1) + ARRIVED] = doubles[(frame >> 1) + ARRIVED]!;
    this.enterFlight();
    return message;
  }

  /** Sends a message over the link to a consumer that has a free slot in the pool. */
  private deliver(message: number, link: number, pool: number): void {
    const ints = this.ints;
    if (ints[message + REMAINING] === UNDRAWN) {
      this.stationDoubles[ints[message + STATION]! + HANDED]! += 1;
      this.recordResponse(message, ints[message + STATION]!);
      ints[message + REMAINING] = this.drawCalls(link, message);
      if (ints[message + REMAINING] === 0) {
        this.inFlight--;
        this.releaseFrame(message);
        return;
      }
    }
    const consumer = this.linkInts[link + CALLEE]!;
    ints[message + REMAINING]! -= 1;
    ints[message + STATION] = consumer;
    ints[message + LINK] = link;
    ints[message + POOL] = pool;
    ints[message + WORK] = this.workOver(link, message);
    this.doubles[(message >> 1) + BORN] = this.now;
    this.linkDoubles[link + CALLS]! += 1;
    this.stationDoubles[consumer + ACTIVE] = this.activities += 1;
    this.occupy(consumer, pool);
    const latencyTape = this.linkInts[link + LATENCY_TAPE]!;
    const travelMs = latencyTape < 0 ? 0 : this.tapes.draw(latencyTape) + this.linkDoubles[link + TRANSFER]!;
    if (travelMs > 0) this.queue.push(this.now + travelMs, message | DELIVERY);
    else this.takeDelivery(message);
  }

  /** Of the consumers that compete: the link to the one with a free slot that has been idle longest; -1: none. */
  private findIdlest(firstLink: number, endLinks: number): number {
    let idlest = -1;
    let activity = Infinity;
    for (let link = firstLink; link < endLinks; link += LINK_STRIDE) {
      const consumer = this.linkInts[link + CALLEE]!;
      const active = this.stationDoubles[consumer + ACTIVE]!;
      if (active >= activity || !this.hasFreeSlot(consumer)) continue;
      idlest = link;
      activity = active;
    }
    return idlest;
  }

  /** Of the lanes that hold something for the consumer: the link to the one whose first message is the oldest; -1: none. */
  private findOldest(consumer: number): number {
    let oldest = -1;
    let arrived = Infinity;
    for (const link of this.incoming[consumer / STATION_STRIDE]!) {
      const head = this.laneHeads[this.laneOf[link / LINK_STRIDE]!]!;
      if (head < 0 || this.doubles[(head >> 1) + ARRIVED]! >= arrived) continue;
      oldest = link;
      arrived = this.doubles[(head >> 1) + ARRIVED]!;
    }
    return oldest;
  }

  /** Whether so many more messages may wait. */
  private hasRoom(broker: number, messages: number): boolean {
    let waiting = this.stationInts[broker + BACKLOG]!;
    for (
      let pool = this.stationInts[broker + FIRST_POOL]!;
      pool < this.stationInts[broker + END_POOLS]!;
      pool += POOL_STRIDE
    ) {
      waiting += this.pools[pool + LENGTH]!;
    }
    return waiting + messages <= this.stationInts[broker + LIMIT]!;
  }

  private addToLane(message: number, broker: number, link: number): void {
    const lane = this.laneOf[link / LINK_STRIDE]!;
    const ints = this.ints;
    ints[message + NEXT] = -1;
    if (this.laneHeads[lane]! < 0) this.laneHeads[lane] = message;
    else ints[this.laneTails[lane]! + NEXT] = message;
    this.laneTails[lane] = message;
    // What it has waited so far, in the broker's own queue, was counted when its work began.
    this.doubles[(message >> 1) + BORN] = this.now;
    this.enterBacklog(broker);
  }

  private returnToLane(message: number, link: number): void {
    const lane = this.laneOf[link / LINK_STRIDE]!;
    const ints = this.ints;
    if (this.laneHeads[lane]! < 0) this.laneTails[lane] = message;
    ints[message + NEXT] = this.laneHeads[lane]!;
    this.laneHeads[lane] = message;
    this.doubles[(message >> 1) + BORN] = this.now;
    this.enterBacklog(this.network.links[link / LINK_STRIDE]!.from * STATION_STRIDE);
  }

  private takeFromLane(link: number): number {
    const lane = this.laneOf[link / LINK_STRIDE]!;
    const broker = this.network.links[link / LINK_STRIDE]!.from * STATION_STRIDE;
    const message = this.laneHeads[lane]!;
    this.laneHeads[lane] = this.ints[message + NEXT]!;
    this.stationInts[broker + BACKLOG]! -= 1;
    this.stationDoubles[broker + WAITING_TIME]! += this.now - this.stretchStart;
    // Like the response, the wait is that for the first delivery; further calls of a message follow at once.
    if (this.ints[message + REMAINING] === UNDRAWN) {
      this.stationDoubles[broker + BACKLOG_WAITED]! += this.now - this.doubles[(message >> 1) + BORN]!;
    }
    return message;
  }

  private enterBacklog(broker: number): void {
    this.stationInts[broker + BACKLOG]! += 1;
    this.stationDoubles[broker + WAITING_TIME]! -= this.now - this.stretchStart;
  }
}
