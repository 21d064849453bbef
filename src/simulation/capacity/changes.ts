// The layer of the changes: what the scenario does to the fleets while it runs.
import type { Network } from '../network.ts';
import type { RolloutRecord } from '../record.ts';
import { STATION_STRIDE } from '../stations/station-layout.ts';
import { Autoscaler } from './autoscaler.ts';
import { Replacements } from './replacements.ts';
import { setUpFault } from './faults.ts';
import type { Fleet } from './fleet.ts';
import { Rollout, type RolloutPort } from './rollout.ts';

export abstract class Changes extends Replacements implements RolloutPort {
  private readonly rollouts: readonly Rollout[];
  /** What the counters of a station stood at when the window cleared them. */
  private readonly clearedCounters: Float64Array;

  constructor(network: Network, replication: number) {
    super(network, replication);
    this.clearedCounters = new Float64Array(this.stationDoubles.length);
    for (const fault of network.faults) {
      if ('station' in fault) setUpFault(this, this.fleets[fault.station]!, fault);
    }
    for (const fleet of this.fleets) {
      if (fleet?.spec.autoscale) new Autoscaler(this, fleet, fleet.spec.autoscale);
    }
    const seen = new Map<number, number>();
    this.rollouts = network.rollouts.map((rollout) => {
      const version = (seen.get(rollout.station) ?? 0) + 1;
      seen.set(rollout.station, version);
      return new Rollout(this, this.fleets[rollout.station]!, rollout, version);
    });
  }

  countSinceStart(fleet: Fleet, counter: number): number {
    const place = fleet.station + counter;
    return this.clearedCounters[place]! + this.stationDoubles[place]!;
  }

  /** The window begins: the counters are about to be cleared. */
  protected keepCounters(): void {
    for (let place = 0; place < this.clearedCounters.length; place++) {
      this.clearedCounters[place]! += this.stationDoubles[place]!;
    }
  }

  protected rolloutRecords(): RolloutRecord[] {
    return this.rollouts.map((rollout) => rollout.record());
  }

  /** A step of the series is over: which share of the requests the newest version has served in it. */
  protected endShares(step: number, shares: Float64Array): void {
    for (const { station } of this.network.rollouts) {
      const fleet = this.fleetAt(station * STATION_STRIDE);
      const { served, servedByNewest } = fleet;
      if (served.value === 0) continue;
      const isNew = fleet.newest > 0;
      shares[station * this.network.steps + step] = isNew ? servedByNewest.value / served.value : 0;
      served.value = 0;
      servedByNewest.value = 0;
    }
  }
}
