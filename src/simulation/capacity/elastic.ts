// The layer of the elastic stations: replicas that come and go, fail, are of different versions, or share a processor.
//
// Everything that changes the capacity settles the books first, so that slots and replicas are constant between two
// settlings. A slot in use at a replica that does not serve any more counts as a slot, so that no station is ever busy
// for more than it has.
import { ARRIVED, HOLDING, ERROR, POOL, STATE, STATION, TRACED, WORK } from '../frame.ts';
import { DELIVERY, NOTHING, SHARED_END, TYPE_BITS, TYPE_MASK, WORK_END } from '../kernel.ts';
import type { Network, Rollout } from '../network.ts';
import { sampleDistribution, sampleUniform } from '../samplers.ts';
import {
  ARRIVALS,
  BACKLOG,
  BATCHES,
  BLOCKED,
  BLOCKED_TIME,
  BROKER,
  BUSY,
  BUSY_TIME,
  CONSUMER,
  DOWN,
  ELASTIC,
  ERROR_TAPE,
  EXCESS_TIME,
  FAILURES,
  LENGTH,
  LIMIT,
  OUT,
  POOL_STRIDE,
  PROCESSOR,
  SLOTS,
  STARTED,
  STATION_STRIDE,
  TRAITS,
  WAITED,
} from '../stations/station-layout.ts';
import { Stations, UNBOUNDED } from '../stations/stations.ts';
import { TRACE_START } from '../tracing/tracing.ts';
import type { Integrals, Meter } from '../statistics/ledger.ts';
import { Fleet, type FleetWatcher, type Replica, type VersionTraits } from './fleet.ts';
import type { FleetPort, NewReplica } from './fleet-port.ts';
import { isElastic } from './is-elastic.ts';
import { SharedProcessor } from './shared-processor.ts';

export abstract class Elastic extends Stations implements FleetPort {
  /** Of each station: null for one with a fixed set of slots. */
  protected readonly fleets: readonly (Fleet | null)[];
  /** Of each pool, by its number. */
  private readonly replicaOf: (Replica | undefined)[] = [];
  private readonly processors: SharedProcessor[] = [];
  private readonly freePools: number[] = [];
  private readonly startUps = new Map<Fleet, number>();

  constructor(network: Network, replication: number) {
    super(network, replication);
    this.fleets = network.stations.map((_, index) => (isElastic(network, index) ? this.setUpFleet(index) : null));
  }

  /** Credits the time integrals up to now, before the capacity changes. */
  abstract settleBooks(fleet: Fleet): void;
  /** The calls that a request has out are nobody's any more. */
  protected abstract abandonChildren(frame: number): void;
  /** The others of the batch that a message stands for. */
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

  protected arriveElastic(frame: number, station: number): void {
    const fleet = this.fleetAt(station);
    fleet.arrivals.increment();
    this.assign(frame, fleet);
  }

  /** Gives a request to a replica, or to a queue, or to nobody. */
  private assign(frame: number, fleet: Fleet): void {
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
  private vacate(fleet: Fleet, pool: number): void {
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
  private fill(fleet: Fleet, replica: Replica): void {
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

  // What changes the capacity: all of it settles first and refreshes last.

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

  private removeIfDone(fleet: Fleet, replica: Replica): void {
    const { pool } = replica;
    const pools = this.pools;
    if (replica.state !== 'leaving' || pools[pool + BUSY]! > 0 || pools[pool + LENGTH]! > 0) return;
    replica.state = 'gone';
    fleet.replicas = fleet.replicas.filter((one) => one !== replica);
    if (pools[pool + OUT] === 0) this.freePools.push(pool);
  }

  private poolFor(fleet: Fleet): number {
    const slots = Math.min(fleet.spec.concurrency, UNBOUNDED);
    const pool = this.freePools.pop() ?? this.newPool(slots);
    this.pools[pool + SLOTS] = fleet.sharesProcessor ? UNBOUNDED : slots;
    if (fleet.sharesProcessor) {
      const processor = fleet.processor ?? new SharedProcessor(fleet.spec.concurrency);
      const known = this.processors.indexOf(processor);
      this.pools[pool + PROCESSOR] = known >= 0 ? known : this.processors.push(processor) - 1;
    }
    return pool;
  }

  /** A processor that all replicas share has the slots of those that serve, and those in use at others. */
  private updateCapacity(fleet: Fleet): void {
    if (!fleet.processor) return;
    fleet.processor.advance(this.now);
    fleet.processor.capacity = fleet.replicas.reduce((sum, replica) => sum + this.slotsAt(fleet, replica), 0);
    const [replica] = fleet.replicas;
    if (replica) this.scheduleEnd(fleet.processor, this.pools[replica.pool + PROCESSOR]!);
  }

  private slotsAt(fleet: Fleet, replica: Replica): number {
    const { concurrency } = fleet.spec;
    return fleet.isServing(replica) ? concurrency : Math.min(concurrency, this.pools[replica.pool + BUSY]!);
  }

  /** What the books take up of an elastic station. */
  protected readMeter(index: number, meter: Meter): boolean {
    const fleet = this.fleets[index];
    if (!fleet) return false;
    const { replicas } = fleet;
    const total = (amount: (replica: Replica) => number): number =>
      replicas.reduce((sum, replica) => sum + amount(replica), 0);
    const inUse = total(({ pool }) => this.pools[pool + BUSY]!);
    meter.waiting = this.countWaitingInFleet(index);
    meter.slots = this.countSlots(index);
    meter.serving = fleet.countServing();
    meter.held = replicas.length;
    meter.wanted = fleet.wanted;
    meter.busy = fleet.sharesProcessor ? this.busyShares(fleet) : inUse;
    meter.excess = inUse - meter.busy;
    return true;
  }

  /** Nothing serves there at present. */
  protected isDown(station: number): boolean {
    return (this.stationInts[station + TRAITS]! & DOWN) !== 0;
  }

  /** Slots of those that serve, and those in use at others; 0 for a station with a fixed set of slots. */
  protected countSlots(index: number): number {
    const fleet = this.fleets[index];
    return fleet ? fleet.replicas.reduce((sum, replica) => sum + this.slotsAt(fleet, replica), 0) : 0;
  }

  /** How many wait or are at work; 0 for a station with a fixed set of slots. */
  protected countInFleet(index: number): number {
    const fleet = this.fleets[index];
    if (!fleet) return 0;
    const atWork = fleet.replicas.reduce((sum, { pool }) => sum + this.pools[pool + BUSY]!, 0);
    return this.countWaitingInFleet(index) + atWork;
  }

  protected countWaitingInFleet(index: number): number {
    const fleet = this.fleets[index];
    if (!fleet) return 0;
    const lines = [fleet.line, fleet.newestLine].filter((line) => line >= 0);
    const queues = [...lines, ...fleet.replicas.map(({ pool }) => pool)];
    return queues.reduce((sum, queue) => sum + this.pools[queue + LENGTH]!, 0);
  }

  /** What the autoscaler measures of the stretch that has ended, at the replicas that serve. */
  protected creditFleet(index: number, meter: Meter, integrals: Integrals): void {
    const fleet = this.fleets[index];
    if (!fleet) return;
    const elsewhere = fleet.replicas
      .filter((replica) => !fleet.isServing(replica))
      .reduce((sum, replica) => sum + this.slotsAt(fleet, replica), 0);
    const { lengthMs, busy, waiting } = integrals;
    fleet.measured.busy += busy - elsewhere * lengthMs;
    fleet.measured.slots += (meter.slots - elsewhere) * lengthMs;
    fleet.measured.waiting += waiting;
    fleet.measured.serving += meter.serving * lengthMs;
  }

  private busyShares(fleet: Fleet): number {
    const processors = new Set(fleet.replicas.map(({ pool }) => this.processorOf(pool)));
    return [...processors].reduce((sum, { working, held, capacity }) => sum + Math.min(working + held, capacity), 0);
  }

  protected fleetAt(station: number): Fleet {
    return this.fleets[station / STATION_STRIDE]!;
  }

  private replicaAt(pool: number): Replica {
    return this.replicaOf[pool / POOL_STRIDE]!;
  }

  /** The station of a control or a processor, for the message of a run that cannot end. */
  protected stationOfProcessor(number: number): number {
    const processor = this.processors[number]!;
    return (
      this.fleets.find((fleet) => fleet?.replicas.some(({ pool }) => this.processorOf(pool) === processor))?.station ??
      0
    );
  }

  private processorOf(pool: number): SharedProcessor {
    return this.processors[this.pools[pool + PROCESSOR]!]!;
  }

  private setUpFleet(index: number): Fleet {
    const spec = this.network.stations[index]!;
    const rollouts = this.network.rollouts.filter(({ station }) => station === index);
    const isWeighted = rollouts.some(({ plan }) => plan.strategy === 'canary');
    const base: VersionTraits = { workTape: -1, workFactor: 1, errorRate: spec.errorRate };
    const fleet = new Fleet(
      spec,
      index * STATION_STRIDE,
      {
        line: this.newPool(0),
        newestLine: isWeighted ? this.newPool(0) : -1,
        weightTape: isWeighted ? this.addTape('canary', spec.id, sampleUniform) : -1,
      },
      [base, ...rollouts.map((rollout, place) => this.versionOf(rollout, place))],
    );
    const fire = (): void => this.endStartUps(fleet);
    this.startUps.set(fleet, this.addControl({ fire }));
    return fleet;
  }

  /** What a version does not say is as in the design. */
  private versionOf({ station, version }: Rollout, place: number): VersionTraits {
    const spec = this.network.stations[station]!;
    const { service, errorRate, speed } = version;
    return {
      workTape:
        service === null
          ? -1
          : this.addTape('service-of-version', `${spec.id}/${place}`, (random) =>
              sampleDistribution(service, random, 1 / spec.speed),
            ),
      workFactor: spec.speed / (speed ?? spec.speed),
      errorRate: errorRate ?? spec.errorRate,
    };
  }

  private endStartUps(fleet: Fleet): void {
    const ready = fleet.replicas.filter(({ state, readyAtMs }) => state === 'starting' && readyAtMs <= this.now);
    if (ready.length === 0) return;
    this.settleBooks(fleet);
    for (const replica of ready) replica.state = replica.becomes;
    this.refresh(fleet);
  }
}
