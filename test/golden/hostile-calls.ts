// What makes a call interesting, put on the connections and components of a hostile design.
import fc from 'fast-check';
import type { Component, Connection, Design, Rollout } from '../../src/model/design.ts';
import { hostileText } from './hostile-design.ts';

const callExtras: fc.Arbitrary<Partial<Connection>> = fc.record(
  {
    calls: fc.constantFrom(0.3, 1, 2, 2.5),
    optional: fc.boolean(),
    timeoutMs: fc.constantFrom(100, 0.5),
    classes: fc.array(hostileText, { maxLength: 2 }),
    retry: fc.record({ attempts: fc.integer({ min: 1, max: 4 }), backoffMs: fc.constantFrom(0, 50) }),
    bulkhead: fc.constant(3),
    circuitBreaker: fc.constant({ failureRate: 0.07 }),
    hedge: fc.constant({ afterMs: 80 }),
  },
  { requiredKeys: [] },
);

const componentExtras: fc.Arbitrary<Partial<Component>> = fc.record(
  { calls: fc.constant('parallel' as const), hitRatio: fc.constantFrom(0, 0.9), description: hostileText },
  { requiredKeys: [] },
);

const rolloutOf = (at: string): fc.Arbitrary<Rollout> =>
  fc.oneof(
    fc.constant<Rollout>({ at, strategy: 'rolling', startS: 1, maxSurge: 1, startupS: 20 }),
    fc.constant<Rollout>({ at, strategy: 'recreate', startS: 1 }),
    fc.constant<Rollout>({ at, strategy: 'blue-green', startS: 1, overlapS: 30 }),
    fc
      .array(fc.record({ weight: fc.constantFrom(0.1, 0.55, 1), holdS: fc.nat(99) }), { minLength: 1, maxLength: 3 })
      .map((steps): Rollout => ({ at, strategy: 'canary', startS: 1, steps, abortOn: { errorRate: 0.05 } })),
  );

/** The design with calls that are repeated, retried, optional and parallel, and with rollouts of some components. */
export function withHostileCalls(designs: fc.Arbitrary<Design>): fc.Arbitrary<Design> {
  return designs.chain((design) =>
    fc
      .record({
        connections: fc.tuple(
          ...(design.connections ?? []).map((one) => callExtras.map((extra) => ({ ...one, ...extra }))),
        ),
        components: fc.tuple(...design.components.map((one) => componentExtras.map((extra) => ({ ...one, ...extra })))),
        rollouts: fc.tuple(...design.components.slice(0, 2).map(({ id }) => rolloutOf(id))),
      })
      .map(({ rollouts, ...parts }) => ({
        ...design,
        ...parts,
        scenarios: [{ id: 'base', durationS: 10, arrivals: [], rollouts }],
      })),
  );
}
