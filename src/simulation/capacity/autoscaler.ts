// The autoscaler of a station: Kubernetes' horizontal pod autoscaler, as its documentation and source have it
// (https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/).
import type { AutoscaleRules } from '../network.ts';
import type { Fleet, Measured, Replica } from './fleet.ts';
import type { FleetPort } from './fleet-port.ts';

/** The default policy of Kubernetes: at most double, or four more, within so long. */
const SCALE_UP_WINDOW_MS = 15_000;
const SCALE_UP_FACTOR = 2;
const SCALE_UP_REPLICAS = 4;

/**
 * How many replicas the measured value asks for: ceil(current × measured / target), where current are those that serve,
 * as those that are starting have done no work yet (Kubernetes takes them as idle, which comes to the same); what is
 * wanted already within the tolerance. More load never means fewer replicas than are wanted already.
 */
export function recommend(
  { target, tolerance }: Pick<AutoscaleRules, 'target' | 'tolerance'>,
  state: { readonly measured: number; readonly serving: number; readonly wanted: number },
): number {
  const ratio = state.measured / target;
  // A ratio that is 1.1 but for the rounding of doubles is within a tolerance of 0.1.
  if (Math.abs(ratio - 1) <= tolerance + 1e-9) return state.wanted;
  const asked = Math.ceil(state.serving * ratio - 1e-9);
  return ratio > 1 ? Math.max(asked, state.wanted) : asked;
}

/** What was recommended or added, and when. */
interface Entry {
  readonly atMs: number;
  readonly replicas: number;
}

export class Autoscaler {
  readonly station: number;
  private readonly port: FleetPort;
  private readonly fleet: Fleet;
  private readonly rules: AutoscaleRules;
  private readonly control: number;
  private ticks = 0;
  private before: Measured & { arrivals: number } = { busy: 0, slots: 0, waiting: 0, serving: 0, arrivals: 0 };
  /** Of those within the window the ones that nothing later has reached, so that the first is the highest. */
  private readonly recommendations: Entry[];
  private added: Entry[] = [];

  constructor(port: FleetPort, fleet: Fleet, rules: AutoscaleRules) {
    this.port = port;
    this.fleet = fleet;
    this.station = fleet.station;
    this.rules = rules;
    // Kubernetes takes what it finds at first as a recommendation, too.
    this.recommendations = [{ atMs: 0, replicas: fleet.wanted }];
    this.control = port.addControl(this);
    this.scheduleNext();
  }

  fire(): void {
    const { port, fleet } = this;
    port.settleBooks(fleet);
    const wanted = this.decide();
    if (wanted !== fleet.wanted) {
      fleet.wanted = wanted;
      resize(port, fleet, this.rules.startupMs);
      port.refresh(fleet);
    }
    this.scheduleNext();
  }

  private decide(): number {
    const { fleet, rules } = this;
    const { min, max, stabilisationDownMs } = rules;
    const now = this.port.time;
    const measured = this.measure();
    if (measured === null) return fleet.wanted;
    const recommended = recommend(rules, { measured, serving: fleet.countServing(), wanted: fleet.wanted });
    const highest = this.highestOf(recommended, now, now - stabilisationDownMs);
    const stable = recommended >= fleet.wanted ? recommended : Math.min(fleet.wanted, highest);
    const wanted = Math.max(min, Math.min(max, stable, this.ceiling(now)));
    if (wanted > fleet.wanted) this.added.push({ atMs: now, replicas: wanted - fleet.wanted });
    return wanted;
  }

  /** Takes up a recommendation. Returns the highest of those after `from`. */
  private highestOf(recommended: number, now: number, from: number): number {
    const { recommendations } = this;
    while (recommendations.length > 0 && recommendations[0]!.atMs <= from) recommendations.shift();
    while (recommendations.length > 0 && recommendations.at(-1)!.replicas <= recommended) recommendations.pop();
    recommendations.push({ atMs: now, replicas: recommended });
    return recommendations[0]!.replicas;
  }

  private ceiling(now: number): number {
    this.added = since(this.added, now - SCALE_UP_WINDOW_MS);
    const atFirst = this.fleet.wanted - this.added.reduce((sum, { replicas }) => sum + replicas, 0);
    return Math.max(this.fleet.wanted, atFirst * SCALE_UP_FACTOR, atFirst + SCALE_UP_REPLICAS);
  }

  /** The mean of the metric over the period that ends now, at the replicas that serve; null where none did. */
  private measure(): number | null {
    const { fleet, before } = this;
    const after = { ...fleet.measured, arrivals: fleet.arrivals.value };
    this.before = after;
    const grown = (key: keyof typeof after): number => after[key] - before[key];
    if (grown('serving') <= 0) return null;
    switch (this.rules.metric) {
      case 'utilisation':
        return grown('slots') > 0 ? grown('busy') / grown('slots') : null;
      case 'waiting':
        return grown('waiting') / grown('serving');
      case 'ratePerSecond':
        return (1000 * grown('arrivals')) / grown('serving');
    }
  }

  /** Each tick is reckoned from the start, so that no rounding adds up. */
  private scheduleNext(): void {
    this.ticks += 1;
    this.port.schedule(this.control, this.ticks * this.rules.periodMs);
  }
}

/** Those after `from`: what is exactly so long ago is over. */
function since(entries: readonly Entry[], from: number): Entry[] {
  return entries.filter(({ atMs }) => atMs > from);
}

/** Adds replicas of the current version, or retires the newest of it, until there are as many as are wanted. */
export function resize(port: FleetPort, fleet: Fleet, startupMs: number): void {
  const staying = fleet.staying().filter(({ version }) => version === fleet.current);
  for (let missing = fleet.wanted - staying.length; missing > 0; missing--) {
    port.addReplica(fleet, { version: fleet.current, startupMs });
  }
  for (const replica of newestFirst(staying).slice(0, Math.max(0, staying.length - fleet.wanted))) {
    port.retire(fleet, replica);
  }
}

function newestFirst(replicas: readonly Replica[]): Replica[] {
  return [...replicas].sort((a, b) => b.number - a.number);
}
