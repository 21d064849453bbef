// What is put on the timeline at a time: faults and rollouts that do something, where they would most likely strike.
import type { Design, Fault, Rollout, Scenario } from '../../../../src/model/design.ts';
import { snapped, roundStep } from './time-scale.ts';

export const FAULT_KINDS: readonly { readonly kind: Fault['kind']; readonly needs: 'component' | 'connection' }[] = [
  { kind: 'outage', needs: 'component' },
  { kind: 'slowdown', needs: 'component' },
  { kind: 'errors', needs: 'component' },
  { kind: 'crashes', needs: 'component' },
  { kind: 'latency', needs: 'connection' },
  { kind: 'partition', needs: 'connection' },
];

/** Where something is called: the component that most connections lead to, else the first. */
function likelyVictim(design: Design): string {
  const calls = new Map<string, number>();
  for (const { to } of design.connections ?? []) calls.set(to, (calls.get(to) ?? 0) + 1);
  const [most] = [...calls].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? design.components[0]?.id ?? '';
}

/** A tenth of the run, in round seconds. */
function likelyLength({ durationS }: Scenario): number {
  return roundStep(durationS / 20);
}

export function newFault(design: Design, scenario: Scenario, kind: Fault['kind'], seconds: number): Fault {
  const at = likelyVictim(design);
  const connection = design.connections?.[0]?.id ?? '';
  const time = { fromS: seconds, durationS: likelyLength(scenario) };
  switch (kind) {
    case 'outage':
      return { kind, at, ...time };
    case 'slowdown':
      return { kind, at, ...time, factor: 2 };
    case 'errors':
      return { kind, at, ...time, rate: 0.1 };
    case 'latency':
      return { kind, connection, ...time, addMs: 100 };
    case 'partition':
      return { kind, connection, ...time };
    case 'crashes':
      return { kind, at, mtbfS: snapped(scenario.durationS / 2, 1) || 1, mttrS: likelyLength(scenario) };
  }
}

export function newRollout(design: Design, scenario: Scenario, seconds: number): Rollout {
  const holdS = likelyLength(scenario);
  return {
    at: likelyVictim(design),
    strategy: 'canary',
    startS: seconds,
    startupS: snapped(holdS / 2, 1),
    steps: [
      { weight: 0.1, holdS },
      { weight: 0.5, holdS },
    ],
  };
}
