// The layer of the stations: requests arrive, choose a replica, wait, are worked on, and give the slot to the next.
//
// What belongs to one station lies side by side in one strided array of integers and one of doubles; a station is
// named by its place there. Slots and queues lie in pools: one for the station with a shared queue, else one a replica.
import { ARRIVED, ERROR, NEXT, OK, POOL, STATE, STATION, TRACED, WORK } from '../frame.ts';
import { WORK_END } from '../kernel.ts';
import type { Network, Station } from '../network.ts';
import { sampleDistribution, sampleUniform } from '../samplers.ts';
import { LINK_STRIDE } from '../calls/link-layout.ts';
import { BUCKETS, bucketOf } from '../statistics/histogram.ts';
import { TRACE_START, TRACE_WAIT, TRACE_WORK_END, Tracing } from '../tracing/tracing.ts';
import {
  ARRIVALS,
  BACKLOG,
  BLOCKING,
  BROKER,
  BUSY,
  BUSY_TIME,
  CHOICE,
  COMPLETED,
  CONSUMER,
  DISPATCH,
  END_LINKS,
  END_POOLS,
  ERROR_RATE,
  ERROR_TAPE,
  FAILURES,
  FIRST_ASYNC,
  FIRST_POOL,
  FIRST_SYNC,
  HEAD,
  HIT_RATIO,
  HIT_TAPE,
  LENGTH,
  LIMIT,
  MAKES_CALLS,
  ONE_POOL,
  PARALLEL,
  POOL_STRIDE,
  RANDOM,
  REJECTIONS,
  RESPONSE,
  ROUND_ROBIN,
  SLOTS,
  STARTED,
  STATION_STRIDE,
  TAIL,
  TRAITS,
  WAITED,
  WAITING_TIME,
} from './station-layout.ts';

/** No queue can grow longer than this. */
const UNBOUNDED = 0x7fffffff;

export abstract class Stations extends Tracing {
  protected readonly stationInts: Int32Array;
  protected readonly stationDoubles: Float64Array;
  protected readonly stationResponses: Uint32Array;
  protected readonly stationWork: Int32Array;
  protected readonly pools: Int32Array;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const stations = network.stations;
    this.stationInts = new Int32Array(stations.length * STATION_STRIDE);
    this.stationDoubles = new Float64Array(stations.length * STATION_STRIDE);
    this.stationResponses = new Uint32Array(stations.length * BUCKETS);
    this.stationWork = new Int32Array(stations.length);
    this.pools = new Int32Array(stations.reduce((sum, station) => sum + poolsOf(station), 0) * POOL_STRIDE);
    let pool = 0;
    stations.forEach((station, index) => {
      this.setUpStation(station, index * STATION_STRIDE, pool);
      pool += poolsOf(station) * POOL_STRIDE;
    });
    for (const link of network.links) {
      if (stations[link.from]!.broker) this.stationInts[link.to * STATION_STRIDE + TRAITS]! |= CONSUMER;
    }
  }

  /** The work is done and the slot, unless it stays held, given on: goes on with its calls, or answers. */
  protected abstract proceed(frame: number, station: number): void;
  protected abstract answer(frame: number, outcome: number): void;
  /** There was no room: nothing of the caller may happen before the next event. */
  protected abstract refuse(frame: number): void;
  /** A consumer has a free slot: takes what waits for it in brokers. */
  protected abstract pull(station: number): void;

  /** A request comes to the station that its frame names. */
  protected arrive(frame: number): void {
    const ints = this.ints;
    const station = ints[frame + STATION]!;
    const stationInts = this.stationInts;
    this.stationDoubles[station + ARRIVALS]! += 1;
    this.doubles[(frame >> 1) + ARRIVED] = this.now;
    const pool =
      stationInts[station + DISPATCH] === ONE_POOL ? stationInts[station + FIRST_POOL]! : this.choosePool(station);
    const pools = this.pools;
    if (pools[pool + BUSY]! < pools[pool + SLOTS]!) {
      this.takeSlot(station, pool);
      this.begin(frame, station, pool);
    } else if (pools[pool + LENGTH]! + stationInts[station + BACKLOG]! < stationInts[station + LIMIT]!) {
      this.enqueue(frame, station, pool);
    } else {
      this.reject(frame, station);
    }
  }

  protected reject(frame: number, station: number): void {
    this.stationDoubles[station + REJECTIONS]! += 1;
    this.refuse(frame);
  }

  protected takeSlot(station: number, pool: number): void {
    this.pools[pool + BUSY]! += 1;
    this.stationDoubles[station + BUSY_TIME]! -= this.now - this.stretchStart;
  }

  /** Starts the work of a request that holds a slot of the pool. */
  protected begin(frame: number, station: number, pool: number): void {
    const ints = this.ints;
    ints[frame + POOL] = pool;
    if ((ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_START, frame, station);
    this.stationDoubles[station + STARTED]! += 1;
    this.queue.push(this.now + this.tapes.draw(ints[frame + WORK]!), frame | WORK_END);
  }

  protected endWork(frame: number): void {
    const ints = this.ints;
    const station = ints[frame + STATION]!;
    const stationInts = this.stationInts;
    const stationDoubles = this.stationDoubles;
    if ((ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_WORK_END, frame, station);
    const errorTape = stationInts[station + ERROR_TAPE]!;
    if (errorTape >= 0 && this.tapes.draw(errorTape) < stationDoubles[station + ERROR_RATE]!) {
      stationDoubles[station + FAILURES]! += 1;
      this.releaseSlot(station, ints[frame + POOL]!);
      this.answer(frame, ERROR);
      return;
    }
    const traits = stationInts[station + TRAITS]!;
    if ((traits & BROKER) === 0) {
      stationDoubles[station + COMPLETED]! += 1;
      this.recordResponse(frame, station);
    }
    if ((traits & BLOCKING) === 0) this.releaseSlot(station, ints[frame + POOL]!);
    if ((traits & MAKES_CALLS) === 0) this.answer(frame, OK);
    else this.proceed(frame, station);
  }

  /** Wait and own work of a request that leaves the station now. */
  protected recordResponse(frame: number, station: number): void {
    const responseMs = this.now - this.doubles[(frame >> 1) + ARRIVED]!;
    this.stationDoubles[station + RESPONSE]! += responseMs;
    this.stationResponses[station * (BUCKETS / STATION_STRIDE) + bucketOf(responseMs)]! += 1;
  }

  /** Gives the slot to the next that waits; without one it is free. */
  protected releaseSlot(station: number, pool: number): void {
    const pools = this.pools;
    const next = pools[pool + HEAD]!;
    if (next >= 0) {
      pools[pool + HEAD] = this.ints[next + NEXT]!;
      pools[pool + LENGTH]! -= 1;
      this.stationDoubles[station + WAITING_TIME]! += this.now - this.stretchStart;
      this.stationDoubles[station + WAITED]! += this.now - this.doubles[(next >> 1) + ARRIVED]!;
      this.begin(next, station, pool);
      return;
    }
    this.freeSlot(station, pool);
    if ((this.stationInts[station + TRAITS]! & CONSUMER) !== 0) this.pull(station);
  }

  protected freeSlot(station: number, pool: number): void {
    this.pools[pool + BUSY]! -= 1;
    this.stationDoubles[station + BUSY_TIME]! += this.now - this.stretchStart;
  }

  protected hasFreeSlot(station: number): boolean {
    const pools = this.pools;
    const endPools = this.stationInts[station + END_POOLS]!;
    for (let pool = this.stationInts[station + FIRST_POOL]!; pool < endPools; pool += POOL_STRIDE) {
      if (pools[pool + BUSY]! < pools[pool + SLOTS]!) return true;
    }
    return false;
  }

  /** A pool with a free slot, which there is: by the station's own dispatch, or the next free one after that. */
  protected findFreePool(station: number): number {
    const stationInts = this.stationInts;
    const pools = this.pools;
    const first = stationInts[station + FIRST_POOL]!;
    const end = stationInts[station + END_POOLS]!;
    let pool = stationInts[station + DISPATCH] === ONE_POOL ? first : this.choosePool(station);
    while (pools[pool + BUSY]! >= pools[pool + SLOTS]!) {
      pool += POOL_STRIDE;
      if (pool === end) pool = first;
    }
    return pool;
  }

  private enqueue(frame: number, station: number, pool: number): void {
    const ints = this.ints;
    const pools = this.pools;
    if ((ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_WAIT, frame, station);
    ints[frame + NEXT] = -1;
    if (pools[pool + HEAD]! < 0) pools[pool + HEAD] = frame;
    else ints[pools[pool + TAIL]! + NEXT] = frame;
    pools[pool + TAIL] = frame;
    pools[pool + LENGTH]! += 1;
    this.stationDoubles[station + WAITING_TIME]! -= this.now - this.stretchStart;
  }

  private choosePool(station: number): number {
    const stationInts = this.stationInts;
    const first = stationInts[station + FIRST_POOL]!;
    const end = stationInts[station + END_POOLS]!;
    if (stationInts[station + DISPATCH] === RANDOM) {
      const pools = (end - first) / POOL_STRIDE;
      return first + POOL_STRIDE * Math.floor(this.tapes.draw(stationInts[station + CHOICE]!) * pools);
    }
    const pool = stationInts[station + CHOICE]!;
    const next = pool + POOL_STRIDE;
    stationInts[station + CHOICE] = next === end ? first : next;
    return pool;
  }

  private setUpStation(spec: Station, station: number, firstPool: number): void {
    const ints = this.stationInts;
    const count = poolsOf(spec);
    const endPools = firstPool + count * POOL_STRIDE;
    const slots = count === 1 ? spec.replicas * spec.concurrency : spec.concurrency;
    for (let pool = firstPool; pool < endPools; pool += POOL_STRIDE) {
      this.pools[pool + SLOTS] = Math.min(slots, UNBOUNDED);
      this.pools[pool + HEAD] = -1;
    }
    ints[station + DISPATCH] = count === 1 ? ONE_POOL : spec.dispatch === 'random' ? RANDOM : ROUND_ROBIN;
    ints[station + FIRST_POOL] = firstPool;
    ints[station + END_POOLS] = endPools;
    ints[station + CHOICE] = spec.dispatch === 'random' ? this.addTape('dispatch', spec.id, sampleUniform) : firstPool;
    ints[station + LIMIT] = Math.min(spec.queueLimit, UNBOUNDED);
    ints[station + ERROR_TAPE] = spec.errorRate > 0 ? this.addTape('error', spec.id, sampleUniform) : -1;
    ints[station + HIT_TAPE] = spec.hitRatio > 0 ? this.addTape('hit', spec.id, sampleUniform) : -1;
    ints[station + FIRST_SYNC] = spec.firstSync * LINK_STRIDE;
    ints[station + FIRST_ASYNC] = spec.firstAsync * LINK_STRIDE;
    ints[station + END_LINKS] = spec.endLinks * LINK_STRIDE;
    this.stationDoubles[station + ERROR_RATE] = spec.errorRate;
    this.stationDoubles[station + HIT_RATIO] = spec.hitRatio;
    this.stationWork[station / STATION_STRIDE] = this.addTape('service', spec.id, (random) =>
      sampleDistribution(spec.service, random, 1 / spec.speed),
    );
    ints[station + TRAITS] = traitsOf(spec);
  }
}

/** A shared queue is one pool with the slots of all replicas; without replicas there is one pool without slots. */
function poolsOf(spec: Station): number {
  return spec.dispatch === 'shared-queue' ? 1 : Math.max(1, spec.replicas);
}

function traitsOf(spec: Station): number {
  const makesCalls = spec.broker !== null || spec.endLinks > spec.firstSync;
  return (
    // A broker waits for nobody, so it holds no slot either.
    (spec.blocking && makesCalls && spec.broker === null ? BLOCKING : 0) |
    (spec.parallel ? PARALLEL : 0) |
    (spec.broker ? BROKER : 0) |
    (makesCalls ? MAKES_CALLS : 0)
  );
}
