// The book of the messages: how many wait in each broker for a consumer, how old the oldest of them is, and how many
// requests share the slot of a batch; step by step, and all together for the window.
import type { Network } from '../network.ts';
import {
  ageIntegral,
  BACKLOG_TIME,
  MATES,
  MATES_TIME,
  MESSAGING_STRIDE,
  OLDEST_SERIAL,
  OLDEST_SINCE,
  OLDEST_TIME,
} from '../stations/message-layout.ts';
import { BACKLOG, STATION_STRIDE } from '../stations/station-layout.ts';

export class MessageBook {
  /** By station: time integrals over the window. */
  readonly lag: Float64Array;
  readonly oldest: Float64Array;
  readonly mates: Float64Array;
  /** Stations × steps. */
  readonly lagIntegral: Float64Array;
  readonly oldestIntegral: Float64Array;
  private readonly messaging: Float64Array;
  private readonly stationInts: Int32Array;
  private readonly steps: number;
  /** The stations that are brokers or take batches. */
  private readonly kept: readonly number[];

  constructor({ stations, steps }: Network, messaging: Float64Array, stationInts: Int32Array) {
    const hasBrokers = stations.some(({ broker }) => broker !== null);
    this.messaging = messaging;
    this.stationInts = stationInts;
    this.steps = steps;
    this.kept = stations.flatMap(({ broker, batch }, index) => (broker !== null || batch !== null ? index : []));
    this.lag = new Float64Array(stations.length);
    this.oldest = new Float64Array(stations.length);
    this.mates = new Float64Array(stations.length);
    this.lagIntegral = new Float64Array(hasBrokers ? stations.length * steps : 0);
    this.oldestIntegral = new Float64Array(hasBrokers ? stations.length * steps : 0);
  }

  /** Takes up the stretch from `start` to `end`, which lies in one step. */
  endStretch(step: number, start: number, end: number): void {
    for (const index of this.kept) this.endStationStretch(index, step, start, end);
  }

  startWindow(): void {
    this.lag.fill(0);
    this.oldest.fill(0);
    this.mates.fill(0);
  }

  private endStationStretch(index: number, step: number, start: number, end: number): void {
    const { messaging } = this;
    const place = index * MESSAGING_STRIDE;
    const waiting = this.stationInts[index * STATION_STRIDE + BACKLOG]!;
    const lag = messaging[place + BACKLOG_TIME]! + waiting * (end - start);
    const isAnyThere = messaging[place + OLDEST_SERIAL]! < Infinity;
    const oldest = messaging[place + OLDEST_TIME]! + (isAnyThere ? ageIntegral(messaging, place, end) : 0);
    this.lag[index]! += lag;
    this.oldest[index]! += oldest;
    this.mates[index]! += messaging[place + MATES_TIME]! + messaging[place + MATES]! * (end - start);
    if (this.lagIntegral.length > 0) {
      this.lagIntegral[index * this.steps + step]! += lag;
      this.oldestIntegral[index * this.steps + step]! += oldest;
    }
    messaging[place + BACKLOG_TIME] = 0;
    messaging[place + OLDEST_TIME] = 0;
    messaging[place + MATES_TIME] = 0;
    messaging[place + OLDEST_SINCE] = end;
  }
}
