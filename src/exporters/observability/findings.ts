// What the export to observability leaves out, and what it expects to stand beside the design.
import type { Objective } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';
import { isScraped, targetOf } from './targets.ts';

export function notWatched({ id, metric }: Objective): Finding {
  return {
    rule: 'objective-not-alerted',
    severity: 'warning',
    path: `objectives.${id}`,
    message: `no alert can be made of the objective on ${metric}, since no metric of a deployed component says it`,
    mend: 'Give an objective on errorRate, throughputPerSecond or responseMs of requests to a deployed component.',
  };
}

export function beyondBuckets({ id, below = 0 }: Objective, mostMs: number): Finding {
  return {
    rule: 'objective-beyond-buckets',
    severity: 'warning',
    path: `objectives.${id}`,
    message: `no alert can be made of ${below} ms, since the histogram of response times ends at ${mostMs} ms`,
    mend: 'Give a lower bound, or an objective on responseMs.mean.',
  };
}

/** What has to run beside the design for its metrics to be there. */
export function neededBeside(workloads: readonly DeployedComponent[]): Finding[] {
  return [...containersNeeded(workloads), ...workloads.filter(isScraped).flatMap(exporterNeeded)];
}

function containersNeeded(workloads: readonly DeployedComponent[]): Finding[] {
  if (!workloads.some(isScraped)) return [];
  return [
    {
      rule: 'cadvisor-needed',
      severity: 'advice',
      path: 'components',
      message: 'CPU and memory are those of the containers; cAdvisor is expected at cadvisor:8080',
      mend: 'Run cAdvisor there, once on each host.',
    },
  ];
}

function exporterNeeded(workload: DeployedComponent): Finding[] {
  const target = targetOf(workload);
  if (!target.isExporter) return [];
  return [
    {
      rule: 'exporter-needed',
      severity: 'advice',
      path: `components.${workload.id}`,
      message: `${workload.image} has no metrics for Prometheus; an exporter is expected at ${target.host}:${target.port}`,
      mend: 'Run the Prometheus exporter of this product there.',
    },
  ];
}
