// Two designs or scenarios side by side, the other one before the one that was asked of: replication by replication with
// the same chance.
import { compareRuns } from '../../../src/analysis/compare-runs.ts';
import { simulate, type SimulateOutcome } from '../../../src/analysis/simulate.ts';
import { figuresOf } from '../../../src/analysis/studies/study.ts';
import type { Design } from '../../../src/model/design.ts';
import { readDesign } from '../../../src/model/read.ts';
import type { Study, StudyTools } from './study.ts';

export const compareStudy: Study<'compare'> = async (design, scenario, { other, replications }, tools) => {
  const second = readDesign(other.text);
  if (!second.ok) return { kind: 'failed', findings: second.findings };
  const seed = design.scenarios?.find(({ id }) => id === scenario)?.seed ?? 1;
  const run = (of: Design, which: string, place: 0 | 1): Promise<SimulateOutcome> =>
    simulate(of, { scenario: which, seed, replications, each: true }, tools.executor, halfOf(tools, place));
  const a = await run(second.value, other.scenario, 0);
  if (a.kind !== 'done') return a;
  const b = await run(design, scenario, 1);
  if (b.kind !== 'done') return b;
  const comparison = compareRuns(
    { result: a.result, each: a.each ?? null },
    { result: b.result, each: b.each ?? null },
    true,
  );
  return {
    kind: 'done',
    answer: { kind: 'compare', comparison, a: figuresOf(a.result), b: figuresOf(b.result) },
  };
};

function halfOf({ onProgress, isCancelled }: StudyTools, place: 0 | 1) {
  return {
    isCancelled,
    onProgress: ({ fraction, replicationsDone, replications }: Parameters<StudyTools['onProgress']>[0]): void =>
      onProgress({
        fraction: (place + fraction) / 2,
        replicationsDone: place * replications + replicationsDone,
        replications: 2 * replications,
      }),
  };
}
