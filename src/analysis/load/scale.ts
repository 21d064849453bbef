// A scenario under more or less load: every stream of arrivals times the same factor.
import type { Arrival, Design, Scenario } from '../../model/design.ts';

/** The same arrivals, `factor` times as dense; of closed users `factor` times as many, rounded, at least one. */
export function withLoad(scenario: Scenario, factor: number): Scenario {
  return { ...scenario, arrivals: scenario.arrivals.map((arrival) => scaled(arrival, factor)) };
}

/** The design with that scenario under `factor` times its load. */
export function designWithLoad(design: Design, scenarioId: string, factor: number): Design {
  const scenarios = design.scenarios ?? [];
  return {
    ...design,
    scenarios: scenarios.map((scenario) => (scenario.id === scenarioId ? withLoad(scenario, factor) : scenario)),
  };
}

/** Requests a second of a trace cannot be had without changing its times: they lie closer together, and end sooner. */
function scaled(arrival: Arrival, factor: number): Arrival {
  switch (arrival.process) {
    case 'poisson':
    case 'deterministic':
      return { ...arrival, ratePerSecond: arrival.ratePerSecond * factor };
    case 'mmpp':
      return {
        ...arrival,
        states: arrival.states.map((state) => ({ ...state, ratePerSecond: state.ratePerSecond * factor })),
      };
    case 'profile':
      return { ...arrival, points: arrival.points.map(([atS, ratePerSecond]) => [atS, ratePerSecond * factor]) };
    case 'trace':
      return { ...arrival, timesMs: arrival.timesMs.map((ms) => ms / factor) };
    case 'closed':
      return { ...arrival, users: Math.max(1, Math.round(arrival.users * factor)) };
  }
}
