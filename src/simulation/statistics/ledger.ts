// The books of a replication: at the end of each stretch of time they take up what the engine has counted, step by step
// for the series and all together for the window, and in the end the record is drawn up from them.
//
// A time integral is not touched while nothing changes: entering subtracts the time since the stretch began, leaving
// adds it, and at the end of the stretch all who are there are credited with the whole of it.
import {
  FAILED_REQUESTS,
  LONGEST,
  OFFERED,
  REQUEST_RESPONSE,
  STREAM_COUNTERS,
  STREAM_STRIDE,
  SUCCEEDED,
} from '../arrivals/stream-layout.ts';
import { LINK_COUNTERS, LINK_STRIDE } from '../calls/link-layout.ts';
import type { Network } from '../network.ts';
import type { SeriesRecord } from '../record.ts';
import {
  BACKLOG,
  BLOCKED,
  BLOCKED_TIME,
  BUSY,
  BUSY_TIME,
  COUNTERS,
  END_POOLS,
  EXCESS_TIME,
  FIRST_POOL,
  LENGTH,
  POOL_STRIDE,
  SLOTS,
  STATION_STRIDE,
  WAITING_TIME,
} from '../stations/station-layout.ts';
import { BUCKETS, percentiles } from './histogram.ts';
import { MessageBook } from './message-book.ts';

/** What the engine counts in. */
export interface Meters {
  readonly stationInts: Int32Array;
  readonly stationDoubles: Float64Array;
  readonly stationResponses: Uint32Array;
  /** As they are now: more may have been added. */
  readonly pools: () => Int32Array;
  /** Fills in the meter for a station whose replicas come and go; false for another. */
  readonly readMeter: (index: number, meter: Meter) => boolean;
  /** Tells such a station what the stretch has brought. */
  readonly credit: (index: number, meter: Meter, integrals: Integrals) => void;
  readonly messaging: Float64Array;
  readonly linkDoubles: Float64Array;
  readonly linkResponses: Uint32Array;
  readonly streamDoubles: Float64Array;
  readonly streamResponses: Uint32Array;
  /** Of all streams together, in the present step. */
  readonly stepResponses: Uint32Array;
}

/** What a station has at one moment. */
export interface Meter {
  waiting: number;
  busy: number;
  /** Processor sharing: requests above the slots. */
  excess: number;
  slots: number;
  /** Replicas that serve, that are there at all, and that are wanted. */
  serving: number;
  held: number;
  wanted: number;
}

/** Of one station over a stretch. */
export interface Integrals {
  readonly lengthMs: number;
  readonly busy: number;
  readonly waiting: number;
}

/** Time integrals of one station over the window. */
export const INTEGRALS = 7;
export const WAITING_INTEGRAL = 0;
export const BUSY_INTEGRAL = 1;
export const BLOCKED_INTEGRAL = 2;
export const SLOT_INTEGRAL = 3;
export const REPLICA_INTEGRAL = 4;
export const EXCESS_INTEGRAL = 5;
export const HELD_INTEGRAL = 6;

export class Ledger {
  readonly meters: Meters;
  readonly series: SeriesRecord;
  readonly messages: MessageBook;
  /** Stations × INTEGRALS. */
  readonly integrals: Float64Array;
  /** Streams, as STREAM_COUNTERS in a stride of STREAM_STRIDE. */
  readonly requests: Float64Array;
  /** How many wait at each station, at the end of the latest stretch and at the start of the window. */
  readonly waiting: Float64Array;
  readonly waitingAtStart: Float64Array;
  private readonly network: Network;
  /** Of each station: up to when it has been credited. */
  private readonly settledAt: Float64Array;
  private readonly meter: Meter = { waiting: 0, busy: 0, excess: 0, slots: 0, serving: 0, held: 0, wanted: 0 };
  private readonly stepResponse: Float64Array;

  constructor(network: Network, meters: Meters) {
    this.network = network;
    this.meters = meters;
    this.messages = new MessageBook(network, meters.messaging, meters.stationInts);
    const { steps, stations } = network;
    const perStep = (): Float64Array => new Float64Array(steps);
    const perStation = (): Float64Array => new Float64Array(stations.length * steps);
    this.series = {
      offered: perStep(),
      succeeded: perStep(),
      failed: perStep(),
      responseMean: perStep().fill(NaN),
      responseP95: perStep().fill(NaN),
      busyIntegral: perStation(),
      slotIntegral: perStation(),
      waitingIntegral: perStation(),
      replicaIntegral: perStation(),
      wantedIntegral: perStation(),
      newVersionShare: new Float64Array(network.rollouts.length > 0 ? stations.length * steps : 0).fill(NaN),
      lagIntegral: this.messages.lagIntegral,
      oldestIntegral: this.messages.oldestIntegral,
    };
    this.integrals = new Float64Array(stations.length * INTEGRALS);
    this.waiting = new Float64Array(stations.length);
    this.settledAt = new Float64Array(stations.length);
    this.waitingAtStart = new Float64Array(stations.length);
    this.requests = new Float64Array(meters.streamDoubles.length);
    this.stepResponse = perStep();
  }

  /** Takes up the stretch from `start` to `end`, which lies in one step. */
  endStretch(step: number, start: number, end: number): void {
    for (let i = 0; i < this.network.stations.length; i++) {
      this.settleStation(i, step, start, end);
      this.clearTimes(i);
    }
    this.messages.endStretch(step, start, end);
    const counted = this.meters.streamDoubles;
    for (let stream = 0; stream < counted.length; stream += STREAM_STRIDE) this.endStreamStretch(stream, step);
  }

  /** The window begins: all that was counted so far belongs to the warm-up. */
  startWindow(): void {
    const { meters } = this;
    this.integrals.fill(0);
    this.messages.startWindow();
    this.waitingAtStart.set(this.waiting);
    this.requests.fill(0);
    meters.stationResponses.fill(0);
    meters.linkResponses.fill(0);
    meters.streamResponses.fill(0);
    clearCounters(meters.stationDoubles, STATION_STRIDE, COUNTERS);
    clearCounters(meters.linkDoubles, LINK_STRIDE, LINK_COUNTERS);
  }

  endStep(step: number): void {
    const { series } = this;
    const succeeded = series.succeeded[step]!;
    if (succeeded === 0) return;
    series.responseMean[step] = this.stepResponse[step]! / succeeded;
    series.responseP95[step] = percentiles(this.meters.stepResponses, [0.95], succeeded)[0]!;
    this.meters.stepResponses.fill(0);
  }

  /**
   * Credits a station up to `now`, within the stretch that began at `start`: before its capacity changes, which is
   * constant between two settlings.
   */
  settleStation(index: number, step: number, start: number, now: number): void {
    const { stationInts, stationDoubles } = this.meters;
    const { meter, integrals, series } = this;
    const station = index * STATION_STRIDE;
    const sinceStart = now - start;
    const lengthMs = now - Math.max(start, this.settledAt[index]!);
    this.settledAt[index] = now;
    if (!this.meters.readMeter(index, meter)) this.readFixed(index);
    meter.waiting += stationInts[station + BACKLOG]!;
    this.waiting[index] = meter.waiting;
    const waiting = stationDoubles[station + WAITING_TIME]! + meter.waiting * sinceStart;
    const busy = stationDoubles[station + BUSY_TIME]! + meter.busy * sinceStart;
    const excess = stationDoubles[station + EXCESS_TIME]! + meter.excess * sinceStart;
    const blockedNow = stationInts[station + BLOCKED]!;
    const blocked = stationDoubles[station + BLOCKED_TIME]! + blockedNow * sinceStart;
    // What is there counts from the start of the stretch once more when that ends.
    stationDoubles[station + WAITING_TIME] = -meter.waiting * sinceStart;
    stationDoubles[station + BUSY_TIME] = -meter.busy * sinceStart;
    stationDoubles[station + EXCESS_TIME] = -meter.excess * sinceStart;
    stationDoubles[station + BLOCKED_TIME] = -blockedNow * sinceStart;
    const total = index * INTEGRALS;
    integrals[total + WAITING_INTEGRAL]! += waiting;
    integrals[total + BUSY_INTEGRAL]! += busy;
    integrals[total + BLOCKED_INTEGRAL]! += blocked;
    integrals[total + SLOT_INTEGRAL]! += meter.slots * lengthMs;
    integrals[total + REPLICA_INTEGRAL]! += meter.serving * lengthMs;
    integrals[total + EXCESS_INTEGRAL]! += excess;
    integrals[total + HELD_INTEGRAL]! += meter.held * lengthMs;
    const at = index * this.network.steps + step;
    series.waitingIntegral[at]! += waiting;
    series.busyIntegral[at]! += busy;
    series.slotIntegral[at]! += meter.slots * lengthMs;
    series.replicaIntegral[at]! += meter.serving * lengthMs;
    series.wantedIntegral[at]! += meter.wanted * lengthMs;
    this.meters.credit(index, meter, { lengthMs, busy, waiting });
  }

  private clearTimes(index: number): void {
    const { stationDoubles } = this.meters;
    const station = index * STATION_STRIDE;
    for (const integral of [WAITING_TIME, BUSY_TIME, BLOCKED_TIME, EXCESS_TIME]) stationDoubles[station + integral] = 0;
  }

  /** A station with a fixed set of slots. */
  private readFixed(index: number): void {
    const { stationInts } = this.meters;
    const pools = this.meters.pools();
    const { meter } = this;
    const { replicas } = this.network.stations[index]!;
    const station = index * STATION_STRIDE;
    meter.waiting = 0;
    meter.busy = 0;
    meter.slots = 0;
    for (let pool = stationInts[station + FIRST_POOL]!; pool < stationInts[station + END_POOLS]!; pool += POOL_STRIDE) {
      meter.waiting += pools[pool + LENGTH]!;
      meter.busy += pools[pool + BUSY]!;
      meter.slots += pools[pool + SLOTS]!;
    }
    meter.excess = 0;
    meter.serving = replicas;
    meter.held = replicas;
    meter.wanted = replicas;
  }

  private endStreamStretch(stream: number, step: number): void {
    const counted = this.meters.streamDoubles;
    const { requests, series } = this;
    const offered = counted[stream + OFFERED]!;
    const succeeded = counted[stream + SUCCEEDED]!;
    const failed = counted[stream + FAILED_REQUESTS]!;
    const response = counted[stream + REQUEST_RESPONSE]!;
    series.offered[step]! += offered;
    series.succeeded[step]! += succeeded;
    series.failed[step]! += failed;
    this.stepResponse[step]! += response;
    requests[stream + OFFERED]! += offered;
    requests[stream + SUCCEEDED]! += succeeded;
    requests[stream + FAILED_REQUESTS]! += failed;
    requests[stream + REQUEST_RESPONSE]! += response;
    requests[stream + LONGEST] = Math.max(requests[stream + LONGEST]!, counted[stream + LONGEST]!);
    counted.fill(0, stream, stream + STREAM_COUNTERS);
  }
}

function clearCounters(doubles: Float64Array, stride: number, counters: number): void {
  for (let place = 0; place < doubles.length; place += stride) doubles.fill(0, place, place + counters);
}

/** The responses of one of many that share an array. */
export function responsesOf(all: Uint32Array, index: number): Uint32Array {
  return all.subarray(index * BUCKETS, (index + 1) * BUCKETS);
}
