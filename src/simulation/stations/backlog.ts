// The layer of the backlogs: which messages wait in their brokers, and how old the oldest of them is.
import { Calls } from '../calls/calls.ts';
import { ARRIVED, BORN, FRAME_STRIDE, REMAINING, UNDRAWN } from '../frame.ts';
import type { Network } from '../network.ts';
import {
  ageIntegral,
  BACKLOG_TIME,
  BATCH_OF,
  FAILED_DELIVERIES,
  KEY,
  MESSAGE_DOUBLES,
  MESSAGE_INTS,
  MESSAGING_STRIDE,
  OLDEST_SENT,
  OLDEST_SERIAL,
  OLDEST_SINCE,
  OLDEST_TIME,
  SENT,
  SERIAL,
  WAITS,
} from './message-layout.ts';
import { SerialHeap } from './serial-heap.ts';
import { BACKLOG, BACKLOG_WAITED, STATION_STRIDE, WAITING_TIME } from './station-layout.ts';

/** A heap of those that wait may hold so many entries, beyond twice those that do, before it is swept. */
const STALE_ENTRIES = 64;

export abstract class Backlogs extends Calls {
  protected messageInts: Int32Array;
  protected messageDoubles: Float64Array;
  /** By station, in a stride of MESSAGING_STRIDE; taken up by the books. */
  protected readonly messaging: Float64Array;
  /** By station: waiting messages that are no head of a lane, or may be none: see `oldestInLanes`. */
  private readonly scattered: readonly SerialHeap[];
  private readonly isPartitioned: readonly boolean[];
  private readonly hasMessages: boolean;
  private serials = 0;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const { stations } = network;
    this.hasMessages = stations.some(({ broker, firstSync, endLinks }) => broker !== null && endLinks > firstSync);
    const frames = this.hasMessages ? this.ints.length / FRAME_STRIDE : 0;
    this.messageInts = new Int32Array(frames * MESSAGE_INTS);
    this.messageDoubles = new Float64Array(frames * MESSAGE_DOUBLES);
    this.messaging = new Float64Array(stations.length * MESSAGING_STRIDE);
    this.isPartitioned = stations.map(({ broker }) => (broker?.partitions ?? 0) > 0);
    this.scattered = this.hasMessages ? stations.map(() => new SerialHeap()) : [];
    stations.forEach((_, index) => (this.messaging[index * MESSAGING_STRIDE + OLDEST_SERIAL] = Infinity));
  }

  /** Of a broker: the oldest message that stands first in one of its lanes; with partitions none is looked for. */
  protected abstract oldestInLanes(broker: number): number;

  protected override growColumns(frames: number): void {
    super.growColumns(frames);
    if (!this.hasMessages) return;
    const ints = new Int32Array(frames * MESSAGE_INTS);
    const doubles = new Float64Array(frames * MESSAGE_DOUBLES);
    ints.set(this.messageInts);
    doubles.set(this.messageDoubles);
    this.messageInts = ints;
    this.messageDoubles = doubles;
  }

  /** Writes down what a broker knows of a new message, made from a request that came to it. */
  protected register(message: number, request: number, key: number): void {
    const place = message >> 2;
    this.messageInts[place + FAILED_DELIVERIES] = 0;
    this.messageInts[place + KEY] = key;
    this.messageDoubles[(message >> 3) + SENT] = this.doubles[(request >> 1) + ARRIVED]!;
    this.messageDoubles[(message >> 3) + SERIAL] = this.serials += 1;
  }

  /** From here on another frame stands for the message. */
  protected inherit(message: number, heir: number): void {
    const { messageInts, messageDoubles } = this;
    messageInts[(heir >> 2) + FAILED_DELIVERIES] = messageInts[(message >> 2) + FAILED_DELIVERIES]!;
    messageInts[(heir >> 2) + KEY] = messageInts[(message >> 2) + KEY]!;
    messageInts[(heir >> 2) + BATCH_OF] = 0;
    messageDoubles[(heir >> 3) + SENT] = messageDoubles[(message >> 3) + SENT]!;
    messageDoubles[(heir >> 3) + SERIAL] = messageDoubles[(message >> 3) + SERIAL]!;
  }

  protected serialOf(message: number): number {
    return this.messageDoubles[(message >> 3) + SERIAL]!;
  }

  /** A message begins to wait; where it stands in no lane, `isApart`. */
  protected enterBacklog(message: number, broker: number, isApart: boolean): void {
    const sinceStart = this.now - this.stretchStart;
    const { messaging } = this;
    const place = broker * (MESSAGING_STRIDE / STATION_STRIDE);
    this.stationInts[broker + BACKLOG]! += 1;
    this.stationDoubles[broker + WAITING_TIME]! -= sinceStart;
    messaging[place + BACKLOG_TIME]! -= sinceStart;
    this.messageInts[(message >> 2) + WAITS] = 1;
    // What it has waited so far, in the broker's own queue, was counted when its work began.
    if (this.ints[message + REMAINING] === UNDRAWN) this.doubles[(message >> 1) + BORN] = this.now;
    if (isApart || this.isPartitioned[broker / STATION_STRIDE]) this.scatter(message, broker);
    if (this.serialOf(message) < messaging[place + OLDEST_SERIAL]!) this.setOldest(message, place);
  }

  /** A message waits no longer: it is out of its lane. */
  protected leaveBacklog(message: number, broker: number): void {
    const sinceStart = this.now - this.stretchStart;
    const { messaging } = this;
    const place = broker * (MESSAGING_STRIDE / STATION_STRIDE);
    this.stationInts[broker + BACKLOG]! -= 1;
    this.stationDoubles[broker + WAITING_TIME]! += sinceStart;
    messaging[place + BACKLOG_TIME]! += sinceStart;
    this.messageInts[(message >> 2) + WAITS] = 0;
    // Like the response, the wait is that for the first delivery.
    if (this.ints[message + REMAINING] === UNDRAWN) {
      this.stationDoubles[broker + BACKLOG_WAITED]! += this.now - this.doubles[(message >> 1) + BORN]!;
    }
    if (this.serialOf(message) === messaging[place + OLDEST_SERIAL]!)
      this.setOldest(this.findNextOldest(broker), place);
  }

  /** The oldest message that waits in the broker; -1: none. */
  private findNextOldest(broker: number): number {
    const heap = this.scattered[broker / STATION_STRIDE]!;
    while (heap.size > 0 && !this.isWaiting(heap.serial, heap.item)) heap.pop();
    const first = this.oldestInLanes(broker);
    if (heap.size === 0) return first;
    return first < 0 || heap.serial < this.serialOf(first) ? heap.item : first;
  }

  /** Another message is the oldest; -1: none. */
  private setOldest(message: number, place: number): void {
    const { messaging } = this;
    if (messaging[place + OLDEST_SERIAL]! < Infinity) {
      messaging[place + OLDEST_TIME]! += ageIntegral(messaging, place, this.now);
    }
    messaging[place + OLDEST_SINCE] = this.now;
    messaging[place + OLDEST_SENT] = message < 0 ? 0 : this.messageDoubles[(message >> 3) + SENT]!;
    messaging[place + OLDEST_SERIAL] = message < 0 ? Infinity : this.serialOf(message);
  }

  private scatter(message: number, broker: number): void {
    const heap = this.scattered[broker / STATION_STRIDE]!;
    heap.push(this.serialOf(message), message);
    // Below a message that never gets through, those that have would pile up.
    if (heap.size > 2 * this.stationInts[broker + BACKLOG]! + STALE_ENTRIES) {
      heap.sweep((serial, item) => this.isWaiting(serial, item));
    }
  }

  /** A frame may have been given to another message since. */
  private isWaiting(serial: number, message: number): boolean {
    return this.messageInts[(message >> 2) + WAITS] === 1 && this.serialOf(message) === serial;
  }
}
