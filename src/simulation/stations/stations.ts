// The layer of the stations: requests arrive, choose a replica, wait, are worked on, and give the slot to the next.
//
// What belongs to one station lies side by side in one strided array of integers and one of doubles; a station is
// named by its place there. Its pools lie side by side as well: one with a shared queue, else one a replica. Stations
// whose replicas come and go, or share their processor, go their own way: see capacity/elastic.ts.
import { ARRIVED, ERROR, OK, POOL, STATE, STATION, TRACED, WORK } from '../frame.ts';
import { WORK_END } from '../kernel.ts';
import type { Network, Station } from '../network.ts';
import { isElastic } from '../capacity/is-elastic.ts';
import { LINK_STRIDE } from '../calls/link-layout.ts';
import { sampleDistribution, sampleUniform } from '../samplers.ts';
import { BUCKETS, bucketOf, STATION_BUCKETS } from '../statistics/histogram.ts';
import { Queues } from './queues.ts';
import { TRACE_START, TRACE_WORK_END } from '../tracing/tracing.ts';
import {
  ARRIVALS,
  BACKLOG,
  BATCHES,
  BLOCKING,
  BROKER,
  BUSY,
  BUSY_TIME,
  CHOICE_TAPE,
  COMPLETED,
  CONSUMER,
  COUNTS_OUT,
  DISCIPLINE,
  DISPATCH,
  ELASTIC,
  END_LINKS,
  END_POOLS,
  ERROR_RATE,
  ERROR_TAPE,
  FAILURES,
  FIFO,
  FIRST_ASYNC,
  FIRST_POOL,
  FIRST_SYNC,
  HEAD,
  HIT_RATIO,
  HIT_TAPE,
  LEAST_CONNECTIONS,
  LENGTH,
  LIFO,
  LIMIT,
  MAKES_CALLS,
  ONE_POOL,
  OUT,
  PARALLEL,
  POOL_STRIDE,
  POWER_OF_TWO,
  PRIORITY,
  QUEUE,
  RANDOM,
  REJECTIONS,
  REPLICAS,
  RESPONSE,
  ROUND_ROBIN,
  SLOTS,
  STARTED,
  STATION_STRIDE,
  TRAITS,
  TURN,
  WAITED,
} from './station-layout.ts';

/** No queue can grow longer than this. */
export const UNBOUNDED = 0x7fffffff;

export abstract class Stations extends Queues {
  protected readonly stationResponses: Uint32Array;
  protected readonly stationWork: Int32Array;
  /** Of each station: the pools of the replicas that serve, in the order of their numbers. */
  protected readonly replicaPools: Int32Array[];

  constructor(network: Network, replication: number) {
    super(network, replication);
    const stations = network.stations;
    this.stationResponses = new Uint32Array(stations.length * BUCKETS);
    this.stationWork = new Int32Array(stations.length);
    this.replicaPools = stations.map((station, index) => this.setUpStation(station, index * STATION_STRIDE));
    for (const link of network.links) {
      if (!stations[link.from]!.broker) continue;
      this.stationInts[link.to * STATION_STRIDE + TRAITS]! |= stations[link.to]!.batch ? CONSUMER | BATCHES : CONSUMER;
    }
  }

  /** The work is done and the slot, unless it stays held, given on: goes on with its calls, or answers. */
  protected abstract proceed(frame: number, station: number): void;
  protected abstract answer(frame: number, outcome: number): void;
  /** There was no room: nothing of the caller may happen before the next event. */
  protected abstract refuse(frame: number): void;
  /** A consumer has a free slot: takes what waits for it in brokers. */
  protected abstract pull(station: number): void;
  // The same for a station whose replicas come and go.
  protected abstract arriveElastic(frame: number, station: number): void;
  protected abstract endElasticWork(frame: number, station: number): void;
  protected abstract releaseElastic(station: number, pool: number): void;
  /** The work of a consumer is over, be it on a request, a message, or a batch of them: ends the visit of each. */
  protected abstract endConsumption(frame: number, station: number): void;
  /** True where others of the same batch still hold the slot. */
  protected abstract leavesSlotToOthers(frame: number, station: number): boolean;

  /** A request comes to the station that its frame names. */
  protected arrive(frame: number): void {
    const station = this.ints[frame + STATION]!;
    const stationInts = this.stationInts;
    this.stationDoubles[station + ARRIVALS]! += 1;
    this.doubles[(frame >> 1) + ARRIVED] = this.now;
    if ((stationInts[station + TRAITS]! & ELASTIC) !== 0) {
      this.arriveElastic(frame, station);
      return;
    }
    const pool =
      stationInts[station + DISPATCH] === ONE_POOL
        ? stationInts[station + FIRST_POOL]!
        : this.chooseFrom(this.replicaPools[station / STATION_STRIDE]!, stationInts[station + REPLICAS]!, station);
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
    const station = this.ints[frame + STATION]!;
    if ((this.stationInts[station + TRAITS]! & CONSUMER) !== 0) this.endConsumption(frame, station);
    else this.endVisit(frame, station);
  }

  /** The own work of one request is over. */
  protected endVisit(frame: number, station: number): void {
    const stationInts = this.stationInts;
    if ((this.ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_WORK_END, frame, station);
    const traits = stationInts[station + TRAITS]!;
    if ((traits & ELASTIC) !== 0) {
      this.endElasticWork(frame, station);
      return;
    }
    const errorTape = stationInts[station + ERROR_TAPE]!;
    if (errorTape >= 0 && this.tapes.draw(errorTape) < this.stationDoubles[station + ERROR_RATE]!) {
      this.failWork(frame, station);
    } else {
      this.completeWork(frame, station, traits);
    }
  }

  protected failWork(frame: number, station: number): void {
    this.stationDoubles[station + FAILURES]! += 1;
    this.letGo(frame, station);
    this.answer(frame, ERROR);
  }

  protected completeWork(frame: number, station: number, traits: number): void {
    if ((traits & BROKER) === 0) {
      this.stationDoubles[station + COMPLETED]! += 1;
      this.recordResponse(frame, station);
    }
    if ((traits & BLOCKING) === 0) this.letGo(frame, station);
    if ((traits & MAKES_CALLS) === 0) this.answer(frame, OK);
    else this.proceed(frame, station);
  }

  /** Wait and own work of a request that leaves the station now. */
  protected recordResponse(frame: number, station: number): void {
    const responseMs = this.now - this.doubles[(frame >> 1) + ARRIVED]!;
    this.stationDoubles[station + RESPONSE]! += responseMs;
    this.stationResponses[station * STATION_BUCKETS + bucketOf(responseMs)]! += 1;
  }

  /** A request needs its slot no longer. */
  protected letGo(frame: number, station: number): void {
    if ((this.stationInts[station + TRAITS]! & BATCHES) !== 0 && this.leavesSlotToOthers(frame, station)) return;
    this.releaseSlot(station, this.ints[frame + POOL]!);
  }

  /** Gives the slot to the next that waits; without one it is free. */
  protected releaseSlot(station: number, pool: number): void {
    if (this.pools[pool + HEAD]! >= 0) {
      const next = this.dequeue(station, pool);
      this.stationDoubles[station + WAITED]! += this.now - this.doubles[(next >> 1) + ARRIVED]!;
      this.begin(next, station, pool);
      return;
    }
    const traits = this.stationInts[station + TRAITS]!;
    if ((traits & ELASTIC) !== 0) {
      this.releaseElastic(station, pool);
      return;
    }
    this.freeSlot(station, pool);
    if ((traits & CONSUMER) !== 0) this.pull(station);
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
    if (stationInts[station + DISPATCH] === ONE_POOL) return first;
    const end = stationInts[station + END_POOLS]!;
    let pool = this.chooseFrom(this.replicaPools[station / STATION_STRIDE]!, stationInts[station + REPLICAS]!, station);
    while (pools[pool + BUSY]! >= pools[pool + SLOTS]!) {
      pool += POOL_STRIDE;
      if (pool === end) pool = first;
    }
    return pool;
  }

  /** One of the first `count` pools, of which there is at least one, as the station's dispatch has it. */
  protected chooseFrom(candidates: Int32Array, count: number, station: number): number {
    const stationInts = this.stationInts;
    switch (stationInts[station + DISPATCH]) {
      case RANDOM:
        return candidates[Math.floor(this.tapes.draw(stationInts[station + CHOICE_TAPE]!) * count)]!;
      case LEAST_CONNECTIONS:
        return this.chooseLeastBusy(candidates, count, station);
      case POWER_OF_TWO:
        return this.chooseOfTwo(candidates, count, stationInts[station + CHOICE_TAPE]!);
      default: {
        const turn = stationInts[station + TURN]!;
        const next = turn < count ? turn : 0;
        stationInts[station + TURN] = next + 1;
        return candidates[next]!;
      }
    }
  }

  /** Of those with the fewest, the first from the turn on, so that idle replicas take turns. */
  private chooseLeastBusy(candidates: Int32Array, count: number, station: number): number {
    const turn = this.stationInts[station + TURN]! % count;
    let best = turn;
    let fewest = this.loadOf(candidates[turn]!);
    for (let i = 1; i < count && fewest > 0; i++) {
      const place = turn + i < count ? turn + i : turn + i - count;
      const load = this.loadOf(candidates[place]!);
      if (load >= fewest) continue;
      fewest = load;
      best = place;
    }
    this.stationInts[station + TURN] = best + 1;
    return candidates[best]!;
  }

  /** Of two different ones drawn at random the less busy, the first of them where they are alike (Mitzenmacher 2001). */
  private chooseOfTwo(candidates: Int32Array, count: number, tape: number): number {
    const one = Math.floor(this.tapes.draw(tape) * count);
    if (count === 1) return candidates[0]!;
    const drawn = Math.floor(this.tapes.draw(tape) * (count - 1));
    const first = candidates[one]!;
    const second = candidates[drawn < one ? drawn : drawn + 1]!;
    return this.loadOf(second) < this.loadOf(first) ? second : first;
  }

  /** Requests that a replica has: waiting, at work, or with their calls out. */
  private loadOf(pool: number): number {
    const pools = this.pools;
    return pools[pool + BUSY]! + pools[pools[pool + QUEUE]! + LENGTH]! + pools[pool + OUT]!;
  }

  /** Returns the pools of its replicas. */
  private setUpStation(spec: Station, station: number): Int32Array {
    const ints = this.stationInts;
    const elastic = isElastic(this.network, station / STATION_STRIDE);
    const pools = elastic ? new Int32Array(0) : this.setUpPools(spec);
    ints[station + DISPATCH] = dispatchOf(spec, elastic ? 2 : pools.length);
    ints[station + DISCIPLINE] = disciplineOf(spec);
    ints[station + FIRST_POOL] = pools[0] ?? 0;
    ints[station + END_POOLS] = (pools[0] ?? 0) + pools.length * POOL_STRIDE;
    ints[station + REPLICAS] = pools.length;
    ints[station + CHOICE_TAPE] =
      spec.dispatch === 'random' || spec.dispatch === 'power-of-two'
        ? this.addTape('dispatch', spec.id, sampleUniform)
        : -1;
    ints[station + LIMIT] = Math.min(spec.queueLimit, UNBOUNDED);
    ints[station + ERROR_TAPE] = elastic || spec.errorRate > 0 ? this.addTape('error', spec.id, sampleUniform) : -1;
    ints[station + HIT_TAPE] = spec.hitRatio > 0 ? this.addTape('hit', spec.id, sampleUniform) : -1;
    ints[station + FIRST_SYNC] = spec.firstSync * LINK_STRIDE;
    ints[station + FIRST_ASYNC] = spec.firstAsync * LINK_STRIDE;
    ints[station + END_LINKS] = spec.endLinks * LINK_STRIDE;
    this.stationDoubles[station + ERROR_RATE] = spec.errorRate;
    this.stationDoubles[station + HIT_RATIO] = spec.hitRatio;
    this.stationWork[station / STATION_STRIDE] = this.addTape('service', spec.id, (random) =>
      sampleDistribution(spec.service, random, 1 / spec.speed),
    );
    ints[station + TRAITS] = traitsOf(spec) | (elastic ? ELASTIC : 0);
    return pools;
  }

  /** A shared queue is one pool with the slots of all replicas; without replicas there is one pool without slots. */
  private setUpPools(spec: Station): Int32Array {
    const shared = spec.dispatch === 'shared-queue';
    const count = shared ? 1 : Math.max(1, spec.replicas);
    const slots = count === 1 ? spec.replicas * spec.concurrency : spec.concurrency;
    return Int32Array.from({ length: count }, () => this.newPool(Math.min(slots, UNBOUNDED)));
  }
}

function dispatchOf(spec: Station, pools: number): number {
  if (pools === 1) return ONE_POOL;
  switch (spec.dispatch) {
    case 'random':
      return RANDOM;
    case 'least-connections':
      return LEAST_CONNECTIONS;
    case 'power-of-two':
      return POWER_OF_TWO;
    default:
      return ROUND_ROBIN;
  }
}

function disciplineOf({ discipline }: Station): number {
  return discipline === 'lifo' ? LIFO : discipline === 'priority' ? PRIORITY : FIFO;
}

function traitsOf(spec: Station): number {
  const makesCalls = spec.broker !== null || spec.endLinks > spec.firstSync;
  const weighsLoad = spec.dispatch === 'least-connections' || spec.dispatch === 'power-of-two';
  return (
    // A broker waits for nobody, so it holds no slot either.
    (spec.blocking && makesCalls && spec.broker === null ? BLOCKING : 0) |
    (spec.parallel ? PARALLEL : 0) |
    (spec.broker ? BROKER : 0) |
    (makesCalls ? MAKES_CALLS : 0) |
    (weighsLoad && makesCalls && !spec.blocking && spec.broker === null ? COUNTS_OUT : 0)
  );
}
