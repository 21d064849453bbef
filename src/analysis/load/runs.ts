// The same scenario simulated under several loads, with the same chance at each.
import type { Design } from '../../model/design.ts';
import type { Executor } from '../executor.ts';
import { simulate, type SimulateHooks, type SimulateOptions } from '../simulate.ts';
import { figuresOf, type LoadRun } from '../studies/study.ts';
import { designWithLoad } from './scale.ts';

export interface LoadHooks extends SimulateHooks {
  readonly onPoint?: (number: number, point: LoadRun) => void;
}

/** In the order of the factors; null where it was cancelled. */
export async function simulateLoads(
  design: Design,
  scenario: string,
  factors: readonly number[],
  options: Omit<SimulateOptions, 'scenario'>,
  executor: Executor,
  hooks: LoadHooks = {},
): Promise<readonly LoadRun[] | null> {
  const points: LoadRun[] = [];
  for (const [number, factor] of factors.entries()) {
    const outcome = await simulate(designWithLoad(design, scenario, factor), { ...options, scenario }, executor, {
      ...hooks,
      onProgress: ({ fraction }) =>
        hooks.onProgress?.({
          fraction: (number + fraction) / factors.length,
          replicationsDone: number,
          replications: factors.length,
        }),
    });
    if (outcome.kind === 'cancelled') return null;
    const point: LoadRun =
      outcome.kind === 'done'
        ? { factor, figures: figuresOf(outcome.result) }
        : { factor, figures: null, findings: outcome.findings };
    points.push(point);
    hooks.onPoint?.(number, point);
  }
  return points;
}
