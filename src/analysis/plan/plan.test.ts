// A plan against all points of its grid, simulated one by one.
import { expect, it } from 'vitest';
import { createInlineExecutor } from '../../../worker/inline.ts';
import type { Design } from '../../model/design.ts';
import { plan } from '../plan.ts';
import { simulate, type SimulateOutcome } from '../simulate.ts';
import { designAt, pointAt, sizeOf, type Vary } from '../sweep/grid.ts';

const executor = createInlineExecutor();
/** A point has one result, whoever asks for it. */
const known = new Map<string, Promise<SimulateOutcome>>();
const simulateAt = (design: Design): Promise<SimulateOutcome> => {
  const key = JSON.stringify(design);
  const run = known.get(key) ?? simulate(design, {}, executor);
  known.set(key, run);
  return run;
};

/** Two stations one after the other, different with each number. */
function designOf(number: number): Design {
  const draw = (salt: number): number => ((number * 7919 + salt * 104_729) % 997) / 997;
  return {
    spandrel: 1,
    name: 'Small',
    components: ['api', 'db'].map((id, index) => ({
      id,
      kind: 'service',
      service: { distribution: 'exponential' as const, meanMs: 4 + 12 * draw(index + 1) },
      cost: { perReplicaHour: [0, 0.1, 0.25][Math.floor(3 * draw(index + 3))] ?? 0 },
    })),
    connections: [{ id: 'call', from: 'api', to: 'db' }],
    objectives: [
      { id: 'p95', metric: 'responseMs.p95', below: 60 + 100 * draw(5) },
      { id: 'busy', metric: 'components.db.utilisation', below: 0.5 + 0.4 * draw(6) },
    ],
    scenarios: [
      {
        id: 'base',
        durationS: 8,
        warmupS: 1,
        replications: 2,
        arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 60 + 100 * draw(7) }],
      },
    ],
  };
}

const varies: readonly Vary[] = [
  { path: 'components.api.capacity.replicas', values: [3, 1, 2] },
  { path: 'components.db.capacity.replicas', values: [1, 2, 3, 5] },
];

/** By cost, then by slots; null where no point meets the objectives. */
async function exhaustively(design: Design) {
  let best: { cost: number; size: number; set: object } | null = null;
  for (let number = 0; number < sizeOf(varies); number++) {
    const set = pointAt(varies, number) as Record<string, number>;
    const at = designAt(design, set);
    const outcome = at.ok ? await simulateAt(at.value) : null;
    if (outcome?.kind !== 'done' || outcome.result.objectives.some(({ met }) => !met)) continue;
    const cost = Number(outcome.result.cost.perHour?.toFixed(9));
    const size = Object.values(set).reduce((sum, replicas) => sum + replicas, 0);
    const [api = 0] = Object.values(set);
    const isBetter =
      best === null ||
      cost < best.cost ||
      (cost === best.cost && (size < best.size || (size === best.size && api < Object.values(best.set)[0])));
    if (isBetter) best = { cost, size, set };
  }
  return best?.set ?? null;
}

it('is the cheapest of all points, of several designs', async () => {
  const answers: (object | null)[] = [];
  for (let number = 1; number <= 6; number++) {
    const design = designOf(number);
    const outcome = await plan(design, design.scenarios![0]!, varies, simulateAt);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const answer = outcome.plan.met ? outcome.plan.point.set : null;
    expect(answer, `design ${String(number)}`).toEqual(await exhaustively(design));
    answers.push(answer);
  }
  // Neither all the same nor none at all.
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(2);
});
