// The layer of the brokers: messages that have been worked on wait in lanes until a consumer has a free slot for them.
//
// A message that is taken holds the consumer's slot from then on, also while it travels there. While a consumer has a
// free slot, no message waits that it could take, unless it waits itself for more of them.
import { CALLEE, LINK_STRIDE } from '../calls/link-layout.ts';
import { OK } from '../frame.ts';
import type { Network } from '../network.ts';
import { Batches } from './batches.ts';
import { takes } from './lanes.ts';
import {
  ACTIVE,
  BACKLOG,
  BATCHES,
  COMPLETED,
  END_LINKS,
  END_POOLS,
  FIRST_POOL,
  FIRST_SYNC,
  LENGTH,
  LIMIT,
  POOL_STRIDE,
  STATION_STRIDE,
  TRAITS,
} from './station-layout.ts';

const NONE = -1;

export abstract class Brokers extends Batches {
  private readonly isBroadcast: readonly boolean[];
  /** Of each station: the links that bring it messages; and, side by side, each such link and a line that it takes from. */
  private readonly incoming: readonly (readonly number[])[];
  private readonly supplies: readonly (readonly number[])[];
  /** The consumer whose work ends at this moment: it takes nothing before what it has done is answered. */
  private ending = NONE;
  private isHungry = false;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const { stations, links } = network;
    this.isBroadcast = stations.map((station) => station.broker?.delivery === 'broadcast');
    const incoming = stations.map((): number[] => []);
    links.forEach((link, index) => {
      if (stations[link.from]!.broker) incoming[link.to]!.push(index * LINK_STRIDE);
    });
    this.incoming = incoming;
    this.supplies = incoming.map((own) =>
      own.flatMap((link) => this.linesOf[link / LINK_STRIDE]!.flatMap((line) => [link, line])),
    );
  }

  protected publish(frame: number, broker: number): void {
    const firstLink = this.stationInts[broker + FIRST_SYNC]!;
    const endLinks = this.stationInts[broker + END_LINKS]!;
    let taken = 0;
    if (firstLink < endLinks) {
      taken = this.isBroadcast[broker / STATION_STRIDE]
        ? this.broadcast(frame, broker, firstLink, endLinks)
        : this.compete(frame, broker, firstLink);
      if (taken === NONE) {
        this.reject(frame, broker);
        return;
      }
    }
    this.stationDoubles[broker + COMPLETED]! += 1;
    // What nobody takes is done here.
    if (taken === 0) this.recordResponse(frame, broker);
    this.answer(frame, OK);
  }

  /** A consumer has a free slot: the oldest message goes to it, and the next, as long as there is one of each. */
  protected pull(consumer: number): void {
    this.markActive(consumer);
    if (consumer === this.ending) this.isHungry = true;
    else this.serve(consumer);
  }

  protected endConsumption(frame: number, station: number): void {
    this.ending = station;
    if ((this.stationInts[station + TRAITS]! & BATCHES) !== 0) this.endBatch(frame, station);
    else this.endVisit(frame, station);
    this.ending = NONE;
    // A message that has failed is older than those that wait, and its partition is only now open for the next.
    if (!this.isHungry) return;
    this.isHungry = false;
    this.serve(station);
  }

  /** A consumer may have waited long enough for more messages. */
  protected takeBatchWait(consumer: number): void {
    for (const link of this.incoming[consumer / STATION_STRIDE]!) {
      if (!this.hasWaitedEnough(link)) continue;
      for (const line of this.linesOf[link / LINK_STRIDE]!) this.rouse(line);
      // There was nothing any more, or no slot.
      if (this.hasWaitedEnough(link)) this.stopWaiting(link);
    }
  }

  protected reopen(broker: number): void {
    this.lines.forEach((line, number) => {
      if (line.broker === broker) this.rouse(number);
    });
  }

  protected rouse(line: number): void {
    if (this.isDown(this.lines[line]!.broker)) return;
    while (this.firstSerials[line]! < Infinity) {
      const link = this.findIdlest(line, 0);
      if (link < 0 || !this.serveOnce(this.linkInts[link + CALLEE]!)) break;
    }
    if (this.lines[line]!.isBatched && this.firstSerials[line]! < Infinity) this.letWait(line);
  }

  protected takeOut(line: number): number {
    const { broker, isBatched, links } = this.lines[line]!;
    const message = this.take(line);
    this.leaveBacklog(message, broker);
    if (isBatched && this.firstSerials[line] === Infinity) {
      for (const link of links) if (this.oldestLineOf(link) < 0) this.stopWaiting(link);
    }
    return message;
  }

  protected oldestLineOf(link: number): number {
    let oldest = NONE;
    let serial = Infinity;
    for (const line of this.linesOf[link / LINK_STRIDE]!) {
      if (this.firstSerials[line]! >= serial) continue;
      oldest = line;
      serial = this.firstSerials[line]!;
    }
    return oldest;
  }

  /** How many copies the message has become; NONE: there is no room. */
  private compete(frame: number, broker: number, firstLink: number): number {
    const line = this.lineFor(frame, firstLink);
    if (this.lines[line]!.links.length === 0) return 0;
    const key = this.drawKey(broker);
    const link = this.findTaker(line, key);
    if (link < 0 && !this.hasRoom(broker, 1)) return NONE;
    this.hand(this.newMessage(frame, broker, key), line, link);
    return 1;
  }

  private broadcast(frame: number, broker: number, firstLink: number, endLinks: number): number {
    const { links } = this.network;
    const key = this.drawKey(broker);
    const classIndex = this.classAt(frame);
    let copies = 0;
    let waiting = 0;
    for (let link = firstLink; link < endLinks; link += LINK_STRIDE) {
      if (!takes(links[link / LINK_STRIDE]!, classIndex)) continue;
      copies++;
      if (this.findTaker(this.lineFor(frame, link), key) < 0) waiting++;
    }
    if (waiting > 0 && !this.hasRoom(broker, waiting)) return NONE;
    for (let link = firstLink; link < endLinks; link += LINK_STRIDE) {
      if (!takes(links[link / LINK_STRIDE]!, classIndex)) continue;
      const line = this.lineFor(frame, link);
      this.hand(this.newMessage(frame, broker, key), line, this.findTaker(line, key));
    }
    return copies;
  }

  /** The link over which a new message with that key would be taken at once; -1: it has to wait. */
  private findTaker(line: number, key: number): number {
    return this.isOpen(line, key) ? this.findIdlest(line, 1) : NONE;
  }

  /** Gives a new message to the consumer that takes it at once, if there is one, else to its line. */
  private hand(message: number, line: number, link: number): void {
    const { broker, isBatched } = this.lines[line]!;
    if (link >= 0 && !isBatched && this.firstSerials[line] === Infinity) {
      this.deliver(message, line, link, this.findFreePool(this.linkInts[link + CALLEE]!));
      return;
    }
    this.addLast(message, line);
    this.enterBacklog(message, broker, false);
    if (link >= 0 || isBatched) this.rouse(line);
  }

  private serve(consumer: number): void {
    while (this.serveOnce(consumer));
  }

  /** Lets a consumer take the oldest message for it, or a batch; false where it has no free slot, or there is none. */
  private serveOnce(consumer: number): boolean {
    if (this.isBatching(consumer)) return this.serveBatch(consumer);
    const supplies = this.supplies[consumer / STATION_STRIDE]!;
    let oldest = NONE;
    let serial = Infinity;
    for (let source = 0; source < supplies.length; source += 2) {
      const first = this.firstSerials[supplies[source + 1]!]!;
      if (first >= serial || this.isDown(this.lines[supplies[source + 1]!]!.broker)) continue;
      oldest = source;
      serial = first;
    }
    if (oldest < 0 || !this.hasFreeSlot(consumer)) return false;
    const line = supplies[oldest + 1]!;
    this.deliver(this.takeOut(line), line, supplies[oldest]!, this.findFreePool(consumer));
    return true;
  }

  /** Of the connections over which a batch can start, the one with the oldest message; for the others it waits. */
  private serveBatch(consumer: number): boolean {
    if (!this.hasFreeSlot(consumer)) return false;
    const incoming = this.incoming[consumer / STATION_STRIDE]!;
    let oldest = NONE;
    let serial = Infinity;
    for (const link of incoming) {
      const line = this.oldestLineOf(link);
      if (line < 0 || this.firstSerials[line]! >= serial || this.isDown(this.lines[line]!.broker)) continue;
      if (!this.startsBatch(link, 0)) {
        this.awaitMore(link);
        continue;
      }
      oldest = link;
      serial = this.firstSerials[line]!;
    }
    if (oldest < 0) return false;
    this.startBatch(oldest, this.findFreePool(consumer));
    return true;
  }

  /** Lets the consumers with a free slot wait for more messages. */
  private letWait(line: number): void {
    for (const link of this.lines[line]!.links) {
      const consumer = this.linkInts[link + CALLEE]!;
      if (this.isBatching(consumer) && this.hasFreeSlot(consumer)) this.awaitMore(link);
    }
  }

  /**
   * Of the consumers that take from the line: the link to the one with a free slot that has been idle longest, and that
   * would start on it with so many messages more; -1: none.
   */
  private findIdlest(line: number, more: number): number {
    let idlest = NONE;
    let activity = Infinity;
    for (const link of this.lines[line]!.links) {
      const consumer = this.linkInts[link + CALLEE]!;
      const active = this.stationDoubles[consumer + ACTIVE]!;
      if (active >= activity || !this.hasFreeSlot(consumer)) continue;
      if (this.isBatching(consumer) && !this.startsBatch(link, more)) continue;
      idlest = link;
      activity = active;
    }
    return idlest;
  }

  /** Whether so many more messages may wait. */
  private hasRoom(broker: number, messages: number): boolean {
    let waiting = this.stationInts[broker + BACKLOG]! + this.countWaitingInFleet(broker / STATION_STRIDE);
    for (
      let pool = this.stationInts[broker + FIRST_POOL]!;
      pool < this.stationInts[broker + END_POOLS]!;
      pool += POOL_STRIDE
    ) {
      waiting += this.pools[pool + LENGTH]!;
    }
    return waiting + messages <= this.stationInts[broker + LIMIT]!;
  }
}
