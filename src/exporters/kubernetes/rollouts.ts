// How new versions come in: what the scenarios say of it, as Kubernetes and Argo Rollouts take it.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design, Rollout as PlannedRollout } from '../../model/design.ts';
import type { Amount, CanaryStep } from './objects.ts';

type Planned<Strategy extends PlannedRollout['strategy']> = Extract<PlannedRollout, { strategy: Strategy }>;

/** Where no scenario plans it: a tenth, then half of the traffic. */
const USUAL_STEPS: Planned<'canary'>['steps'] = [
  { weight: 0.1, holdS: 300 },
  { weight: 0.5, holdS: 300 },
];
const QUARTER = '25%';

/** The first rollout of a strategy that a scenario plans for a component. */
export function plannedRollout<Strategy extends PlannedRollout['strategy']>(
  design: Design,
  id: string,
  strategy: Strategy,
): Planned<Strategy> | undefined {
  const all = (design.scenarios ?? []).flatMap(({ rollouts = [] }) => rollouts);
  return all.find((rollout): rollout is Planned<Strategy> => rollout.at === id && rollout.strategy === strategy);
}

/** The steps of each component that has a canary, by id. */
export function canariesOf(
  design: Design,
  deployed: readonly DeployedComponent[],
): ReadonlyMap<string, readonly CanaryStep[]> {
  const canaries = deployed.filter(({ type, strategy }) => type === 'deployment' && strategy === 'canary');
  return new Map(
    canaries.map(({ id }) => {
      const steps = plannedRollout(design, id, 'canary')?.steps ?? USUAL_STEPS;
      return [id, steps.flatMap(stepsOf)];
    }),
  );
}

/** Weights are whole percents and pauses whole seconds. */
function stepsOf({ weight, holdS }: { readonly weight: number; readonly holdS: number }): CanaryStep[] {
  const seconds = Math.min(Math.max(1, Math.round(holdS)), 365 * 86_400);
  return [{ setWeight: Math.min(100, Math.round(weight * 100)) }, { pause: { duration: `${seconds}s` } }];
}

/** What a scenario says of the rolling update of each component, by id. */
export function surgesOf(
  design: Design,
  deployed: readonly DeployedComponent[],
): ReadonlyMap<string, { readonly maxSurge: Amount; readonly maxUnavailable: Amount }> {
  return new Map(
    deployed.flatMap(({ id }) => {
      const planned = plannedRollout(design, id, 'rolling');
      if (planned === undefined) return [];
      const maxSurge = amount(planned.maxSurge);
      const maxUnavailable = amount(planned.maxUnavailable);
      return isNothing(maxSurge) && isNothing(maxUnavailable) ? [] : [[id, { maxSurge, maxUnavailable }] as const];
    }),
  );
}

function amount(given: number | string | undefined): Amount {
  if (typeof given === 'number') return Math.min(Math.round(given), 2 ** 31 - 1);
  return given !== undefined && /^(?:100|\d{1,2})%$/.test(given) ? given : QUARTER;
}

/** Both at nothing would never let a pod be replaced, so that the API refuses it. */
function isNothing(value: Amount): boolean {
  return Number.parseInt(String(value), 10) === 0;
}
