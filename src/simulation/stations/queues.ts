// The layer of the queues: what waits for a pool, in the order of the discipline.
//
// A pool is a set of slots and the requests that wait for one of them, linked by NEXT. First come, first served needs
// the last one only; by priority the last of each level, so that nobody has to be searched for.
import { STREAM_STRIDE } from '../arrivals/stream-layout.ts';
import { NEXT, ORIGIN, STATE, TRACED } from '../frame.ts';
import type { Network } from '../network.ts';
import { TRACE_WAIT, Tracing } from '../tracing/tracing.ts';
import {
  DISCIPLINE,
  FIFO,
  HEAD,
  LENGTH,
  LIFO,
  POOL_STRIDE,
  PRIORITY,
  QUEUE,
  SLOTS,
  STATION_STRIDE,
  TAIL,
  WAITING_TIME,
} from './station-layout.ts';

const FIRST_POOLS = 16;

export abstract class Queues extends Tracing {
  protected readonly stationInts: Int32Array;
  protected readonly stationDoubles: Float64Array;
  protected pools = new Int32Array(FIRST_POOLS * POOL_STRIDE);
  private usedPools = 0;
  /** Of each pool and level of priority: the last that waits; -1 for none. */
  private levelTails: Int32Array;
  /** Of each stream. */
  private readonly levelOf: Int32Array;
  private readonly levels: number;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const { stations, streams, priorities } = network;
    this.stationInts = new Int32Array(stations.length * STATION_STRIDE);
    this.stationDoubles = new Float64Array(stations.length * STATION_STRIDE);
    this.levelOf = Int32Array.from(streams, ({ priority }) => priorities.indexOf(priority));
    this.levels = stations.some(({ discipline }) => discipline === 'priority') ? priorities.length : 0;
    this.levelTails = new Int32Array(FIRST_POOLS * this.levels).fill(-1);
  }

  /** An empty pool with so many slots, which nobody waits for yet. */
  protected newPool(slots: number): number {
    const pool = this.usedPools;
    this.usedPools += POOL_STRIDE;
    if (this.usedPools > this.pools.length) this.growPools();
    const pools = this.pools;
    pools[pool + SLOTS] = slots;
    pools[pool + HEAD] = -1;
    pools[pool + QUEUE] = pool;
    return pool;
  }

  /** Puts a request into the queue of the pool. */
  protected enqueue(frame: number, station: number, pool: number): void {
    const discipline = this.stationInts[station + DISCIPLINE]!;
    const ints = this.ints;
    const pools = this.pools;
    if ((ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_WAIT, frame, station);
    if (discipline === FIFO) {
      ints[frame + NEXT] = -1;
      if (pools[pool + HEAD]! < 0) pools[pool + HEAD] = frame;
      else ints[pools[pool + TAIL]! + NEXT] = frame;
      pools[pool + TAIL] = frame;
    } else if (discipline === LIFO) {
      ints[frame + NEXT] = pools[pool + HEAD]!;
      pools[pool + HEAD] = frame;
    } else {
      this.enqueueByPriority(frame, pool);
    }
    pools[pool + LENGTH]! += 1;
    this.stationDoubles[station + WAITING_TIME]! -= this.now - this.stretchStart;
  }

  /** Takes the first out of the queue of the pool, which is not empty. */
  protected dequeue(station: number, pool: number): number {
    const pools = this.pools;
    const first = pools[pool + HEAD]!;
    pools[pool + HEAD] = this.ints[first + NEXT]!;
    pools[pool + LENGTH]! -= 1;
    this.stationDoubles[station + WAITING_TIME]! += this.now - this.stretchStart;
    if (this.stationInts[station + DISCIPLINE] === PRIORITY) this.leaveLevel(first, pool);
    return first;
  }

  /** Behind the last of the same level, or of the nearest more urgent one that waits; else before all. */
  private enqueueByPriority(frame: number, pool: number): void {
    const ints = this.ints;
    const tails = this.levelTails;
    const firstLevel = (pool / POOL_STRIDE) * this.levels;
    const level = firstLevel + this.levelAt(frame);
    let before = level;
    while (before >= firstLevel && tails[before]! < 0) before--;
    if (before < firstLevel) {
      ints[frame + NEXT] = this.pools[pool + HEAD]!;
      this.pools[pool + HEAD] = frame;
    } else {
      const last = tails[before]!;
      ints[frame + NEXT] = ints[last + NEXT]!;
      ints[last + NEXT] = frame;
    }
    tails[level] = frame;
  }

  private leaveLevel(frame: number, pool: number): void {
    const level = (pool / POOL_STRIDE) * this.levels + this.levelAt(frame);
    if (this.levelTails[level] === frame) this.levelTails[level] = -1;
  }

  private levelAt(frame: number): number {
    return this.levelOf[this.ints[frame + ORIGIN]! / STREAM_STRIDE]!;
  }

  private growPools(): void {
    const pools = new Int32Array(this.pools.length * 2);
    pools.set(this.pools);
    this.pools = pools;
    const tails = new Int32Array(this.levelTails.length * 2).fill(-1);
    tails.set(this.levelTails);
    this.levelTails = tails;
  }
}
