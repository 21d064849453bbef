// What is asked of the thread for estimates, and what it answers.
import { estimateFully, type FullEstimate } from '../../src/analysis/estimate.ts';
import { saturationCurve, type SaturationCurve } from '../../src/analysis/saturation.ts';
import type { Design } from '../../src/model/design.ts';

export type Topic = 'estimate' | 'saturation';

export interface Answers {
  readonly estimate: FullEstimate;
  readonly saturation: SaturationCurve;
}

export interface Asked {
  readonly id: number;
  readonly topic: Topic;
  /** Without errors. */
  readonly design: Design;
  readonly scenario: string;
}

export interface Told {
  readonly id: number;
  /** Null where there is none, as the scenario is gone. */
  readonly answer: Answers[Topic] | null;
}

export function answerOf({ topic, design, scenario: id }: Asked): Answers[Topic] | null {
  const scenario = design.scenarios?.find((candidate) => candidate.id === id);
  if (!scenario) return null;
  if (topic === 'saturation') return saturationCurve(design, scenario);
  const outcome = estimateFully(design, id);
  return outcome.ok ? outcome.value : null;
}
