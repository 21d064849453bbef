// Plans on grids that nobody can try point by point. The simulation is stood in for by a sum of Erlang's waits, wrong by a
// factor that the estimate does not know, so that the cheapest of all 16.7 million points can be computed exactly.
import { beforeAll, describe, expect, it } from 'vitest';
import { createInlineExecutor } from '../../../worker/inline.ts';
import type { Design } from '../../model/design.ts';
import type { Result } from '../../simulation/result.ts';
import { plan, type Plan, type PlanHooks, type PlanProgress } from '../plan.ts';
import { simulate, type SimulateOutcome } from '../simulate.ts';
import { sizeOf, type Vary } from '../sweep/grid.ts';

const MOST_REPLICAS = 8;
const RATE = 200;

interface Station {
  readonly id: string;
  readonly meanMs: number;
  readonly price: number;
}

/** Eight stations in a row that need from one to five replicas each. */
const stations: readonly Station[] = [6, 9, 12, 4, 15, 8, 18, 3].map((meanMs, index) => ({
  id: `s${String(index)}`,
  meanMs,
  price: [0.1, 0.4, 0.25, 0.05, 0.3, 0.1, 0.2, 0.5][index]!,
}));

const varies: readonly Vary[] = stations.map(({ id }) => ({
  path: `components.${id}.capacity.replicas`,
  values: Array.from({ length: MOST_REPLICAS }, (_, index) => index + 1),
}));

function designOf(below: number, some = stations): Design {
  return {
    spandrel: 1,
    name: 'Row',
    components: some.map(({ id, meanMs, price }) => ({
      id,
      kind: 'service',
      capacity: { replicas: 1, dispatch: 'shared-queue' as const },
      service: { distribution: 'exponential' as const, meanMs },
      cost: { perReplicaHour: price },
    })),
    connections: some.slice(1).map(({ id }, index) => ({ id: `k${String(index)}`, from: some[index]!.id, to: id })),
    objectives: [{ id: 'mean', metric: 'responseMs.mean', below }],
    scenarios: [
      { id: 'base', durationS: 600, warmupS: 60, arrivals: [{ at: 's0', process: 'poisson', ratePerSecond: RATE }] },
    ],
  };
}

/** Mean response of M/M/c by Erlang's formula C; without end where the load cannot be carried. */
function responseMs(meanMs: number, servers: number): number {
  const load = (RATE * meanMs) / 1000;
  if (load >= servers) return Infinity;
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  const waits = blocked / (1 - (load / servers) * (1 - blocked));
  return meanMs + (waits * meanMs) / (servers - load);
}

/** How wrong the estimate is, by station. */
const bias = (index: number): number => 1 + (0.25 * ((index * 5) % 8)) / 8;
const trueMs = (index: number, servers: number): number => bias(index) * responseMs(stations[index]!.meanMs, servers);

/** The least cost of any point whose responses add up to less: by station, only what is both cheaper and faster is kept. */
function cheapest(below: number, some = stations): number {
  let kept: readonly { readonly cost: number; readonly ms: number }[] = [{ cost: 0, ms: 0 }];
  some.forEach(({ price }, index) => {
    const all = kept.flatMap(({ cost, ms }) =>
      varies[index]!.values.map((servers) => ({
        cost: cost + price * Number(servers),
        ms: ms + trueMs(index, Number(servers)),
      })),
    );
    all.sort((a, b) => a.cost - b.cost || a.ms - b.ms);
    let least = Infinity;
    kept = all.filter(({ ms }) => (ms < least ? ((least = ms), true) : false));
  });
  return Math.min(...kept.filter(({ ms }) => ms < below).map(({ cost }) => cost));
}

let frame: Result;
beforeAll(async () => {
  const [scenario] = designOf(1).scenarios!;
  const short = { ...designOf(1), scenarios: [{ ...scenario!, durationS: 1, warmupS: 0, replications: 1 }] };
  const outcome = await simulate(short, {}, createInlineExecutor());
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  frame = outcome.result;
});

function stand(design: Design): Promise<SimulateOutcome> {
  const servers = design.components.map(({ capacity }) => capacity?.replicas ?? 1);
  const value = servers.reduce((sum, count, index) => sum + trueMs(index, count), 0);
  const perHour = servers.reduce((sum, count, index) => sum + count * stations[index]!.price, 0);
  const ms = Number.isFinite(value) ? value : 60_000;
  const objectives = [{ id: 'mean', value: ms, met: ms < design.objectives![0]!.below! }];
  return Promise.resolve({ kind: 'done', result: { ...frame, objectives, cost: { ...frame.cost, perHour } } });
}

async function planned(design: Design, ranges = varies, hooks: PlanHooks = {}, simulateAt = stand): Promise<Plan> {
  const outcome = await plan(design, design.scenarios![0]!, ranges, simulateAt, hooks);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.plan;
}

describe('on a grid of 16.7 million points', () => {
  it.each([105])(
    'finds the cheapest for %i ms with few simulations, though the estimate is wrong',
    { timeout: 120_000 },
    async (below) => {
      const { met, point, runnerUp, tried, size, complete } = await planned(designOf(below));
      expect({ met, size }).toEqual({ met: true, size: 8 ** 8 });
      expect(tried).toBeLessThanOrEqual(64);
      expect(point.result.cost.perHour).toBeCloseTo(cheapest(below), 9);
      expect(runnerUp!.result.cost.perHour!).toBeGreaterThanOrEqual(point.result.cost.perHour! - 1e-9);
      // So much was not looked at that it does not claim to have proven it.
      expect(complete).toBe(false);
    },
  );

  it('knows after one simulation that the most of everything is not enough, and why', async () => {
    const { met, complete, tried, point, binding } = await planned(designOf(70));
    expect({ met, complete, tried }).toEqual({ met: false, complete: true, tried: 1 });
    expect(Object.values(point.set)).toEqual(stations.map(() => MOST_REPLICAS));
    // The works alone are 75 ms.
    expect(binding).toMatchObject({ objective: { id: 'mean' }, why: { kind: 'work' } });
    expect((binding!.why as { idleMs: number }).idleMs).toBeCloseTo(75, 6);
  });

  it('is ended within a few looks, and tells how far it came', async () => {
    const told: PlanProgress[] = [];
    const hooks = {
      onProgress: (progress: PlanProgress) => told.push(progress),
      isCancelled: () => told.filter(({ trying }) => trying !== null).length >= 3,
    };
    const outcome = await plan(designOf(130), designOf(130).scenarios![0]!, varies, stand, hooks);
    expect(outcome.kind).toBe('cancelled');
    const last = told.at(-1)!;
    expect(last).toMatchObject({ size: 8 ** 8, tried: 2 });
    expect(last.looked).toBeGreaterThan(last.tried);
    expect(last.best).not.toBeNull();
  });
});

it('proves the cheapest of 4096 points where more capacity can only help, without trying many', async () => {
  const some = stations.slice(0, 4);
  const all = sizeOf(varies.slice(0, 4));
  const below = 46;
  const { met, complete, tried, point } = await planned(designOf(below, some), varies.slice(0, 4));
  expect({ met, complete }).toEqual({ met: true, complete: true });
  expect(tried).toBeLessThan(all / 100);
  expect(point.result.cost.perHour).toBeCloseTo(cheapest(below, some), 9);
});
