// Random graphs of calls with everything on that can stand between a caller and its callee: nothing is lost, nothing is
// answered twice, and nothing is held for ever.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Arrival, Component, Connection, Design } from '../../src/model/design.ts';
import type { Result, Statistic } from '../../src/simulation/result.ts';
import { designOf, run } from './measure.ts';

const STATIONS = 5;
const REQUESTS = 60;
/** All requests come in the first two seconds, and no way through the graph takes a minute. */
const END_S = 100;

const component = (id: string): fc.Arbitrary<Component> =>
  fc
    .record({
      service: fc.constantFrom(
        { distribution: 'deterministic', meanMs: 0 } as const,
        { distribution: 'deterministic', meanMs: 10 } as const,
        { distribution: 'exponential', meanMs: 20 } as const,
      ),
      slow: fc.boolean(),
      threading: fc.constantFrom('async', 'blocking'),
      calls: fc.constantFrom('sequential', 'parallel', 'parallel'),
      need: fc.constantFrom(null, null, 1, 2),
      errorRate: fc.constantFrom(0, 0, 0.3),
      concurrency: fc.integer({ min: 1, max: 6 }),
      replicas: fc.integer({ min: 1, max: 2 }),
      queueLimit: fc.constantFrom(null, null, 0, 3),
    })
    .map(({ slow, concurrency, replicas, queueLimit, ...rest }) => ({
      id,
      kind: 'service',
      ...rest,
      ...(slow && { serviceByClass: { a: { distribution: 'exponential', meanMs: 40 } as const } }),
      capacity: { concurrency, replicas, queueLimit },
    }));

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });

const connection = (from: number, to: number): fc.Arbitrary<Connection> =>
  fc
    .record({
      mode: fc.constantFrom('sync', 'sync', 'sync', 'async'),
      calls: fc.constantFrom(1, 1, 0.5, 2),
      latencyMs: fc.constantFrom(0, 0, 3),
      optional: fc.boolean(),
      timeoutMs: maybe(fc.constantFrom(10, 25, 60)),
      hedge: maybe(fc.constantFrom({ afterMs: 0 }, { afterMs: 8 }, { afterMs: 25 })),
      retry: maybe(
        fc.record({
          attempts: fc.integer({ min: 1, max: 3 }),
          backoffMs: fc.constantFrom(0, 7),
          ...{ budgetRatio: fc.constantFrom(0.2, 5) },
        }),
      ),
      rateLimit: maybe(fc.constantFrom({ perSecond: 20, burst: 2 }, { perSecond: 200, burst: 20 })),
      bulkhead: maybe(fc.integer({ min: 1, max: 4 })),
      circuitBreaker: maybe(
        fc.record({
          failureRate: fc.constantFrom(0.3, 0.8),
          minimumCalls: fc.integer({ min: 1, max: 5 }),
          windowS: fc.constantFrom(0.1, 1),
          openS: fc.constantFrom(0, 0.2),
        }),
      ),
      classes: maybe(fc.constantFrom(['a'], ['b'])),
    })
    .map((keys) => {
      const given = Object.entries(keys).filter(([, value]) => value !== undefined);
      return { id: `c${from}-c${to}`, from: `c${from}`, to: `c${to}`, ...Object.fromEntries(given) };
    });

const PAIRS = Array.from({ length: STATIONS }, (_, from) =>
  Array.from({ length: STATIONS - from - 1 }, (__, i) => [from, from + 1 + i] as const),
).flat();

const random: fc.Arbitrary<Design> = fc
  .record({
    components: fc.tuple(...Array.from({ length: STATIONS }, (_, i) => component(`c${i}`))),
    connections: fc.tuple(...PAIRS.map(([from, to]) => connection(from, to))),
    keep: fc.array(fc.boolean(), { minLength: PAIRS.length, maxLength: PAIRS.length }),
    times: fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: REQUESTS, maxLength: REQUESTS }),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ components, connections, keep, times, seed }) => {
    const trace = (from: number, rest: Partial<Arrival>): Arrival =>
      ({ at: 'c0', process: 'trace', timesMs: times.filter((_, i) => i % 3 === from), ...rest }) as Arrival;
    return designOf(
      {
        components,
        connections: connections.filter((_, i) => keep[i]),
        arrivals: [trace(0, { class: 'a' }), trace(1, { class: 'b' }), trace(2, {})],
      },
      { seed, durationS: END_S, warmupS: 0, replications: 1 },
    );
  });

const count = (rate: Statistic | undefined, seconds = END_S): number => Math.round((rate?.mean ?? NaN) * seconds);

/** What was counted does not add up, by name. */
function discrepancies(design: Design, result: Result): string[] {
  const wrong: string[] = [];
  const hold = (what: string, isRight: boolean): void => {
    if (!isRight) wrong.push(what);
  };
  const { offeredPerSecond, throughputPerSecond, errorRate } = result.requests;
  hold('offered', count(offeredPerSecond) === REQUESTS);
  hold('ended', Math.abs(count(throughputPerSecond) - REQUESTS * (1 - (errorRate.mean ?? NaN))) < 1e-6);
  for (const { id } of design.components) {
    const { arrivalsPerSecond, throughputPerSecond: done, rejectedPerSecond, failedPerSecond } = result.components[id]!;
    const ends = count(done) + count(rejectedPerSecond) + count(failedPerSecond);
    hold(`${id}: what arrives ends`, count(arrivalsPerSecond) === ends);
  }
  for (const connection of design.connections ?? []) {
    const { callsPerSecond, retriesPerSecond, outcomesPerSecond } = result.connections[connection.id]!;
    const tries = count(callsPerSecond) + count(retriesPerSecond);
    const ends = Object.values(outcomesPerSecond).reduce((sum, outcome) => sum + count(outcome), 0);
    const caller = design.components.find(({ id }) => id === connection.from);
    const mayBeGivenUp =
      connection.hedge !== undefined || (caller?.calls === 'parallel' && typeof caller.need === 'number');
    hold(`${connection.id}: ${tries} tries, ${ends} ends`, mayBeGivenUp ? ends <= tries : ends === tries);
  }
  for (const { id } of design.components) {
    const incoming = (design.connections ?? []).filter(({ to }) => to === id);
    const isGuarded = incoming.some((c) => c.bulkhead !== undefined || c.rateLimit !== undefined);
    const sent = incoming.reduce((sum, c) => {
      const { callsPerSecond, retriesPerSecond, outcomesPerSecond } = result.connections[c.id]!;
      return sum + count(callsPerSecond) + count(retriesPerSecond) - count(outcomesPerSecond.open);
    }, 0);
    const arrived = count(result.components[id]?.arrivalsPerSecond);
    if (id !== 'c0' && !isGuarded) hold(`${id}: ${sent} sent, ${arrived} arrived`, sent === arrived);
  }
  return wrong;
}

it('every request and every try ends once, and in the end no slot is held and nobody waits', async () => {
  await fc.assert(
    fc.asyncProperty(random, async (design) => {
      expect(discrepancies(design, await run(design))).toEqual([]);
      const [scenario] = design.scenarios!;
      const afterwards = await run({ ...design, scenarios: [{ ...scenario!, warmupS: END_S - 1 }] });
      for (const figures of Object.values(afterwards.components)) {
        expect(figures).toMatchObject({ waiting: { mean: 0 }, inSystem: { mean: 0 }, blocked: { mean: 0 } });
        expect(figures.utilisation.mean).toBe(0);
      }
    }),
    { numRuns: 150, seed: 20260101 },
  );
});
