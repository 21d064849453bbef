// The layer of the replacements: replicas are added, retired, lost and restored.
//
// Everything that changes the capacity settles the books first and refreshes last, so that slots and replicas are constant
// between two settlings. A slot in use at a replica that does not serve any more counts as a slot, so that no station is
// ever busy for more than it has.
import { HOLDING, ERROR, POOL, STATE, STATION } from '../frame.ts';
import { DELIVERY, NOTHING, TYPE_MASK, WORK_END } from '../kernel.ts';
import {
  ARRIVALS,
  BATCHES,
  BLOCKED,
  BLOCKED_TIME,
  BROKER,
  BUSY,
  CONSUMER,
  DOWN,
  FAILURES,
  LENGTH,
  OUT,
  POOL_STRIDE,
  TRAITS,
} from '../stations/station-layout.ts';
import type { Fleet, FleetWatcher, Replica } from './fleet.ts';
import type { FleetPort, NewReplica } from './fleet-port.ts';
import { Elastic } from './elastic.ts';

export abstract class Replacements extends Elastic implements FleetPort {
  /** The calls that a request has out are nobody's any more. */
  protected abstract abandonChildren(frame: number): void;
  /** The others of the batch that a message stands for. */
  protected abstract countTravelling(consumer: number, change: number): void;
  protected abstract matesOf(first: number, isTravelling: boolean): number[];
  /** A broker serves again: its consumers take what has waited. */
  protected abstract reopen(broker: number): void;

  /** Ends the making of fleets: the replicas that are there from the start begin to serve. */
  protected startFleets(): void {
    for (const fleet of this.fleets) {
      if (!fleet) continue;
      for (let i = 0; i < fleet.wanted; i++) this.addReplica(fleet, { version: 0, startupMs: 0, isWarm: true });
      this.refresh(fleet);
    }
  }

  watch(fleet: Fleet, watcher: FleetWatcher): void {
    fleet.watchers.push(watcher);
  }

  addReplica(fleet: Fleet, { version, startupMs, becomes = 'serving', isWarm = false }: NewReplica): Replica {
    const replica: Replica = {
      number: fleet.nextNumber++,
      pool: this.poolFor(fleet),
      version,
      state: startupMs > 0 ? 'starting' : becomes,
      becomes,
      readyAtMs: this.now + startupMs,
      faults: 0,
      isCold: !isWarm && fleet.spec.coldStartMs > 0,
    };
    fleet.replicas.push(replica);
    this.replicaOf[replica.pool / POOL_STRIDE] = replica;
    if (startupMs > 0) this.schedule(this.startUps.get(fleet)!, replica.readyAtMs);
    for (const watcher of fleet.watchers) watcher.onReplica?.(replica);
    return replica;
  }

  /** Takes a replica out of service: it finishes what it has begun, and then is gone. */
  retire(fleet: Fleet, replica: Replica): void {
    replica.state = 'leaving';
    this.removeIfDone(fleet, replica);
  }

  /** The replicas have changed: requests go where there is room now. */
  refresh(fleet: Fleet): void {
    const { station } = fleet;
    const wasDown = this.isDown(station);
    fleet.updateServing();
    if (fleet.countServing() === 0) this.stationInts[station + TRAITS]! |= DOWN;
    else this.stationInts[station + TRAITS]! &= ~DOWN;
    this.updateCapacity(fleet);
    this.reassignWaiting(fleet);
    for (const replica of fleet.replicas) if (fleet.isServing(replica)) this.fill(fleet, replica);
    const traits = this.stationInts[station + TRAITS]!;
    if ((traits & CONSUMER) !== 0) this.pull(station);
    if ((traits & BROKER) !== 0 && wasDown && !this.isDown(station)) this.reopen(station);
    for (const watcher of fleet.watchers) watcher.onChange?.();
  }

  /** The replicas are down from here on: what they have begun is lost, what waits for them goes to others. */
  fail(fleet: Fleet, hit: readonly Replica[], mark: () => void): void {
    this.settleBooks(fleet);
    const wereUp = hit.filter(({ faults }) => faults === 0 && fleet.blackouts === 0);
    mark();
    const lost = this.takeLost(fleet, new Set(wereUp.map(({ pool }) => pool)));
    for (const replica of wereUp) this.removeIfDone(fleet, replica);
    this.refresh(fleet);
    for (const frame of lost) this.answer(frame, ERROR);
  }

  /** A fault of the replicas is over; where it was the last they are newly started. */
  restore(fleet: Fleet, replicas: readonly Replica[], mark: () => void): void {
    this.settleBooks(fleet);
    mark();
    for (const replica of replicas) replica.isCold = fleet.spec.coldStartMs > 0;
    this.refresh(fleet);
  }

  /** Everything that holds a slot of these pools, in the order of the frames; it holds none afterwards. */
  private takeLost(fleet: Fleet, pools: ReadonlySet<number>): number[] {
    const ints = this.ints;
    const isLost = (frame: number): boolean =>
      ints[frame + STATION] === fleet.station && pools.has(ints[frame + POOL]!);
    const working: number[] = [];
    const travelling = new Set<number>();
    this.queue.replaceAll((payload) => {
      const type = payload & TYPE_MASK;
      if ((type !== WORK_END && type !== DELIVERY) || !isLost(payload & ~TYPE_MASK)) return false;
      working.push(payload & ~TYPE_MASK);
      if (type === DELIVERY) travelling.add(payload & ~TYPE_MASK);
      return true;
    }, NOTHING);
    const processors = new Set([...pools].map((pool) => (fleet.sharesProcessor ? this.processorOf(pool) : null)));
    for (const processor of processors) {
      if (!processor) continue;
      processor.advance(this.now);
      const sharing = processor.removeAll(isLost);
      processor.held += sharing.length;
      working.push(...sharing);
    }
    const holding = this.findFrames((frame) => (ints[frame + STATE]! & HOLDING) !== 0 && isLost(frame));
    for (const frame of holding) this.stopHolding(frame, fleet.station);
    this.stationDoubles[fleet.station + ARRIVALS]! += travelling.size;
    this.countTravelling(fleet.station, -travelling.size);
    const mates = working.flatMap((frame) => this.matesOf(frame, travelling.has(frame)));
    const lost = [...working, ...mates, ...holding].sort((a, b) => a - b);
    for (const frame of lost) {
      const isShared = this.isBatched(fleet) && this.leavesSlotToOthers(frame, fleet.station);
      if (!isShared) this.vacate(fleet, ints[frame + POOL]!);
    }
    this.stationDoubles[fleet.station + FAILURES]! += lost.length;
    return lost;
  }

  private isBatched({ station }: Fleet): boolean {
    return (this.stationInts[station + TRAITS]! & BATCHES) !== 0;
  }

  private stopHolding(frame: number, station: number): void {
    this.ints[frame + STATE]! &= ~HOLDING;
    this.stationInts[station + BLOCKED]! -= 1;
    this.stationDoubles[station + BLOCKED_TIME]! += this.now - this.stretchStart;
    this.abandonChildren(frame);
  }

  /** What waits for a replica that does not serve, or in the line while others do, is given out again. */
  private reassignWaiting(fleet: Fleet): void {
    const isStranded = (pool: number): boolean => !fleet.serving.includes(pool) && !fleet.servingNewest.includes(pool);
    const queues = fleet.replicas.map(({ pool }) => pool).filter(isStranded);
    if (fleet.countServing() > 0) {
      const lines = [fleet.line, fleet.newestLine].filter((line) => line >= 0);
      queues.unshift(...lines.filter((line) => !this.isInUse(fleet, line)));
    }
    const waiting = queues.flatMap((queue) => this.empty(fleet.station, queue));
    for (const frame of waiting) this.assign(frame, fleet);
  }

  /** A line that replicas take from by themselves. */
  private isInUse(fleet: Fleet, line: number): boolean {
    if (!fleet.hasSharedQueue) return false;
    return (line === fleet.newestLine ? fleet.servingNewest : fleet.serving).length > 0;
  }

  private empty(station: number, queue: number): number[] {
    const frames: number[] = [];
    while (this.pools[queue + LENGTH]! > 0) frames.push(this.dequeue(station, queue));
    return frames;
  }

  protected removeIfDone(fleet: Fleet, replica: Replica): void {
    const { pool } = replica;
    const pools = this.pools;
    if (replica.state !== 'leaving' || pools[pool + BUSY]! > 0 || pools[pool + LENGTH]! > 0) return;
    replica.state = 'gone';
    fleet.replicas = fleet.replicas.filter((one) => one !== replica);
    if (pools[pool + OUT] === 0) this.freePools.push(pool);
  }

  protected endStartUps(fleet: Fleet): void {
    const ready = fleet.replicas.filter(({ state, readyAtMs }) => state === 'starting' && readyAtMs <= this.now);
    if (ready.length === 0) return;
    this.settleBooks(fleet);
    for (const replica of ready) replica.state = replica.becomes;
    this.refresh(fleet);
  }
}
