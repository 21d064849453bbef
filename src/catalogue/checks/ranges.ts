// Limits between two values of one place, which no range of a single value can say.
import type { Arrival, Component, Connection, Rollout, Scenario } from '../../model/design.ts';
import type { Distribution } from '../../model/distribution.ts';
import type { Finding } from '../../model/finding.ts';
import { error, type Subject } from './subject.ts';

export function checkRanges(subject: Subject): Finding[] {
  const { design, connections, pathOf } = subject;
  return [
    ...design.components.flatMap((component, index) => componentRanges(component, () => pathOf('components', index))),
    ...connections.flatMap((connection, index) => connectionRanges(connection, () => pathOf('connections', index))),
    ...(design.scenarios ?? []).flatMap((scenario, index) => scenarioRanges(scenario, pathOf('scenarios', index))),
  ];
}

function outOfRange(path: string, message: string, mend: string): Finding {
  return error('out-of-range', path, message, mend);
}

function componentRanges({ service, serviceByClass, autoscale }: Component, path: () => string): Finding[] {
  const findings = distributionRange(service, () => `${path()}.service`);
  for (const [name, distribution] of Object.entries(serviceByClass ?? {}))
    findings.push(...distributionRange(distribution, () => `${path()}.serviceByClass.${name}`));
  const { min = 1, max = 10 } = autoscale ?? {};
  if (min > max) {
    const message = `the fewest replicas, ${String(min)}, are more than the most, ${String(max)}`;
    findings.push(outOfRange(`${path()}.autoscale.min`, message, `give at most ${String(max)}, or raise the most`));
  }
  return findings;
}

function connectionRanges({ service, latencyMs }: Connection, path: () => string): Finding[] {
  return [
    ...distributionRange(service, () => `${path()}.service`),
    ...distributionRange(latencyMs, () => `${path()}.latencyMs`),
  ];
}

function distributionRange(distribution: Distribution | number | undefined, path: () => string): Finding[] {
  if (typeof distribution !== 'object' || distribution.distribution !== 'uniform') return [];
  const { minMs, maxMs } = distribution;
  if (minMs <= maxMs) return [];
  const message = `the minimum, ${String(minMs)} ms, is above the maximum, ${String(maxMs)} ms`;
  return [outOfRange(`${path()}.minMs`, message, `give at most ${String(maxMs)}, or raise the maximum`)];
}

function scenarioRanges({ durationS, warmupS, arrivals, rollouts }: Scenario, path: string): Finding[] {
  const findings: Finding[] = [];
  if (typeof warmupS === 'number' && durationS > 0 && warmupS >= durationS) {
    const message = `the warm-up, ${String(warmupS)} s, must be shorter than the whole run, ${String(durationS)} s`;
    findings.push(
      outOfRange(`${path}.warmupS`, message, `give less than ${String(durationS)}, or lengthen the duration`),
    );
  }
  arrivals.forEach((arrival, index) => findings.push(...arrivalRanges(arrival, `${path}.arrivals.${String(index)}`)));
  rollouts?.forEach((rollout, index) => findings.push(...rolloutRanges(rollout, `${path}.rollouts.${String(index)}`)));
  return findings;
}

function arrivalRanges(arrival: Arrival, path: string): Finding[] {
  if (arrival.process === 'closed') return distributionRange(arrival.thinkMs, () => `${path}.thinkMs`);
  if (arrival.process !== 'profile') return [];
  const { points } = arrival;
  const late = points.findIndex(([second], index) => index > 0 && second < (points[index - 1]?.[0] ?? 0));
  if (late < 0) return [];
  const message = `the points must stand in the order of time, but ${String(points[late]?.[0])} s follows ${String(points[late - 1]?.[0])} s`;
  return [outOfRange(`${path}.points.${String(late)}.0`, message, 'put the points in the order of time')];
}

const SHARE = /^\d+(\.\d+)?%$/;

function rolloutRanges(rollout: Rollout, path: string): Finding[] {
  const findings = distributionRange(rollout.version?.service, () => `${path}.version.service`);
  if (rollout.strategy !== 'rolling') return findings;
  const { maxSurge = '25%', maxUnavailable = '25%' } = rollout;
  for (const [key, value] of Object.entries({ maxSurge, maxUnavailable })) {
    if (typeof value === 'number' || SHARE.test(value)) continue;
    const message = `must be a number or a share such as "25%", but it is "${value}"`;
    findings.push(outOfRange(`${path}.${key}`, message, 'give a number of replicas, or a share of them with %'));
  }
  if (isNothing(maxSurge) && isNothing(maxUnavailable)) {
    const message = 'with none above and none unavailable, no replica can be replaced';
    findings.push(outOfRange(`${path}.maxSurge`, message, 'give at least 1 for one of the two'));
  }
  return findings;
}

function isNothing(value: number | string): boolean {
  return typeof value === 'number' ? value === 0 : Number.parseFloat(value) === 0;
}
