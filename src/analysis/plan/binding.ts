// Why objectives cannot be met: which of them binds at the nearest point, and what there keeps it from being met.
import type { Design, Objective, Scenario } from '../../model/design.ts';
import type { Result } from '../../simulation/result.ts';
import { estimateScenario } from '../estimate.ts';
import { withLoad } from '../load/scale.ts';
import type { PointSet } from '../sweep/grid.ts';
import { tightest } from './judge.ts';
import { estimatedValue, outlookAt } from './outlook.ts';
import type { Found, PlannedPoint } from './point.ts';

export interface Binding {
  readonly objective: Objective;
  /** At the nearest point; null where nothing was measured. */
  readonly value: number | null;
  readonly why: Why;
}

export type Why =
  | { readonly kind: 'not-measured' }
  /** It is met at other points, where another objective is missed. */
  | { readonly kind: 'conflict'; readonly other: Objective; readonly set: PointSet }
  /** More than is offered cannot be answered. */
  | { readonly kind: 'not-offered'; readonly offeredPerSecond: number }
  /** The component that is overloaded the most; `load` is what comes over what it can carry. */
  | { readonly kind: 'saturated'; readonly component: string; readonly load: number }
  /** So much is left when nobody waits: the work and the network, in ms of the mean; `component` has the most of the work. */
  | {
      readonly kind: 'work';
      readonly idleMs: number;
      readonly component: string;
      readonly workMs: number;
      readonly networkMs: number;
    }
  /** The component at which requests wait the longest, in ms of the mean response. */
  | { readonly kind: 'waiting'; readonly component: string; readonly waitMs: number; readonly ofMs: number }
  /** The component that fails or rejects the most. */
  | { readonly kind: 'errors'; readonly component: string; readonly perSecond: number; readonly isRejecting: boolean }
  /** Nothing that stands out. */
  | { readonly kind: 'other' };

/** From this share of its slots on a component that is overloaded by the estimate was so in the run too. */
const FULL = 0.97;

/** `all` are the points that were simulated; null where the point has no objectives. */
export function bindingOf(
  at: { readonly design: Design; readonly scenario: Scenario },
  point: PlannedPoint,
  all: readonly Found[],
): Binding | null {
  const binding = tightest(point.margins);
  if (binding === null) return null;
  const { objective, value } = binding;
  return { objective, value, why: whyOf(at, objective, value, point, all) };
}

function whyOf(
  { design, scenario }: { readonly design: Design; readonly scenario: Scenario },
  objective: Objective,
  value: number | null,
  { result }: PlannedPoint,
  all: readonly Found[],
): Why {
  if (value === null) return { kind: 'not-measured' };
  const { metric, below, above } = objective;
  const name = metric.replace(/^requests\./, '');
  const offered = result.requests.offeredPerSecond.mean;
  if (name === 'throughputPerSecond' && objective.at === undefined && offered !== null && (above ?? 0) >= offered)
    return { kind: 'not-offered', offeredPerSecond: offered };
  return (
    conflictOf(objective, all) ??
    (name === 'errorRate' ? errorsOf(result) : null) ??
    saturatedOf(design, scenario, result) ??
    (name.startsWith('responseMs.') && below !== undefined ? idleOf(design, scenario, objective, result) : null) ??
    (/responseMs|waitMs/.test(name) ? waitingOf(result) : null) ?? { kind: 'other' }
  );
}

/** The point that has the most to spare for the objective, with what is missed there by the most. */
function conflictOf(objective: Objective, all: readonly Found[]): Why | null {
  const spared = all
    .flatMap((found) => {
      const own = found.margins.find((margin) => margin.objective.id === objective.id);
      return own?.met === true ? [{ found, margin: own.margin ?? 0 }] : [];
    })
    .sort((a, b) => b.margin - a.margin)[0]?.found;
  const other = spared && tightest(spared.margins);
  return other && !other.met ? { kind: 'conflict', other: other.objective, set: spared.set } : null;
}

function saturatedOf(design: Design, scenario: Scenario, { components }: Result): Why | null {
  const { bottlenecks, components: estimated } = estimateScenario(design, scenario);
  const [worst] = bottlenecks
    .filter((id) => (components[id]?.utilisation.mean ?? 0) >= FULL)
    .map((component) => ({ component, load: estimated[component]?.utilisation ?? 0 }))
    .sort((a, b) => b.load - a.load);
  return worst === undefined || worst.load < 1 ? null : { kind: 'saturated', ...worst };
}

/** As if hardly anybody came: what nobody has to wait for and no replica shortens. */
function idleOf(design: Design, scenario: Scenario, objective: Objective, result: Result): Why | null {
  const idleMs = estimatedValue(outlookAt(design, idle(scenario)), objective);
  const shares = sharesOf(result);
  if (idleMs === null || idleMs < (objective.below ?? Infinity) || shares.length === 0) return null;
  const most = shares.reduce((best, next) => (next.work > best.work ? next : best));
  const networkMs = shares.reduce((sum, { network }) => sum + network, 0);
  return { kind: 'work', idleMs, component: most.component, workMs: most.work, networkMs };
}

const HARDLY = 1e-6;

/** A trace holds no rate that could be less; so few requests come from anywhere. */
function idle(scenario: Scenario): Scenario {
  const arrivals = scenario.arrivals.map((arrival): Scenario['arrivals'][number] =>
    arrival.process === 'trace'
      ? { at: arrival.at, process: 'poisson', ratePerSecond: 1, class: arrival.class }
      : arrival,
  );
  return withLoad({ ...scenario, arrivals }, HARDLY);
}

interface Share {
  readonly component: string;
  readonly work: number;
  readonly wait: number;
  readonly network: number;
}

function sharesOf({ components }: Result): Share[] {
  return Object.entries(components).flatMap(([component, { breakdownMs }]) =>
    breakdownMs === undefined
      ? []
      : [
          {
            component,
            work: breakdownMs.work.mean ?? 0,
            wait: breakdownMs.wait.mean ?? 0,
            network: breakdownMs.network.mean ?? 0,
          },
        ],
  );
}

function waitingOf(result: Result): Why | null {
  const shares = sharesOf(result);
  const ofMs = result.requests.responseMs.mean.mean;
  if (shares.length === 0 || ofMs === null) return null;
  const most = shares.reduce((best, next) => (next.wait > best.wait ? next : best));
  return most.wait > 0 ? { kind: 'waiting', component: most.component, waitMs: most.wait, ofMs } : null;
}

function errorsOf({ components }: Result): Why | null {
  const [worst] = Object.entries(components)
    .map(([component, { rejectedPerSecond, failedPerSecond }]) => ({
      component,
      rejected: rejectedPerSecond.mean ?? 0,
      failed: failedPerSecond.mean ?? 0,
    }))
    .sort((a, b) => Math.max(b.rejected, b.failed) - Math.max(a.rejected, a.failed));
  if (worst === undefined || worst.rejected + worst.failed === 0) return null;
  const isRejecting = worst.rejected >= worst.failed;
  const perSecond = Math.max(worst.rejected, worst.failed);
  return { kind: 'errors', component: worst.component, perSecond, isRejecting };
}
