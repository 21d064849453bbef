// Faults and rollouts of a scenario, with groups resolved into the components in them, and times in milliseconds.
import type { Design, Fault as DesignFault, Rollout as DesignRollout, Scenario } from '../../model/design.ts';
import { groupsAround } from '../../model/group-tree.ts';
import type { Fault, Rollout } from '../network.ts';
import { type Numbers, numberIn } from './numbers.ts';

export function compileFaults(design: Design, { faults }: Scenario, stations: Numbers, links: Numbers): Fault[] {
  return (faults ?? []).flatMap((fault) => compileFault(design, fault, stations, links));
}

function compileFault(design: Design, fault: DesignFault, stations: Numbers, links: Numbers): Fault[] {
  switch (fault.kind) {
    case 'latency':
      return [{ kind: fault.kind, link: numberIn(links, fault.connection), ...timesOf(fault), addMs: fault.addMs }];
    case 'partition':
      return [{ kind: fault.kind, link: numberIn(links, fault.connection), ...timesOf(fault) }];
    case 'crashes': {
      const { kind, mtbfS, mttrS } = fault;
      return stationsAt(design, fault.at, stations).map((station) => ({
        kind,
        station,
        mtbfMs: mtbfS * 1000,
        mttrMs: mttrS * 1000,
      }));
    }
    case 'outage': {
      const { kind, replicas = 'all' } = fault;
      const lost = replicas === 'all' ? Infinity : replicas;
      return stationsAt(design, fault.at, stations).map((station) => ({
        kind,
        station,
        ...timesOf(fault),
        replicas: lost,
      }));
    }
    case 'slowdown':
      return stationsAt(design, fault.at, stations).map((station) => ({
        kind: fault.kind,
        station,
        ...timesOf(fault),
        factor: fault.factor,
      }));
    case 'errors':
      return stationsAt(design, fault.at, stations).map((station) => ({
        kind: fault.kind,
        station,
        ...timesOf(fault),
        rate: fault.rate,
      }));
  }
}

function timesOf({ fromS, durationS }: { readonly fromS: number; readonly durationS: number }) {
  return { fromMs: fromS * 1000, untilMs: (fromS + durationS) * 1000 };
}

/** The component of that id, or every component in the group of that id, however deep; in the order of the network. */
function stationsAt(design: Design, at: string, stations: Numbers): number[] {
  const own = stations.get(at);
  if (own !== undefined) return [own];
  const around = groupsAround(design);
  return design.components
    .filter(({ group }) => around(group).has(at))
    .map(({ id }) => numberIn(stations, id))
    .sort((a, b) => a - b);
}

export function compileRollouts({ rollouts }: Scenario, stations: Numbers): Rollout[] {
  return (rollouts ?? []).map((rollout) => ({
    station: numberIn(stations, rollout.at),
    startMs: rollout.startS * 1000,
    startupMs: (rollout.startupS ?? 0) * 1000,
    version: {
      service: rollout.version?.service ?? null,
      errorRate: rollout.version?.errorRate ?? null,
      speed: rollout.version?.capacity?.speed ?? null,
    },
    plan: planOf(rollout),
  }));
}

function planOf(rollout: DesignRollout): Rollout['plan'] {
  switch (rollout.strategy) {
    case 'rolling':
      return {
        strategy: 'rolling',
        maxSurge: rollout.maxSurge ?? '25%',
        maxUnavailable: rollout.maxUnavailable ?? '25%',
      };
    case 'recreate':
      return { strategy: 'recreate' };
    case 'blue-green':
      return { strategy: 'blue-green', overlapMs: (rollout.overlapS ?? 0) * 1000 };
    case 'canary':
      return {
        strategy: 'canary',
        steps: rollout.steps.map(({ weight, holdS }) => ({ weight, holdMs: holdS * 1000 })),
        abortAbove: rollout.abortOn?.errorRate ?? Infinity,
      };
  }
}
