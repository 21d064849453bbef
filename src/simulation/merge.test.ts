import { describe, expect, it } from 'vitest';
import type { Design, Scenario } from '../model/design.ts';
import { compileNetwork } from './compile.ts';
import { runReplication } from './engine.ts';
import { mergeRecords } from './merge.ts';
import { type Result, resultSchema } from './result.ts';

const scenario: Scenario = {
  id: 'base',
  durationS: 50,
  warmupS: 10,
  arrivals: [
    { at: 'web', process: 'poisson', ratePerSecond: 40, class: 'buy' },
    { at: 'api', process: 'poisson', ratePerSecond: 10 },
  ],
};
const design: Design = {
  spandrel: 1,
  name: 'Shop',
  currency: 'EUR',
  components: [
    { id: 'web', kind: 'web-client', capacity: { concurrency: 100 } },
    { id: 'idle', kind: 'service', cost: { perReplicaHour: 1 } },
    {
      id: 'api',
      kind: 'service',
      capacity: { replicas: 2 },
      service: { distribution: 'exponential', meanMs: 20 },
      cost: { perReplicaHour: 0.5, perMillionRequests: 10 },
    },
  ],
  connections: [{ id: 'web-api', from: 'web', to: 'api' }],
  objectives: [
    { id: 'all', metric: 'responseMs.p95', below: 1000 },
    { id: 'some', metric: 'throughputPerSecond', at: 'api', above: 20 },
    { id: 'path', metric: 'components.api.utilisation', below: 0.7 },
    { id: 'nowhere', metric: 'responseMs.p42', below: 1 },
  ],
};

function simulate(replications: number, overrides: Partial<Scenario> = {}, changed: Design = design): Result {
  const chosen = { ...scenario, ...overrides };
  const network = compileNetwork(changed, chosen);
  const records = Array.from({ length: replications }, (_, replication) => {
    const outcome = runReplication(network, replication);
    if (outcome.kind !== 'done') throw new Error(`The run ended as ${outcome.kind}`);
    return outcome.record;
  });
  return mergeRecords(network, records, { design: changed, scenario: chosen, wallMs: 1 });
}

describe('a merged result', () => {
  const result = simulate(5);

  it('has exactly the shape of the schema, components in the order of the design', () => {
    expect(resultSchema.parse(result)).toEqual(result);
    expect(Object.keys(result.components)).toEqual(['web', 'idle', 'api']);
    const { traces: _, ...always } = resultSchema.shape;
    expect(Object.keys(result)).toEqual(Object.keys(always));
  });

  it('sums streams and classes into all requests', () => {
    const offered = result.arrivals.map((stream) => stream.offeredPerSecond.mean!);
    expect(offered[0]! + offered[1]!).toBeCloseTo(result.requests.offeredPerSecond.mean!, 9);
    expect(result.classes).toEqual({
      buy: expect.objectContaining({ offeredPerSecond: result.arrivals[0]!.offeredPerSecond }) as unknown,
    });
    expect(offered[0]).toBeCloseTo(40, -1);
  });

  it('has intervals from several replications and none from one', () => {
    expect(result.requests.responseMs.mean.ci95).toBeGreaterThan(0);
    expect(simulate(1).requests.responseMs.mean.ci95).toBeNull();
  });

  it('says nothing of what was not measured', () => {
    expect(result.components['idle']).toMatchObject({
      arrivalsPerSecond: { mean: 0, ci95: 0 },
      utilisation: { mean: 0, ci95: 0 },
      waitMs: { mean: { mean: null, ci95: null } },
      responseMs: { p95: { mean: null, ci95: null } },
    });
  });

  it('judges objectives by the requests they name, or by any figure', () => {
    const { requests, arrivals, components } = result;
    expect(result.objectives).toEqual([
      { id: 'all', value: requests.responseMs.p95.mean, met: true },
      { id: 'some', value: arrivals[1]!.throughputPerSecond.mean, met: false },
      { id: 'path', value: components['api']!.utilisation.mean, met: true },
      { id: 'nowhere', value: null, met: false },
    ]);
  });

  it('costs what its replicas and requests cost', () => {
    const perHour = 1 + 2 * 0.5 + (result.components['api']!.arrivalsPerSecond.mean! * 3600 * 10) / 1e6;
    expect(result.cost.perHour).toBeCloseTo(perHour, 9);
    const answered = result.requests.throughputPerSecond.mean! * 3600;
    expect(result.cost.perMillionRequests).toBeCloseTo((perHour / answered) * 1e6, 6);
    expect(result.cost.currency).toBe('EUR');
  });

  it('has a series over the whole run whose means are those of the window', () => {
    const { series } = result;
    expect([series.stepS, series.fromS, series.requests.offeredPerSecond.length]).toEqual([0.5, 0, 100]);
    const inWindow = series.components['api']!.utilisation.slice(20) as number[];
    const mean = inWindow.reduce((sum, x) => sum + x, 0) / inWindow.length;
    expect(mean).toBeCloseTo(result.components['api']!.utilisation.mean!, 9);
    expect(series.components['api']!.replicas[7]).toBeCloseTo(2, 9);
  });
});

describe('notes', () => {
  const rules = (result: Result) => result.notes.map(({ rule, path }) => [rule, path]);

  it('name the component that cannot carry the load', () => {
    const overloaded = simulate(3, { arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 200 }] });
    expect(rules(overloaded)).toContainEqual(['saturated', 'components.api']);
  });

  it('say that an interval is wide', () => {
    const short = simulate(3, { durationS: 2, warmupS: 0 });
    expect(rules(short)).toContainEqual(['wide-interval', 'scenarios.base.replications']);
  });

  it('say that nothing succeeded', () => {
    const dead = simulate(1, {}, { ...design, components: design.components.map((c) => ({ ...c, errorRate: 1 })) });
    expect(rules(dead)).toEqual([['nothing-succeeded', 'scenarios.base']]);
  });

  it('are silent where all is well', () => {
    expect(simulate(5, { durationS: 1000 }).notes).toEqual([]);
  });
});
