// The simulated points of a saturation curve.
import { simulateLoads } from '../../../src/analysis/load/runs.ts';
import type { Study } from './study.ts';

export const loadStudy: Study<'load'> = async (design, scenario, { factors }, tools) => {
  const points = await simulateLoads(design, scenario, factors, {}, tools.executor, {
    onProgress: tools.onProgress,
    isCancelled: tools.isCancelled,
    onPoint: (number, point) => tools.onPart({ kind: 'load', number, point }),
  });
  return points === null ? { kind: 'cancelled' } : { kind: 'done', answer: { kind: 'load', points } };
};
