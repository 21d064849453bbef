// `plan` from outside: the cheapest capacity, its proof, and why there is none.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/simulation/result.ts';
import { createWorkshop, shopText, type Workshop } from './cli.ts';

let workshop: Workshop;
beforeAll(() => {
  workshop = createWorkshop();
  workshop.write('shop.json', shopText);
  workshop.write('queue.json', queue);
});
afterAll(() => {
  workshop.remove();
});

/** 200 requests a second of 8 ms each: two slots are too few for the objective, three are enough. */
const queue = JSON.stringify({
  spandrel: 1,
  name: 'Queue',
  components: [
    {
      id: 'api',
      kind: 'service',
      capacity: { dispatch: 'shared-queue' },
      service: { distribution: 'exponential', meanMs: 8 },
      cost: { perReplicaHour: 0.5 },
    },
  ],
  scenarios: [
    {
      id: 'base',
      durationS: 60,
      warmupS: 5,
      replications: 2,
      arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 200 }],
    },
  ],
});
const REPLICAS = 'components.api.capacity.replicas';

interface Planned {
  readonly met: boolean;
  readonly set: Record<string, number>;
  readonly result: unknown;
  readonly tried: number;
  readonly objectives: { readonly value: number; readonly margin: number; readonly met: boolean }[];
  readonly runnerUp: { readonly set: Record<string, number> } | null;
  readonly binding: { readonly objective: string; readonly message: string } | null;
}

describe('plan', () => {
  it.each([[[]], [['--vary', `${REPLICAS}=1..6`]]])('finds the cheapest capacity, given %j', async (ranges) => {
    const { code, out, err } = await workshop.run(['plan', 'queue.json', '--slo', 'p95<40', ...ranges, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const planned = JSON.parse(out) as Planned;
    expect(planned).toMatchObject({
      met: true,
      set: { [REPLICAS]: 3 },
      runnerUp: { set: { [REPLICAS]: 4 } },
      binding: null,
    });
    const result = resultSchema.parse(planned.result);
    expect(result.components['api']?.replicas.mean).toBe(3);
    expect(planned.objectives[0]?.value).toBe(result.requests.responseMs.p95.mean);
    expect(planned.objectives[0]?.margin).toBeCloseTo(1 - (planned.objectives[0]?.value ?? NaN) / 40, 9);
    expect(planned.tried).toBeGreaterThan(0);
    const check = await workshop.run(['simulate', 'queue.json', '--set', `${REPLICAS}=2`, '--json']);
    expect(resultSchema.parse(JSON.parse(check.out)).requests.responseMs.p95.mean).toBeGreaterThan(40);
  });

  it('says which objective binds and why where it cannot be met, and ends with 1', async () => {
    const args = ['plan', 'queue.json', '--slo', 'api.p95<10', '--slo', 'errorRate<0.5', '--vary', `${REPLICAS}=1..4`];
    const [json, people] = await Promise.all([workshop.run([...args, '--json']), workshop.run(args)]);
    expect([json.code, people.code]).toEqual([1, 1]);
    expect(JSON.parse(json.out)).toMatchObject({
      met: false,
      set: { [REPLICAS]: 4 },
      binding: { objective: 'slo-1', kind: 'work', component: 'api' },
    });
    expect(people.err).toMatch(
      /^queue\.json: objectives\.slo-1: api\.responseMs\.p95<10 cannot be met: the nearest is [\d.]+, at .*=4; it is [\d.]+ ms even where nobody waits/,
    );
  });

  it('takes the objectives of the design, and prints a page for people', async () => {
    const { code, out } = await workshop.run(['plan', 'shop.json']);
    expect(code).toBe(0);
    for (const said of ['cheapest', 'responseMs.p95<1000', 'to spare', 'The next one']) expect(out).toContain(said);
  });

  it.each([
    [['queue.json'], 1, /no objective to plan for/],
    [['queue.json', '--slo', 'p59<3'], 1, /p59/],
    [['shop.json', '--slo', 'auth.p95<3'], 1, /no requests arrive at auth/],
    [['shop.json', '--vary', 'components.api.capacity.replica=1..2'], 1, /did you mean replicas/],
    [['queue.json', '--slo', 'p95=3'], 2, /is no objective/],
    [['queue.json', '--slo', 'p95<3', '--vary', REPLICAS], 2, /PATH=RANGE/],
  ] as const)('%j ends with %i', async (args, exit, said) => {
    const { code, out, err } = await workshop.run(['plan', ...args]);
    expect({ code, out }).toEqual({ code: exit, out: '' });
    expect(err).toMatch(said);
  });
});
