// How a component is rolled out, as far as a scenario of the design tells.
import type { Design } from '../model/design.ts';
import type { DeployedComponent } from './workload.ts';

export interface RolloutPlan {
  /** Replicas that may run over the wanted number, and that may be missing from it. */
  readonly surge: number;
  readonly unavailable: number;
  /** Canary: the share of the first step and how long it is watched. */
  readonly firstWeight: number;
  readonly firstHoldS: number;
}

const QUARTER = '25%';

/** The first rollout of the component by its strategy counts; otherwise a quarter at a time, and canaries for a minute. */
export function rolloutPlan(design: Design, { id, strategy, replicas }: DeployedComponent): RolloutPlan {
  const told = (design.scenarios ?? [])
    .flatMap((scenario) => scenario.rollouts ?? [])
    .find((rollout) => rollout.at === id && rollout.strategy === strategy);
  const rolling = told?.strategy === 'rolling' ? told : undefined;
  const step = told?.strategy === 'canary' ? told.steps[0] : undefined;
  return {
    surge: amount(rolling?.maxSurge ?? QUARTER, replicas, Math.ceil),
    unavailable: amount(rolling?.maxUnavailable ?? QUARTER, replicas, Math.floor),
    firstWeight: step?.weight ?? 0.1,
    firstHoldS: Math.ceil(step?.holdS ?? 60),
  };
}

/** Shares are of the replicas, surge rounded up and absence down, as Kubernetes has it. */
function amount(value: number | string, replicas: number, round: (value: number) => number): number {
  if (typeof value === 'number') return round(value);
  const share = Number.parseFloat(value);
  if (!Number.isFinite(share)) return 0;
  return value.trim().endsWith('%') ? round((share * replicas) / 100) : round(share);
}
