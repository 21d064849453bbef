// Studies: questions that take many runs, asked of a design by the window. What is asked, what comes on the way, and what
// is answered, as it crosses from the host; the figures of a run are told without what nobody draws of so many.
import type { Finding } from '../../model/finding.ts';
import type { Result } from '../../simulation/result.ts';
import type { RunComparison } from '../compare-runs.ts';
import type { Plan, PlannedPoint } from '../plan.ts';
import type { PointSet } from '../sweep/grid.ts';

/** Of a result, what is compared over many of them. */
export type RunFigures = Pick<
  Result,
  'scenario' | 'seed' | 'replications' | 'simulatedS' | 'requests' | 'components' | 'objectives' | 'cost' | 'notes'
>;

/** One point of a sweep. */
export interface SweptPoint {
  readonly set: PointSet;
  /** Null where the design of the point is not good, or its run cannot end. */
  readonly figures: RunFigures | null;
  readonly precise?: boolean;
  readonly findings?: readonly Finding[];
}

/** One point of a saturation curve, simulated. */
export interface LoadRun {
  readonly factor: number;
  /** Null where the run cannot end. */
  readonly figures: RunFigures | null;
  readonly findings?: readonly Finding[];
}

export type StudyAnswer =
  | { readonly kind: 'sweep'; readonly points: readonly SweptPoint[] }
  | { readonly kind: 'load'; readonly points: readonly LoadRun[] }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'compare'; readonly comparison: RunComparison; readonly a: RunFigures; readonly b: RunFigures };

export type StudyKind = StudyAnswer['kind'];

/** What a study found so far. */
export type StudyPart =
  | { readonly kind: 'sweep'; readonly number: number; readonly point: SweptPoint }
  | { readonly kind: 'load'; readonly number: number; readonly point: LoadRun }
  /** The cheapest that met the objectives so far, else the closest. */
  | { readonly kind: 'plan'; readonly best: PlannedPoint };

export function figuresOf(result: Result): RunFigures {
  const { scenario, seed, replications, simulatedS, requests, components, objectives, cost, notes } = result;
  const { distribution: _, ...responseMs } = requests.responseMs;
  return {
    scenario,
    seed,
    replications,
    simulatedS,
    requests: { ...requests, responseMs },
    components,
    objectives,
    cost,
    notes,
  };
}
