// The studies as the window asks for them: what comes on the way, what is answered, and that they can be stopped.
import { expect, it } from 'vitest';
import { simulate } from '../../src/analysis/simulate.ts';
import { figuresOf } from '../../src/analysis/studies/study.ts';
import type { EventData, StudyQuestion } from '../../src/ipc/contract.ts';
import type { Design } from '../../src/model/design.ts';
import { writeDesign } from '../../src/model/write.ts';
import { createInlineExecutor } from '../../worker/inline.ts';
import type { Ports } from '../window/ports.ts';
import { createStudies } from './studies.ts';

const REPLICAS = 'components.api.capacity.replicas';
const executor = createInlineExecutor();

const design: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [
    {
      id: 'api',
      kind: 'service',
      service: { distribution: 'exponential', meanMs: 15 },
      cost: { perReplicaHour: 0.5 },
    },
  ],
  objectives: [{ id: 'p95', metric: 'responseMs.p95', below: 80 }],
  scenarios: ['base', 'busy'].map((id, index) => ({
    id,
    durationS: 20,
    replications: 3,
    arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 50 + 10 * index }],
  })),
};

function ask(question: StudyQuestion, onEvent: (cancel: () => void) => void = () => undefined, text?: string) {
  const parts: EventData<'study.part'>['part'][] = [];
  const emit = (name: string, data: unknown): void => {
    if (name === 'study.part') parts.push((data as EventData<'study.part'>).part);
    onEvent(() => void studies.handlers['study.cancel']({ studyId: 'one' }));
  };
  const ports = { emit, executor: () => Promise.resolve(executor) } as unknown as Ports;
  const studies = createStudies(ports);
  const input = { studyId: 'one', text: text ?? writeDesign(design), scenario: 'base', question };
  return studies.handlers['study.run'](input).then((outcome) => ({ outcome, parts }));
}

const sweepOf = (values: number[]): StudyQuestion => ({ kind: 'sweep', vary: [{ path: REPLICAS, values }] });

it('a sweep tells each point once, and answers all of them in the order of the grid', async () => {
  const { outcome, parts } = await ask(sweepOf([1, 2, 0.5]));
  if (outcome.kind !== 'done' || outcome.answer.kind !== 'sweep') throw new Error(outcome.kind);
  const { points } = outcome.answer;
  expect(points.map(({ set }) => set[REPLICAS])).toEqual([1, 2, 0.5]);
  expect(points.map(({ figures }) => figures !== null)).toEqual([true, true, false]);
  expect(points[2]!.findings?.[0]?.path).toBe(REPLICAS);
  const told = parts.flatMap((part) => (part.kind === 'sweep' ? [part] : [])).sort((a, b) => a.number - b.number);
  expect(told.map(({ point }) => point)).toEqual(points);
});

it('a load of one is the run itself', async () => {
  const { outcome, parts } = await ask({ kind: 'load', factors: [0.5, 1] });
  const alone = await simulate(design, { scenario: 'base' }, executor);
  if (outcome.kind !== 'done' || outcome.answer.kind !== 'load' || alone.kind !== 'done') throw new Error(outcome.kind);
  const [half, whole] = outcome.answer.points;
  expect(whole!.figures).toEqual(figuresOf(alone.result));
  expect(half!.figures!.requests.offeredPerSecond.mean! / 25).toBeCloseTo(1, 0);
  expect(parts).toHaveLength(2);
});

it('a plan tells the best so far, and answers the cheapest that meets the objectives', async () => {
  const { outcome, parts } = await ask({ kind: 'plan', vary: [{ path: REPLICAS, values: [1, 2, 3, 4] }] });
  if (outcome.kind !== 'done' || outcome.answer.kind !== 'plan') throw new Error(outcome.kind);
  const { plan } = outcome.answer;
  expect({ met: plan.met, set: plan.point.set }).toEqual({ met: true, set: { [REPLICAS]: 2 } });
  expect(parts.some((part) => part.kind === 'plan' && part.best.set[REPLICAS] === 2)).toBe(true);
});

it('a comparison is in pairs, and tells what is different from the other: less than in the busier scenario', async () => {
  const other = { text: writeDesign(design), scenario: 'busy' };
  const { outcome } = await ask({ kind: 'compare', other, replications: 8 });
  if (outcome.kind !== 'done' || outcome.answer.kind !== 'compare') throw new Error(outcome.kind);
  const { comparison } = outcome.answer;
  expect(comparison.paired).toBe(true);
  expect(comparison.metrics.find(({ metric }) => metric === 'throughputPerSecond')?.verdict).toBe('lower');
});

it('can be stopped', async () => {
  let stopped = 0;
  const stop = (cancel: () => void): void => {
    stopped += 1;
    cancel();
  };
  const { outcome, parts } = await ask(sweepOf([1, 2, 3, 4, 5, 6, 7, 8]), stop);
  expect(outcome).toEqual({ kind: 'cancelled' });
  expect(stopped).toBeGreaterThan(0);
  expect(parts.length).toBeLessThan(8);
});

it('says what is wrong with the design', async () => {
  const { outcome } = await ask(sweepOf([1]), undefined, '{ "spandrel": 1, "name": "x" }');
  expect(outcome.kind).toBe('failed');
});
