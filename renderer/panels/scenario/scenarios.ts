// Adding, copying and taking out scenarios, as pure changes of a draft.
import { uniqueId } from '../../../src/model/edit.ts';
import type { Arrival, Design, Scenario } from '../../../src/model/design.ts';
import { nameOf } from '../../../src/model/graph.ts';
import { t } from '../../texts.ts';

/** Where requests would most likely arrive: a component that calls and is not called, else the first. */
export function likelyEntry(design: Design): string {
  const connections = design.connections ?? [];
  const called = new Set(connections.map((connection) => connection.to));
  const entry = design.components.find(
    (component) => !called.has(component.id) && connections.some((connection) => connection.from === component.id),
  );
  return (entry ?? design.components[0])?.id ?? '';
}

export function newArrival(design: Design): Arrival {
  return { at: likelyEntry(design), process: 'poisson', ratePerSecond: 10 };
}

/** The new scenario, not yet in the design. */
export function newScenario(design: Design): Scenario {
  const id = uniqueId(design.scenarios ?? [], 'scenario');
  const arrivals = design.components.length === 0 ? [] : [newArrival(design)];
  return { id, name: t('scenario.newName'), durationS: 300, warmupS: 30, arrivals };
}

export function copyOf(design: Design, scenario: Scenario): Scenario {
  return {
    ...structuredClone(scenario),
    id: uniqueId(design.scenarios ?? [], scenario.id),
    name: t('scenario.copyOf', { name: nameOf(scenario) }),
  };
}

/** One place up or down; at an end it stays. */
export function moveScenario(draft: Design, id: string, by: -1 | 1): void {
  const scenarios = draft.scenarios ?? [];
  const from = scenarios.findIndex((scenario) => scenario.id === id);
  const to = from + by;
  const [moved, other] = [scenarios[from], scenarios[to]];
  if (moved && other) [scenarios[from], scenarios[to]] = [other, moved];
}
