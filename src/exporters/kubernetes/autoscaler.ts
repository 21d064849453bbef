// How many pods there are over time: the autoscaler, and how many may be taken away at once.
import type { Autoscale, DeployedComponent } from '../../deployment/workload.ts';
import { metadata, selectorLabels, slotName, slotsOf, type Slot, type Surroundings } from './metadata.ts';
import type { HorizontalPodAutoscaler, Metric, PodDisruptionBudget, ScalingRules } from './objects.ts';
import { milliQuantity } from './quantity.ts';

/** What a metrics adapter must serve under these names, per pod. */
export const POD_METRICS = { waiting: 'requests_waiting', ratePerSecond: 'requests_per_second' } as const;

/** Kubernetes takes windows of up to an hour, in whole seconds. */
export const LONGEST_WINDOW_S = 3600;
/** What a cluster does unless told otherwise. */
export const CLUSTER_TOLERANCE = 0.1;

/** One autoscaler, or one for each Deployment of a blue-green rollout. */
export function autoscalers(workload: DeployedComponent, around: Surroundings): HorizontalPodAutoscaler[] {
  const { autoscale } = workload;
  return autoscale === null ? [] : slotsOf(workload).map((slot) => autoscaler(workload, autoscale, around, slot));
}

function autoscaler(
  workload: DeployedComponent,
  autoscale: Autoscale,
  around: Surroundings,
  slot: Slot | null,
): HorizontalPodAutoscaler {
  const minReplicas = Math.max(1, autoscale.min);
  const tolerance = autoscale.tolerance === CLUSTER_TOLERANCE ? {} : { tolerance: milliOrZero(autoscale.tolerance) };
  const name = slotName(workload, slot);
  const target = around.canaries.has(workload.id)
    ? { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' }
    : { apiVersion: 'apps/v1', kind: workload.type === 'stateful' ? 'StatefulSet' : 'Deployment' };
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata(workload, around, name, slot),
    spec: {
      scaleTargetRef: { ...target, name },
      minReplicas,
      maxReplicas: Math.max(minReplicas, autoscale.max),
      metrics: [metric(autoscale)],
      behavior: {
        scaleUp: { ...tolerance, ...scaleUp },
        scaleDown: { ...tolerance, ...scaleDown(autoscale.stabilisationDownS) },
      },
    },
  };
}

function metric({ metric: measured, target }: Autoscale): Metric {
  if (measured === 'utilisation') {
    const averageUtilization = Math.max(1, Math.round(target * 100));
    return { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } };
  }
  const averageValue = milliQuantity(target);
  return {
    type: 'Pods',
    pods: { metric: { name: POD_METRICS[measured] }, target: { type: 'AverageValue', averageValue } },
  };
}

/** As it is simulated: at most double, or four more, in 15 s. */
const scaleUp: ScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Percent', value: 100, periodSeconds: 15 },
    { type: 'Pods', value: 4, periodSeconds: 15 },
  ],
};

function scaleDown(stabilisationDownS: number): ScalingRules {
  return {
    stabilizationWindowSeconds: Math.min(LONGEST_WINDOW_S, Math.round(stabilisationDownS)),
    selectPolicy: 'Max',
    policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
  };
}

function milliOrZero(value: number): string {
  return value === 0 ? '0' : milliQuantity(value);
}

/** Nodes are drained one pod at a time, where there is more than one or can be. */
export function disruptionBudgets(workload: DeployedComponent, around: Surroundings): PodDisruptionBudget[] {
  if (mostReplicas(workload) <= 1) return [];
  return slotsOf(workload).map((slot) => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadata(workload, around, slotName(workload, slot), slot),
    spec: { maxUnavailable: 1, selector: { matchLabels: selectorLabels(workload, slot) } },
  }));
}

/** How many pods there are at most, as long as nothing is rolled out. */
export function mostReplicas({ autoscale, replicas }: DeployedComponent): number {
  return autoscale === null ? replicas : autoscale.max;
}
