// What keeps the pods of a workload running: Deployment, StatefulSet or CronJob.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { headlessName, metadata, selectorLabels, type Surroundings } from './metadata.ts';
import type { Controller, CronJob, Deployment, Metadata, StatefulSet } from './objects.ts';
import { DATA_VOLUME, podTemplate } from './pod.ts';
import { scheduleFor } from './schedule.ts';

export function controller(workload: DeployedComponent, around: Surroundings): Controller {
  switch (workload.type) {
    case 'deployment':
      return deployment(workload, around);
    case 'stateful':
      return statefulSet(workload, around);
    case 'scheduled':
      return cronJob(workload, around);
  }
}

function deployment(workload: DeployedComponent, around: Surroundings): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: described(workload, around),
    spec: {
      ...replicas(workload),
      selector: { matchLabels: selectorLabels(workload) },
      strategy:
        workload.strategy === 'recreate'
          ? { type: 'Recreate' }
          : { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
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

function described(workload: DeployedComponent, around: Surroundings): Metadata {
  return { ...metadata(workload, around), annotations: { 'kubernetes.io/description': workload.title } };
}
