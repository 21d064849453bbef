// What keeps the pods of a workload running: Deployment, Rollout, StatefulSet or CronJob.
import type { DeployedComponent } from '../../deployment/workload.ts';
import {
  canaryName,
  headlessName,
  metadata,
  selectorLabels,
  slotName,
  slotsOf,
  type Slot,
  type Surroundings,
} from './metadata.ts';
import { isSplitAtGateway } from './network.ts';
import type { CanaryStep, Controller, CronJob, Deployment, Metadata, Rollout, StatefulSet } from './objects.ts';
import { DATA_VOLUME, podTemplate } from './pod.ts';
import { scheduleFor } from './schedule.ts';

const QUARTER = { maxSurge: '25%', maxUnavailable: '25%' };

/** One controller, or two for a blue-green rollout. */
export function controllers(workload: DeployedComponent, around: Surroundings): readonly Controller[] {
  const steps = around.canaries.get(workload.id);
  switch (workload.type) {
    case 'deployment':
      if (steps !== undefined) return [canary(workload, around, steps)];
      return slotsOf(workload).map((slot) => deployment(workload, around, slot));
    case 'stateful':
      return [statefulSet(workload, around)];
    case 'scheduled':
      return [cronJob(workload, around)];
  }
}

function deployment(workload: DeployedComponent, around: Surroundings, slot: Slot | null): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: described(workload, around, slot),
    spec: {
      ...replicas(workload),
      selector: { matchLabels: selectorLabels(workload, slot) },
      strategy:
        workload.strategy === 'recreate'
          ? { type: 'Recreate' }
          : { type: 'RollingUpdate', rollingUpdate: around.surges.get(workload.id) ?? QUARTER },
      template: podTemplate(workload, around, slot),
    },
  };
}

/** Weights are shares of the pods, or of the requests where a gateway parts them. */
function canary(workload: DeployedComponent, around: Surroundings, steps: readonly CanaryStep[]): Rollout {
  const { name } = workload;
  const plugin = { httpRoute: name, namespace: around.namespace ?? 'default' };
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: described(workload, around),
    spec: {
      ...replicas(workload),
      selector: { matchLabels: selectorLabels(workload) },
      strategy: {
        canary: {
          ...(isSplitAtGateway(workload, around)
            ? {
                stableService: name,
                canaryService: canaryName(workload),
                trafficRouting: { plugins: { 'argoproj-labs/gatewayAPI': plugin } },
              }
            : {}),
          steps,
        },
      },
      template: podTemplate(workload, around),
    },
  };
}

function statefulSet(workload: DeployedComponent, around: Surroundings): StatefulSet {
  const { storage } = workload;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: described(workload, around),
    spec: {
      ...replicas(workload),
      serviceName: headlessName(workload),
      selector: { matchLabels: selectorLabels(workload) },
      updateStrategy: { type: 'RollingUpdate' },
      template: podTemplate(workload, around),
      ...(storage === null
        ? {}
        : {
            volumeClaimTemplates: [
              {
                metadata: { name: DATA_VOLUME },
                spec: {
                  accessModes: ['ReadWriteOnce'],
                  resources: { requests: { storage: `${storage.sizeGiB}Gi` } },
                },
              },
            ],
          }),
    },
  };
}

function cronJob(workload: DeployedComponent, around: Surroundings): CronJob {
  const copies = workload.replicas;
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: described(workload, around),
    spec: {
      schedule: scheduleFor(workload.everyS).cron,
      concurrencyPolicy: 'Forbid',
      ...(copies === 0 ? { suspend: true } : {}),
      jobTemplate: {
        spec: {
          ...(copies > 1 ? { parallelism: copies, completions: copies } : {}),
          backoffLimit: 2,
          template: podTemplate(workload, around),
        },
      },
    },
  };
}

/** An autoscaler's own number would be set back with every apply. */
function replicas({ autoscale, replicas: count }: DeployedComponent): { readonly replicas?: number } {
  return autoscale === null ? { replicas: count } : {};
}

function described(workload: DeployedComponent, around: Surroundings, slot: Slot | null = null): Metadata {
  const named = metadata(workload, around, slotName(workload, slot), slot);
  return { ...named, annotations: { 'kubernetes.io/description': workload.title } };
}
