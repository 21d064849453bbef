// The layer of the elastic stations: requests find their way to replicas that come and go, are of different versions, or
// share a processor.
import { ARRIVED, POOL, STATE, TRACED, WORK } from '../frame.ts';
import { SHARED_END, TYPE_BITS, WORK_END } from '../kernel.ts';
import {
  BACKLOG,
  BUSY,
  BUSY_TIME,
  CONSUMER,
  ELASTIC,
  ERROR_TAPE,
  EXCESS_TIME,
  LENGTH,
  LIMIT,
  PROCESSOR,
  SLOTS,
  STARTED,
  STATION_STRIDE,
  TRAITS,
  WAITED,
} from '../stations/station-layout.ts';
import { UNBOUNDED } from '../stations/stations.ts';
import { TRACE_START } from '../tracing/tracing.ts';
import type { Fleet, Replica } from './fleet.ts';
import type { SharedProcessor } from './shared-processor.ts';
import { Fleets } from './fleets.ts';

export abstract class Elastic extends Fleets {
  /** Credits the time integrals up to now, before the capacity changes. */
  abstract settleBooks(fleet: Fleet): void;
  /** A replica on its way out is gone when nothing is left that it has begun. */
  protected abstract removeIfDone(fleet: Fleet, replica: Replica): void;

  protected arriveElastic(frame: number, station: number): void {
    const fleet = this.fleetAt(station);
    fleet.arrivals.increment();
    this.assign(frame, fleet);
  }

  /** Gives a request to a replica, or to a queue, or to nobody. */
  protected assign(frame: number, fleet: Fleet): void {
    const { station } = fleet;
    const toNewest = fleet.newestWeight >= 0 && this.tapes.draw(fleet.weightTape) < fleet.newestWeight;
    const candidates = this.candidates(fleet, toNewest);
    if (candidates.length === 0) {
      this.join(frame, fleet, fleet.line);
    } else if (fleet.hasSharedQueue) {
      const pool = this.leastBusyFree(candidates);
      if (pool >= 0) this.occupyAndBegin(frame, station, pool);
      else this.join(frame, fleet, candidates === fleet.servingNewest ? fleet.newestLine : fleet.line);
    } else {
      const pool = this.chooseFrom(candidates, candidates.length, station);
      if (fleet.sharesProcessor ? this.hasShare(pool, station) : this.isFree(pool)) {
        this.occupyAndBegin(frame, station, pool);
      } else if (fleet.sharesProcessor) {
        this.reject(frame, station);
      } else {
        this.join(frame, fleet, pool);
      }
    }
  }

  /** With nothing of the one version in service the other takes its requests. */
  private candidates(fleet: Fleet, toNewest: boolean): Int32Array {
    const [first, second] = toNewest ? [fleet.servingNewest, fleet.serving] : [fleet.serving, fleet.servingNewest];
    return first.length > 0 ? first : second;
  }

  private isFree(pool: number): boolean {
    return this.pools[pool + BUSY]! < this.pools[pool + SLOTS]!;
  }

  /** Processor sharing: whether one more may share. */
  private hasShare(pool: number, station: number): boolean {
    const { working, held, capacity } = this.processorOf(pool);
    return working + held - capacity < this.stationInts[station + LIMIT]!;
  }

  private leastBusyFree(candidates: Int32Array): number {
    const pools = this.pools;
    let best = -1;
    let fewest = UNBOUNDED;
    for (let i = 0; i < candidates.length && fewest > 0; i++) {
      const pool = candidates[i]!;
      const busy = pools[pool + BUSY]!;
      if (busy >= fewest || busy >= pools[pool + SLOTS]!) continue;
      best = pool;
      fewest = busy;
    }
    return best;
  }

  private join(frame: number, fleet: Fleet, queue: number): void {
    const { station, line, newestLine } = fleet;
    const isLine = queue === line || queue === newestLine;
    const pools = this.pools;
    const waiting = isLine
      ? pools[line + LENGTH]! + (newestLine < 0 ? 0 : pools[newestLine + LENGTH]!)
      : pools[queue + LENGTH]!;
    if (waiting + this.stationInts[station + BACKLOG]! < this.stationInts[station + LIMIT]!) {
      this.enqueue(frame, station, queue);
    } else {
      this.reject(frame, station);
    }
  }

  private occupyAndBegin(frame: number, station: number, pool: number): void {
    this.occupy(station, pool);
    this.beginElastic(frame, station, pool);
  }

  /** Takes a slot, or a share, of the replica. */
  protected occupy(station: number, pool: number): void {
    if ((this.stationInts[station + TRAITS]! & ELASTIC) === 0 || !this.fleetAt(station).sharesProcessor) {
      this.takeSlot(station, pool);
      return;
    }
    const processor = this.processorOf(pool);
    processor.advance(this.now);
    const isExcess = processor.working + processor.held >= processor.capacity;
    this.stationDoubles[station + (isExcess ? EXCESS_TIME : BUSY_TIME)]! -= this.now - this.stretchStart;
    processor.held += 1;
    this.pools[pool + BUSY]! += 1;
  }

  /** Starts the work of a request that holds a slot, or a share, of a replica that need not be one of an elastic station. */
  protected startWork(frame: number, station: number, pool: number): void {
    if ((this.stationInts[station + TRAITS]! & ELASTIC) === 0) this.begin(frame, station, pool);
    else this.beginElastic(frame, station, pool);
  }

  private beginElastic(frame: number, station: number, pool: number): void {
    const ints = this.ints;
    const fleet = this.fleetAt(station);
    const replica = this.replicaAt(pool);
    const version = fleet.versions[replica.version]!;
    ints[frame + POOL] = pool;
    if ((ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_START, frame, station);
    this.stationDoubles[station + STARTED]! += 1;
    this.stationDoubles[station + WAITED]! += this.now - this.doubles[(frame >> 1) + ARRIVED]!;
    const given = ints[frame + WORK]!;
    const isOwn = given === this.stationWork[station / STATION_STRIDE];
    const tape = isOwn && version.workTape >= 0 ? version.workTape : given;
    let workMs = this.tapes.draw(tape) * version.workFactor * fleet.slowdown;
    if (replica.isCold) {
      replica.isCold = false;
      workMs += fleet.spec.coldStartMs;
    }
    if (fleet.sharesProcessor) this.share(frame, pool, workMs);
    else this.queue.push(this.now + workMs, frame | WORK_END);
  }

  private share(frame: number, pool: number, workMs: number): void {
    const processor = this.processorOf(pool);
    processor.advance(this.now);
    processor.held -= 1;
    processor.add(frame, workMs);
    this.scheduleEnd(processor, this.pools[pool + PROCESSOR]!);
  }

  /** An end that comes later than the one that is scheduled waits for that: it looks again. */
  private scheduleEnd(processor: SharedProcessor, number: number): void {
    const next = processor.nextEnd();
    if (next >= processor.scheduledAt) return;
    processor.scheduledAt = next;
    this.queue.push(next, (number << TYPE_BITS) | SHARED_END);
  }

  protected takeSharedEnd(subject: number): void {
    const number = subject >> TYPE_BITS;
    const processor = this.processors[number]!;
    if (this.now !== processor.scheduledAt) return;
    processor.scheduledAt = Infinity;
    processor.advance(this.now);
    if (processor.isDue()) {
      const frame = processor.removeFirst();
      processor.held += 1;
      this.endWork(frame);
    }
    this.scheduleEnd(processor, number);
  }

  protected endElasticWork(frame: number, station: number): void {
    const fleet = this.fleetAt(station);
    const { version } = this.replicaAt(this.ints[frame + POOL]!);
    const rate = 1 - (1 - fleet.versions[version]!.errorRate) * (1 - fleet.faultErrorRate);
    const isBad = rate > 0 && this.tapes.draw(this.stationInts[station + ERROR_TAPE]!) < rate;
    if (!isBad) {
      fleet.served.increment();
      if (version === fleet.newest) fleet.servedByNewest.increment();
    }
    for (const watcher of fleet.watchers) watcher.onServed?.(version, !isBad);
    if (isBad) this.failWork(frame, station);
    else this.completeWork(frame, station, this.stationInts[station + TRAITS]!);
  }

  protected releaseElastic(station: number, pool: number): void {
    const fleet = this.fleetAt(station);
    const replica = this.replicaAt(pool);
    if (!fleet.isServing(replica)) this.settleBooks(fleet);
    this.vacate(fleet, pool);
    if (!fleet.isServing(replica)) {
      this.updateCapacity(fleet);
      this.removeIfDone(fleet, replica);
      return;
    }
    this.fill(fleet, replica);
    if ((this.stationInts[station + TRAITS]! & CONSUMER) !== 0) this.pull(station);
  }

  /** Gives back a slot, or a share, without giving it on. */
  protected vacate(fleet: Fleet, pool: number): void {
    const { station } = fleet;
    if (!fleet.sharesProcessor) {
      this.freeSlot(station, pool);
      return;
    }
    const processor = this.processorOf(pool);
    processor.advance(this.now);
    const isExcess = processor.working + processor.held > processor.capacity;
    this.stationDoubles[station + (isExcess ? EXCESS_TIME : BUSY_TIME)]! += this.now - this.stretchStart;
    processor.held -= 1;
    this.pools[pool + BUSY]! -= 1;
    this.scheduleEnd(processor, this.pools[pool + PROCESSOR]!);
  }

  /** A replica with free slots takes what waits for it. */
  protected fill(fleet: Fleet, replica: Replica): void {
    const { pool } = replica;
    const queue = this.queueOf(fleet, replica);
    while (this.pools[queue + LENGTH]! > 0 && this.isFree(pool)) {
      this.occupyAndBegin(this.dequeue(fleet.station, queue), fleet.station, pool);
    }
  }

  private queueOf(fleet: Fleet, { pool, version }: Replica): number {
    if (!fleet.hasSharedQueue) return pool;
    return fleet.newestWeight >= 0 && version === fleet.newest ? fleet.newestLine : fleet.line;
  }

  protected override hasFreeSlot(station: number): boolean {
    if ((this.stationInts[station + TRAITS]! & ELASTIC) === 0) return super.hasFreeSlot(station);
    return this.findFreeReplica(this.fleetAt(station)) >= 0;
  }

  protected override findFreePool(station: number): number {
    if ((this.stationInts[station + TRAITS]! & ELASTIC) === 0) return super.findFreePool(station);
    return this.findFreeReplica(this.fleetAt(station));
  }

  /** The least busy replica that has a free slot; -1 for none. */
  private findFreeReplica(fleet: Fleet): number {
    const first = this.leastBusyFree(fleet.serving);
    const pool = first >= 0 ? first : this.leastBusyFree(fleet.servingNewest);
    if (pool < 0 || !fleet.sharesProcessor) return pool;
    const { working, held, capacity } = this.processorOf(pool);
    return working + held < capacity ? pool : -1;
  }

  /** A processor that all replicas share has the slots of those that serve, and those in use at others. */
  protected updateCapacity(fleet: Fleet): void {
    if (!fleet.processor) return;
    fleet.processor.advance(this.now);
    fleet.processor.capacity = fleet.replicas.reduce((sum, replica) => sum + this.slotsAt(fleet, replica), 0);
    const [replica] = fleet.replicas;
    if (replica) this.scheduleEnd(fleet.processor, this.pools[replica.pool + PROCESSOR]!);
  }
}
