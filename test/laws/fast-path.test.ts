// The fast path is the engine written a second time: with it and without it a run must give the same record, to the bit.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Arrival, Component, Connection, Design } from '../../src/model/design.ts';
import { compileNetwork } from '../../src/simulation/compile.ts';
import { runReplication } from '../../src/simulation/engine.ts';
import type { Network } from '../../src/simulation/network.ts';

const MOST_COMPONENTS = 6;

/** Mostly what the fast path handles itself, and now and then what it has to leave to the layers, half-way or at once. */
function mostly<T, U>(usual: readonly T[], rest: readonly U[]): fc.Arbitrary<T | U> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...rest) },
  );
}

const service = fc.constantFrom(
  { distribution: 'exponential', meanMs: 5 } as const,
  { distribution: 'exponential', meanMs: 20 } as const,
  { distribution: 'erlang', meanMs: 8, phases: 3 } as const,
  { distribution: 'deterministic', meanMs: 10 } as const,
  { distribution: 'deterministic', meanMs: 0 } as const,
);

const component: fc.Arbitrary<Omit<Component, 'id'>> = fc.record({
  kind: fc.constantFrom('service', 'service', 'cache'),
  service,
  threading: mostly(['async' as const], ['blocking' as const]),
  calls: mostly(['sequential' as const], ['parallel' as const]),
  errorRate: mostly([0], [0.1]),
  hitRatio: fc.constantFrom(0, 0.5),
  capacity: fc.record({
    replicas: fc.integer({ min: 1, max: 3 }),
    concurrency: fc.integer({ min: 1, max: 3 }),
    queueLimit: mostly([null], [0, 3]),
    dispatch: mostly(
      ['shared-queue', 'random', 'round-robin'] as const,
      ['least-connections', 'power-of-two'] as const,
    ),
    discipline: mostly(['fifo' as const], ['lifo', 'priority', 'processor-sharing'] as const),
  }),
});

/** Callers stand before those they call. */
const connection = (count: number): fc.Arbitrary<Omit<Connection, 'id'>> =>
  fc
    .record({
      from: fc.integer({ min: 0, max: count - 1 }),
      to: fc.integer({ min: 0, max: count - 1 }),
      calls: fc.constantFrom(1, 1, 2, 0.4, 1.5),
      latencyMs: mostly([0, 0, 1], [{ distribution: 'exponential', meanMs: 2 } as const]),
      payloadKiB: mostly([0], [4]),
      bandwidthMbps: fc.constant(100),
      mode: mostly(['sync' as const], ['async' as const]),
      extras: mostly<object, object>(
        [{}],
        [{ timeoutMs: 30 }, { retry: { attempts: 2, backoffMs: 5 } }, { optional: true }],
      ),
    })
    .filter(({ from, to }) => from < to)
    .map(({ from, to, extras, ...rest }) => ({ ...rest, ...extras, from: `c${from}`, to: `c${to}` }));

const arrival = (count: number): fc.Arbitrary<Arrival> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: count - 1 }).map((at) => `c${at}`),
      fc.constantFrom(
        { process: 'poisson', ratePerSecond: 60 } as const,
        { process: 'deterministic', ratePerSecond: 50 } as const,
        { process: 'closed', users: 4, thinkMs: 30 } as const,
      ),
      fc.constantFrom(0, 0, 1),
    )
    .map(([at, process, priority]) => ({ at, ...process, priority }));

const design: fc.Arbitrary<Design> = fc
  .integer({ min: 1, max: MOST_COMPONENTS })
  .chain((count) =>
    fc.record({
      components: fc.array(component, { minLength: count, maxLength: count }),
      connections:
        count === 1 ? fc.constant<Omit<Connection, 'id'>[]>([]) : fc.array(connection(count), { maxLength: 8 }),
      arrivals: fc.array(arrival(count), { minLength: 1, maxLength: 3 }),
      seed: fc.integer({ min: 1, max: 1000 }),
    }),
  )
  .map(({ components, connections, arrivals, seed }) => ({
    spandrel: 1,
    name: 'Random',
    components: components.map((rest, i) => ({ id: `c${i}`, ...rest })),
    connections: connections.map((rest, i) => ({ id: `l${i}`, ...rest })),
    scenarios: [{ id: 'base', durationS: 15, warmupS: 3, seed, arrivals }],
  }));

/** By Object.is, to the last bit and the sign of a zero. */
function expectSame(network: Network): void {
  const [taken, not] = (['always', 'never'] as const).map((fastPath) => runReplication(network, 0, { fastPath }));
  if (!isDeepStrictEqual(taken, not)) expect(taken).toEqual(not);
}

it('makes no difference in random designs, where most requests take it', () => {
  fc.assert(
    fc.property(design, fc.constantFrom(0, 0, 10), fc.boolean(), (random, traces, findsWarmup) => {
      expectSame({ ...compileNetwork(random, random.scenarios![0]!), traces, findsWarmup });
    }),
    { numRuns: 60, seed: 20260101 },
  );
});

it('makes no difference where it ends because time stands still', () => {
  const still: Design = {
    spandrel: 1,
    name: 'Still',
    components: [{ id: 'api', kind: 'service' }],
    scenarios: [{ id: 'base', durationS: 1, arrivals: [{ at: 'api', process: 'closed', users: 1, thinkMs: 0 }] }],
  };
  expectSame(compileNetwork(still, still.scenarios![0]!));
});
