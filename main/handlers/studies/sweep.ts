// A sweep for the window: its points as they end, without what nobody draws of so many.
import { figuresOf, type SweptPoint } from '../../../src/analysis/studies/study.ts';
import { sweep, type SweepPoint } from '../../../src/analysis/sweep.ts';
import { coreCount } from '../../threads.ts';
import type { Study } from './study.ts';

export const sweepStudy: Study<'sweep'> = async (design, scenario, question, tools) => {
  const { vary, precision, replications } = question;
  const options = {
    scenario,
    ...(precision !== undefined && { precision }),
    ...(replications !== undefined && { replications }),
  };
  const outcome = await sweep(design, vary, options, tools.executor, {
    onProgress: tools.onProgress,
    isCancelled: tools.isCancelled,
    atOnce: coreCount(),
    onPoint: (number, point) => {
      tools.onPart({ kind: 'sweep', number, point: swept(point) });
      return Promise.resolve();
    },
  });
  if (outcome.kind === 'cancelled') return outcome;
  return { kind: 'done', answer: { kind: 'sweep', points: outcome.points.map(swept) } };
};

function swept({ result, ...point }: SweepPoint): SweptPoint {
  return { ...point, figures: result === null ? null : figuresOf(result) };
}
