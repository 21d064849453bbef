// The layer of the fleets: the replicas of each elastic station, their pools and processors, and what the books read there.
import type { Network, Rollout } from '../network.ts';
import { sampleDistribution, sampleUniform } from '../samplers.ts';
import {
  BUSY,
  DOWN,
  LENGTH,
  POOL_STRIDE,
  PROCESSOR,
  SLOTS,
  STATION_STRIDE,
  TRAITS,
} from '../stations/station-layout.ts';
import { Stations, UNBOUNDED } from '../stations/stations.ts';
import type { Integrals, Meter } from '../statistics/ledger.ts';
import { Fleet, type Replica, type VersionTraits } from './fleet.ts';
import { isElastic } from './is-elastic.ts';
import { SharedProcessor } from './shared-processor.ts';

export abstract class Fleets extends Stations {
  /** Of each station: null for one with a fixed set of slots. */
  protected readonly fleets: readonly (Fleet | null)[];
  /** Of each pool, by its number. */
  protected readonly replicaOf: (Replica | undefined)[] = [];
  protected readonly processors: SharedProcessor[] = [];
  protected readonly freePools: number[] = [];
  protected readonly startUps = new Map<Fleet, number>();

  constructor(network: Network, replication: number) {
    super(network, replication);
    this.fleets = network.stations.map((_, index) => (isElastic(network, index) ? this.setUpFleet(index) : null));
  }

  /** Replicas of a fleet that were starting may be ready. */
  protected abstract endStartUps(fleet: Fleet): void;

  protected poolFor(fleet: Fleet): number {
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

  protected slotsAt(fleet: Fleet, replica: Replica): number {
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

  protected replicaAt(pool: number): Replica {
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

  protected processorOf(pool: number): SharedProcessor {
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
    this.startUps.set(fleet, this.addControl({ station: fleet.station, fire }));
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
}
