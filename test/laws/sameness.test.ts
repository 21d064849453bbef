// The same design, scenario and seed give the same bytes, wherever the run happens and whatever else stands in the file.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Executor } from '../../src/analysis/executor.ts';
import { simulate } from '../../src/analysis/simulate.ts';
import type { Design } from '../../src/model/design.ts';
import type { Result } from '../../src/simulation/result.ts';
import { createInlineExecutor } from '../../worker/inline.ts';
import { createPool } from '../../worker/pool.ts';
import { buildWorker } from '../fixtures/built-worker.ts';
import type { BuiltWorker } from '../fixtures/built-worker.ts';
import { call, client, designOf, poisson, service } from './measure.ts';

/** Something of everything that draws a random number. */
const design: Design = designOf(
  {
    components: [
      client('web', { calls: 'parallel' }),
      service('api', 4, { capacity: { replicas: 3, dispatch: 'random', concurrency: 2 }, threading: 'blocking' }),
      { ...service('cache', 0.5), kind: 'cache', hitRatio: 0.8 },
      service('store', 6, { capacity: { concurrency: 4, queueLimit: 20 }, errorRate: 0.02 }),
      { id: 'events', kind: 'queue' },
      service('mail', 12, { capacity: { replicas: 2 } }),
      service('audit', 9),
    ],
    connections: [
      call('web', 'api', { latencyMs: { distribution: 'lognormal', meanMs: 2, scv: 1 } }),
      call('web', 'cache', { calls: 1.5 }),
      call('api', 'store', { timeoutMs: 40, retry: { attempts: 3, backoffMs: 5, jitter: 'full' } }),
      call('cache', 'store'),
      call('api', 'events', { mode: 'async' }),
      call('events', 'mail', { mode: 'async' }),
      call('events', 'audit', { mode: 'async' }),
    ],
    arrivals: [
      poisson('web', 80),
      { at: 'api', process: 'closed', users: 5, thinkMs: 100 },
      { at: 'cache', process: 'deterministic', ratePerSecond: 20 },
    ],
  },
  { durationS: 20, warmupS: 2, replications: 6, seed: 7 },
);

async function bytes(of: Design, executor: Executor): Promise<string> {
  return JSON.stringify({ ...(await result(of, executor)), wallMs: 0 });
}

async function result(of: Design, executor: Executor = createInlineExecutor()): Promise<Result> {
  const outcome = await simulate(of, {}, executor);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

/** The figures without the order in which they stand. */
function figures({ requests, arrivals, components, connections, events, series }: Result): unknown {
  return { requests, arrivals, components, connections, events, series };
}

let worker: BuiltWorker;
beforeAll(async () => {
  worker = await buildWorker();
});
afterAll(() => worker.remove());

describe('the same bytes', () => {
  it.each([1, 2, 4])('from %i threads as from none', async (threads) => {
    const pool = createPool(threads, worker.file);
    try {
      expect(await bytes(design, pool)).toBe(await bytes(design, createInlineExecutor()));
    } finally {
      await pool.close();
    }
  });

  it('from the same pool again', async () => {
    const pool = createPool(2, worker.file);
    try {
      expect(await bytes(design, pool)).toBe(await bytes(design, pool));
    } finally {
      await pool.close();
    }
  });

  it('but not from another seed, nor in any two replications', async () => {
    const [scenario] = design.scenarios ?? [];
    const other = { ...design, scenarios: [{ ...scenario!, seed: 8 }] };
    expect(await bytes(other, createInlineExecutor())).not.toBe(await bytes(design, createInlineExecutor()));
    const ci95 = (await result(design)).requests.responseMs.mean.ci95;
    expect(ci95).toBeGreaterThan(0);
  });
});

describe('the same figures', () => {
  it('in any order of the components', async () => {
    const reversed = { ...design, components: [...design.components].reverse() };
    const rotated = { ...design, components: [...design.components.slice(3), ...design.components.slice(0, 3)] };
    const expected = figures(await result(design));
    expect(figures(await result(reversed))).toEqual(expected);
    expect(figures(await result(rotated))).toEqual(expected);
  });

  it.each(['aaa', 'm', 'zzz'])('with one more unconnected component, %s', async (id) => {
    const more = { ...design, components: [service(id, 3), ...design.components] };
    const { components, series, ...rest } = await result(more);
    const { [id]: added, ...others } = components;
    const { [id]: addedSeries, ...otherSeries } = series.components;
    expect(added?.arrivalsPerSecond.mean).toBe(0);
    expect(addedSeries).toBeDefined();
    expect(figures({ ...rest, components: others, series: { ...series, components: otherSeries } })).toEqual(
      figures(await result(design)),
    );
  });

  it('for the first replications, however many follow', async () => {
    const [scenario] = design.scenarios ?? [];
    const of = (replications: number): Design => ({ ...design, scenarios: [{ ...scenario!, replications }] });
    const one = await result(of(1));
    expect(one.requests.responseMs.mean.ci95).toBeNull();
    const two = await result(of(2));
    const first = one.requests.throughputPerSecond.mean ?? NaN;
    // Of two values, mean and half-width (12.706 standard errors, which are half of their distance) give both back.
    const { mean, ci95 } = two.requests.throughputPerSecond;
    expect(Math.abs(Math.abs((mean ?? NaN) - first) * 12.7062 - (ci95 ?? NaN))).toBeLessThan(1e-3);
  });
});
