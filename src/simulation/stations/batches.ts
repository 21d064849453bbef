// The layer of the batches: a consumer takes several messages over one connection at once, in one slot.
//
// The first message of a batch stands for all: it travels, and its service is that of the batch. The others hang on it
// by NEXT. Each has its own fate once the work is done, and the slot is free when the last one needs it no longer. A
// message that is not full company yet waits in the broker, and the slot stays free, so that both can still be used.
import { CALLEE, LINK_STRIDE } from '../calls/link-layout.ts';
import { ARRIVED, NEXT, STATION } from '../frame.ts';
import { BATCH } from '../kernel.ts';
import type { Network } from '../network.ts';
import { Deliveries } from './deliveries.ts';
import { BATCH_OF, MATES, MATES_TIME, MESSAGING_STRIDE } from './message-layout.ts';
import { ARRIVALS, BATCHES, STARTED, STATION_STRIDE, TRAITS } from './station-layout.ts';

export abstract class Batches extends Deliveries {
  /** Of each station: the most messages of a batch, and how long a free slot waits for more. */
  private readonly batchMax: Int32Array;
  private readonly batchWait: Float64Array;
  /** Of each link to such a consumer: when it has waited long enough; infinite while it does not wait. */
  private readonly due: Float64Array;
  /** Of each batch under way: how many of it hold the slot, and the second of them. Numbers are used again. */
  private readonly shares: number[] = [];
  private readonly seconds: number[] = [];
  private readonly freeBatches: number[] = [];

  constructor(network: Network, replication: number) {
    super(network, replication);
    this.batchMax = Int32Array.from(network.stations, ({ batch }) => Math.min(batch?.max ?? 1, 0x7fffffff));
    this.batchWait = Float64Array.from(network.stations, ({ batch }) => batch?.waitMs ?? 0);
    this.due = new Float64Array(network.links.length).fill(Infinity);
  }

  /** Of the lines whose messages go over the link: the one with the oldest that can be taken; -1: none can. */
  protected abstract oldestLineOf(link: number): number;
  /** Takes the next message of the line, which there is, out of its broker. */
  protected abstract takeOut(line: number): number;

  protected isBatching(consumer: number): boolean {
    return (this.stationInts[consumer + TRAITS]! & BATCHES) !== 0;
  }

  /** Whether a batch over the link starts with what can be taken, and so many more. */
  protected startsBatch(link: number, more: number): boolean {
    const consumer = this.linkInts[link + CALLEE]!;
    const index = consumer / STATION_STRIDE;
    if (this.batchWait[index] === 0 || this.due[link / LINK_STRIDE]! <= this.now) return true;
    const max = this.batchMax[index]!;
    return this.countTakeable(link, max) + more >= max;
  }

  /** Takes as many messages as there are, up to the most, the oldest first. */
  protected startBatch(link: number, pool: number): void {
    const max = this.batchMax[this.linkInts[link + CALLEE]! / STATION_STRIDE]!;
    this.due[link / LINK_STRIDE] = Infinity;
    let first = -1;
    let last = -1;
    let size = 0;
    while (size < max) {
      const line = this.oldestLineOf(link);
      if (line < 0) break;
      const message = this.takeOut(line);
      if (!this.prepare(message, link, pool)) continue;
      if (!this.mayGoOut(message, link)) {
        this.hold(message, line);
        continue;
      }
      if (first < 0) first = message;
      else this.ints[last + NEXT] = message;
      this.ints[message + NEXT] = -1;
      last = message;
      size++;
    }
    if (first < 0) {
      this.lookAgain();
      return;
    }
    // Only now, so that several of one partition could be taken, in their order.
    for (let message = first; message >= 0; message = this.ints[message + NEXT]!) {
      this.hold(message, this.lineFor(message, link));
    }
    if (size > 1) this.bind(first, size);
    this.sendOff(first, link, pool);
    this.lookAgain();
  }

  /** A consumer with a free slot begins to wait for more messages over the link, unless it does so already. */
  protected awaitMore(link: number): void {
    const index = link / LINK_STRIDE;
    if (this.due[index]! < Infinity) return;
    const consumer = this.linkInts[link + CALLEE]!;
    this.due[index] = this.now + this.batchWait[consumer / STATION_STRIDE]!;
    this.queue.push(this.due[index], consumer | BATCH);
  }

  /** There is nothing over the link that a slot could be kept for, or no slot. */
  protected stopWaiting(link: number): void {
    this.due[link / LINK_STRIDE] = Infinity;
  }

  protected hasWaitedEnough(link: number): boolean {
    return this.due[link / LINK_STRIDE]! <= this.now;
  }

  protected override takeDelivery(message: number): void {
    const batch = this.messageInts[(message >> 2) + BATCH_OF]!;
    if (batch > 0) this.receiveMates(message, this.seconds[batch - 1]!);
    super.takeDelivery(message);
  }

  protected leavesSlotToOthers(frame: number, station: number): boolean {
    const batch = this.messageInts[(frame >> 2) + BATCH_OF]! - 1;
    if (batch < 0) return false;
    this.messageInts[(frame >> 2) + BATCH_OF] = 0;
    const left = (this.shares[batch]! -= 1);
    if (left === 0) {
      this.freeBatches.push(batch);
      return false;
    }
    const place = station * (MESSAGING_STRIDE / STATION_STRIDE);
    this.messaging[place + MATES]! -= 1;
    this.messaging[place + MATES_TIME]! += this.now - this.stretchStart;
    return true;
  }

  /** The work on a batch, or on what came alone, is over: each request goes its own way, the oldest first. */
  protected endBatch(first: number, station: number): void {
    const batch = this.messageInts[(first >> 2) + BATCH_OF]!;
    let mate = batch > 0 ? this.seconds[batch - 1]! : -1;
    this.endVisit(first, station);
    while (mate >= 0) {
      const next = this.ints[mate + NEXT]!;
      this.endVisit(mate, station);
      mate = next;
    }
  }

  /** The others of the batch that a message stands for while it travels, or is worked on. */
  protected matesOf(first: number, isTravelling: boolean): number[] {
    const batch = this.isBatching(this.ints[first + STATION]!) ? this.messageInts[(first >> 2) + BATCH_OF]! : 0;
    const mates: number[] = [];
    if (batch === 0) return mates;
    const second = this.seconds[batch - 1]!;
    if (isTravelling) this.receiveMates(first, second);
    for (let mate = second; mate >= 0; mate = this.ints[mate + NEXT]!) mates.push(mate);
    return mates;
  }

  private bind(first: number, size: number): void {
    const batch = this.freeBatches.pop() ?? this.shares.length;
    this.shares[batch] = size;
    this.seconds[batch] = this.ints[first + NEXT]!;
    for (let message = first; message >= 0; message = this.ints[message + NEXT]!) {
      this.messageInts[(message >> 2) + BATCH_OF] = batch + 1;
    }
  }

  /** All but the first have come as well. */
  private receiveMates(first: number, second: number): void {
    const { ints, doubles } = this;
    const station = ints[first + STATION]!;
    let mates = 0;
    for (let mate = second; mate >= 0; mate = ints[mate + NEXT]!) {
      doubles[(mate >> 1) + ARRIVED] = this.now;
      mates++;
    }
    const place = station * (MESSAGING_STRIDE / STATION_STRIDE);
    this.stationDoubles[station + ARRIVALS]! += mates;
    this.stationDoubles[station + STARTED]! += mates;
    this.messaging[place + MATES]! += mates;
    this.messaging[place + MATES_TIME]! -= mates * (this.now - this.stretchStart);
  }
}
