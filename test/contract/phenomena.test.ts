// Phenomena that people come for, each a starter design whose run shows the effect, beside what it is without the cause.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/analysis/simulate.ts';
import type { Design } from '../../src/model/design.ts';
import { readDesign } from '../../src/model/read.ts';
import type { Result } from '../../src/simulation/result.ts';
import { createInlineExecutor } from '../../worker/inline.ts';
import { root } from './cli.ts';

function template(id: string): Design {
  const outcome = readDesign(readFileSync(join(root, 'templates/designs', `phenomenon-${id}.spandrel.json`), 'utf8'));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

async function run(design: Design): Promise<Result> {
  const outcome = await simulate(design, { replications: 2 }, createInlineExecutor());
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

/** The mean of a series from one second to another. */
function during({ series }: Result, list: readonly (number | null)[], fromS: number, untilS: number): number {
  const values = list.slice(Math.floor(fromS / series.stepS), Math.ceil(untilS / series.stepS));
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
}

function highest(list: readonly (number | null)[]): number {
  return Math.max(...list.map((value) => value ?? 0));
}

/** The same without the faults of its scenarios. */
function withoutFaults(design: Design): Design {
  return { ...design, scenarios: (design.scenarios ?? []).map((scenario) => ({ ...scenario, faults: [] })) };
}

describe('a retry storm', () => {
  const served = (result: Result, fromS: number, untilS: number): number =>
    during(result, result.series.requests.throughputPerSecond, fromS, untilS);

  it('stays after its trigger is gone, and would not have come without', async () => {
    const storm = await run(template('retry-storm'));
    expect(served(storm, 5, 30)).toBeGreaterThan(0.95 * 70);
    expect(served(storm, 120, 150)).toBeLessThan(0.1 * 70);
    const calm = await run(withoutFaults(template('retry-storm')));
    expect(served(calm, 120, 150)).toBeGreaterThan(0.95 * 70);
  });

  it.each(['retry-budget', 'circuit-breaker'])('is over soon with a %s', async (id) => {
    expect(served(await run(template(id)), 120, 150)).toBeGreaterThan(0.95 * 70);
  });
});

it('threads that wait for slow reports hold up the pages, and would not if they let go', async () => {
  const design = template('blocking-threads');
  const components = design.components.map((one) => (one.id === 'web' ? { ...one, threading: 'async' as const } : one));
  const [blocking, freed] = [await run(design), await run({ ...design, components })];
  const pages = (result: Result): number => result.classes['page']?.responseMs.mean.mean ?? NaN;
  expect(pages(freed)).toBeLessThan(50);
  expect(pages(blocking)).toBeGreaterThan(10 * pages(freed));
  expect(blocking.components['web']?.breakdownMs?.blocked.mean).toBeGreaterThan(100);
});

it('after an outage of the cache its misses fall upon the database at once', async () => {
  const design = template('cache-stampede');
  const waiting = (result: Result): number => highest(result.series.components['db']?.waiting ?? []);
  expect(waiting(await run(design))).toBeGreaterThan(10 * waiting(await run(withoutFaults(design))));
});

it('the autoscaler comes a minute after the spike, which is felt until then', async () => {
  const result = await run(template('autoscaler-lag'));
  const { replicas, wantedReplicas } = result.series.components['api']!;
  const response = result.series.requests.responseMs.mean;
  expect(during(result, wantedReplicas, 150, 165)).toBeGreaterThan(during(result, replicas, 150, 165) + 1.5);
  expect(highest(response)).toBeGreaterThan(20 * during(result, response, 60, 120));
  expect(during(result, response, 400, 420)).toBeLessThan(3 * during(result, response, 60, 120));
});

it('a random choice of replicas is several times as slow as the better of two', async () => {
  const { classes } = await run(template('random-choice'));
  const mean = (id: string): number => classes[id]?.responseMs.mean.mean ?? NaN;
  expect(mean('random')).toBeGreaterThan(2.5 * mean('two'));
});

it('a poison message holds up its partition until it is a dead letter, and the others not', async () => {
  const result = await run(template('poison-message'));
  const lag = result.series.components['events']?.lag?.oldestMs ?? [];
  expect(during(result, lag, 5, 30)).toBeLessThan(100);
  // 60 deliveries of half a second: from 30 s to 60 s.
  expect(highest(lag)).toBeGreaterThan(25_000);
  expect(during(result, lag, 100, 120)).toBeLessThan(1000);
  expect(result.components['dead-letters']?.arrivalsPerSecond.mean).toBeCloseTo(1 / 120, 9);
  expect(during(result, result.series.components['events']?.lag?.messages ?? [], 50, 58)).toBeLessThan(0.3 * 80 * 30);
});
