// A rollout: replaces the replicas of a station by those of a new version, in one of four ways.
//
// A strategy is a small machine that looks at the fleet whenever something has changed, and takes the next step.
import type { Rollout as RolloutSpec } from '../network.ts';
import type { RolloutRecord } from '../record.ts';
import { FAILURES, REJECTIONS } from '../stations/station-layout.ts';
import { resize } from './autoscaler.ts';
import type { Fleet, Replica } from './fleet.ts';
import type { FleetPort } from './fleet-port.ts';

/** Canary: the new version is judged from so many requests on. */
const FEWEST_JUDGED = 20;

export interface RolloutPort extends FleetPort {
  /** A counter of the station since the start: of rejections, or failures. */
  countSinceStart(fleet: Fleet, counter: typeof REJECTIONS | typeof FAILURES): number;
}

export class Rollout {
  readonly station: number;
  private readonly port: RolloutPort;
  private readonly fleet: Fleet;
  private readonly spec: RolloutSpec;
  private readonly version: number;
  private readonly oldVersion = { number: 0 };
  private readonly control: number;
  private state: 'before' | 'going' | 'done' | 'aborted' = 'before';
  private endedMs: number | null = null;
  private servedByOld = 0;
  private servedByNew = 0;
  private droppedBefore = 0;
  private dropped = 0;
  /** Blue-green: traffic has been switched. Canary: the step that is on, and its requests. */
  private isSwitched = false;
  private step = -1;
  private stepUntilMs = Infinity;
  private judged = 0;
  private judgedBad = 0;
  private isStepping = false;

  /** `version` is the place of its traits in the fleet. */
  constructor(port: RolloutPort, fleet: Fleet, spec: RolloutSpec, version: number) {
    this.port = port;
    this.fleet = fleet;
    this.station = fleet.station;
    this.spec = spec;
    this.version = version;
    this.control = port.addControl(this);
    port.schedule(this.control, spec.startMs);
    port.watch(fleet, {
      onChange: () => this.advance(),
      onServed: (served, isGood) => this.count(served, isGood),
    });
  }

  fire(): void {
    this.port.settleBooks(this.fleet);
    if (this.state === 'before') this.begin();
    this.advance();
  }

  record(): RolloutRecord {
    return {
      servedByOld: this.servedByOld,
      servedByNew: this.servedByNew,
      dropped: this.state === 'going' ? this.lostSoFar() - this.droppedBefore : this.dropped,
      tookMs: this.endedMs === null ? null : this.endedMs - this.spec.startMs,
      isAborted: this.state === 'aborted',
    };
  }

  private begin(): void {
    this.state = 'going';
    this.oldVersion.number = this.fleet.current;
    this.fleet.newest = this.version;
    this.droppedBefore = this.lostSoFar();
    const { fleet, port } = this;
    switch (this.spec.plan.strategy) {
      case 'rolling':
        fleet.current = this.version;
        break;
      case 'recreate':
        fleet.current = this.version;
        for (const replica of this.old()) port.retire(fleet, replica);
        break;
      case 'blue-green':
        this.add(fleet.wanted, 'standby');
        break;
      case 'canary':
        fleet.newestWeight = 0;
        break;
    }
  }

  /** Takes all steps that can be taken now. */
  private advance(): void {
    // What a step changes is told to this watcher as well, while it is still at it.
    if (this.state !== 'going' || this.isStepping) return;
    this.isStepping = true;
    while (this.state === 'going' && this.takeStep()) this.port.refresh(this.fleet);
    this.isStepping = false;
  }

  /** True where something has been changed. */
  private takeStep(): boolean {
    switch (this.spec.plan.strategy) {
      case 'rolling':
        return this.roll(this.spec.plan);
      case 'recreate':
        return this.recreate();
      case 'blue-green':
        return this.switchOver(this.spec.plan.overlapMs);
      case 'canary':
        return this.stepOn(this.spec.plan);
    }
  }

  /** As Kubernetes' deployment controller: never more than `surge` above, never fewer than `unavailable` below. */
  private roll(plan: { readonly maxSurge: number | string; readonly maxUnavailable: number | string }): boolean {
    const { fleet, port } = this;
    const { wanted } = fleet;
    const surge = shareOf(plan.maxSurge, wanted, Math.ceil);
    const spare = shareOf(plan.maxUnavailable, wanted, Math.floor);
    // Kubernetes' way out where both come to nothing.
    const unavailable = surge === 0 && spare === 0 ? 1 : spare;
    const [old, fresh] = [this.old(), this.fresh()];
    if (old.length === 0 && fresh.length >= wanted && fresh.every((one) => fleet.isServing(one)))
      return this.end('done');
    const toAdd = Math.min(wanted - fresh.length, wanted + surge - old.length - fresh.length);
    if (toAdd > 0) {
      this.add(toAdd, 'serving');
      return true;
    }
    const serving = [...old, ...fresh].filter((one) => fleet.isServing(one)).length;
    const idle = old.filter((one) => !fleet.isServing(one));
    const spared = old.filter((one) => fleet.isServing(one)).slice(0, Math.max(0, serving - (wanted - unavailable)));
    const leaving = [...idle, ...spared];
    for (const replica of leaving) port.retire(fleet, replica);
    return leaving.length > 0;
  }

  private recreate(): boolean {
    const { fleet } = this;
    const fresh = this.fresh();
    if (fresh.length < fleet.wanted) {
      this.add(fleet.wanted - fresh.length, 'serving');
      return true;
    }
    return fresh.every((one) => fleet.isServing(one)) && this.end('done');
  }

  private switchOver(overlapMs: number): boolean {
    const { fleet, port } = this;
    const fresh = this.fresh();
    if (!this.isSwitched) {
      if (fresh.length < fleet.wanted) {
        this.add(fleet.wanted - fresh.length, 'standby');
        return true;
      }
      if (fresh.some(({ state }) => state === 'starting')) return false;
      this.isSwitched = true;
      fleet.current = this.version;
      for (const replica of fresh) replica.state = 'serving';
      for (const replica of this.old()) replica.state = 'standby';
      this.stepUntilMs = port.time + overlapMs;
      port.schedule(this.control, this.stepUntilMs);
      return true;
    }
    if (port.time < this.stepUntilMs) return false;
    for (const replica of this.old()) port.retire(fleet, replica);
    return this.end('done');
  }

  /** Each step starts what its weight needs, turns the traffic when that is ready, and holds. */
  private stepOn(plan: Extract<RolloutSpec['plan'], { readonly strategy: 'canary' }>): boolean {
    const { fleet, port } = this;
    if (this.step >= 0 && port.time < this.stepUntilMs) return false;
    const next = plan.steps[this.step + 1];
    const weight = next?.weight ?? 1;
    const fresh = this.fresh();
    // The least that is not less, but for the rounding of doubles.
    const needed = Math.min(fleet.wanted, Math.ceil(weight * fleet.wanted - 1e-9));
    if (fresh.length < needed) {
      this.add(needed - fresh.length, 'serving');
      return true;
    }
    if (fresh.some(({ state }) => state === 'starting')) return false;
    if (next === undefined) return this.promote();
    this.step += 1;
    this.judged = 0;
    this.judgedBad = 0;
    fleet.newestWeight = weight;
    this.stepUntilMs = port.time + next.holdMs;
    port.schedule(this.control, this.stepUntilMs);
    return true;
  }

  private promote(): boolean {
    const { fleet, port } = this;
    fleet.current = this.version;
    fleet.newestWeight = -1;
    for (const replica of this.old()) port.retire(fleet, replica);
    return this.end('done');
  }

  private count(served: number, isGood: boolean): void {
    if (this.state !== 'going') return;
    if (isGood && served === this.version) this.servedByNew += 1;
    else if (isGood) this.servedByOld += 1;
    if (this.step < 0 || served !== this.version) return;
    this.judged += 1;
    if (!isGood) this.judgedBad += 1;
    const { plan } = this.spec;
    if (plan.strategy !== 'canary' || this.judged < FEWEST_JUDGED) return;
    if (this.judgedBad / this.judged > plan.abortAbove) this.abort();
  }

  /** Back to the old version, at once. */
  private abort(): void {
    const { fleet, port } = this;
    port.settleBooks(this.fleet);
    fleet.newestWeight = -1;
    for (const replica of this.fresh()) port.retire(fleet, replica);
    this.end('aborted');
    port.refresh(fleet);
  }

  /** Returns true: something has changed. */
  private end(state: 'done' | 'aborted'): boolean {
    this.state = state;
    this.endedMs = this.port.time;
    this.dropped = this.lostSoFar() - this.droppedBefore;
    // The autoscaler may have wanted another number in the meantime.
    resize(this.port, this.fleet, this.spec.startupMs);
    return true;
  }

  private add(count: number, becomes: Replica['becomes']): void {
    const { startupMs } = this.spec;
    for (let i = 0; i < count; i++) this.port.addReplica(this.fleet, { version: this.version, startupMs, becomes });
  }

  private old(): Replica[] {
    return this.fleet.staying().filter(({ version }) => version !== this.version);
  }

  private fresh(): Replica[] {
    return this.fleet.staying().filter(({ version }) => version === this.version);
  }

  private lostSoFar(): number {
    const { port, fleet } = this;
    return port.countSinceStart(fleet, REJECTIONS) + port.countSinceStart(fleet, FAILURES);
  }
}

/** A number of replicas, or a share of them such as "25%", rounded as Kubernetes does. */
function shareOf(value: number | string, of: number, round: (share: number) => number): number {
  if (typeof value === 'number') return Math.floor(value);
  const share = (Number.parseFloat(value) / 100) * of;
  return round(Number(share.toFixed(9)));
}
