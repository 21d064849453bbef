// Which scenario of a design is meant: the one that is named, or the first.
import { fail, succeed } from '../model/finding.ts';
import type { Outcome } from '../model/finding.ts';
import type { Design, Scenario } from '../model/design.ts';
import { suggestion } from '../model/nearest.ts';

/** A design without scenarios, or an id that none has, is a finding. */
export function chooseScenario(design: Design, id?: string): Outcome<Scenario> {
  const scenarios = design.scenarios ?? [];
  const chosen = id === undefined ? scenarios[0] : scenarios.find((scenario) => scenario.id === id);
  if (chosen !== undefined) return succeed(chosen);
  return fail([id === undefined || scenarios.length === 0 ? noScenario() : unknownScenario(id, scenarios)]);
}

function noScenario() {
  return {
    rule: 'no-scenario',
    severity: 'error',
    path: 'scenarios',
    message: 'The design has no scenario, so there is no load to simulate',
    mend: 'Add a scenario with a duration and at least one arrival',
  } as const;
}

function unknownScenario(id: string, scenarios: readonly Scenario[]) {
  const ids = scenarios.map((scenario) => scenario.id);
  return {
    rule: 'unknown-scenario',
    severity: 'error',
    path: `scenarios.${id}`,
    message: `The design has no scenario ${id}`,
    mend: suggestion(id, ids),
  } as const;
}
