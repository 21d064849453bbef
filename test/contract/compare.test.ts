// `compare` from outside: designs in pairs, scenarios of one file, results as files, and wrong usage.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop, shop, shopText, type Workshop } from './cli.ts';

interface Compared {
  a: { scenario: string };
  b: { scenario: string };
  paired: boolean;
  metrics: { metric: string; at?: string; difference: object; p: number; significant: boolean; verdict: string }[];
}

let workshop: Workshop;
beforeAll(() => {
  workshop = createWorkshop();
  workshop.write('a.json', shopText);
  const [api, auth] = shop.components;
  const slower = { ...auth, service: { distribution: 'exponential', meanMs: 16 } };
  workshop.write('b.json', JSON.stringify({ ...shop, components: [api, slower] }));
});
afterAll(() => {
  workshop.remove();
});

const compare = async (...args: string[]): Promise<Compared> => {
  const { code, out, err } = await workshop.run(['compare', ...args, '--threads', '1', '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Compared;
};

describe('compare', () => {
  it('simulates two designs in pairs and finds what was made slower', async () => {
    const { paired, metrics } = await compare('a.json', 'b.json', '--replications', '8');
    expect(paired).toBe(true);
    const of = (metric: string, at?: string) => metrics.find((each) => each.metric === metric && each.at === at);
    expect(of('responseMs.mean')).toMatchObject({ significant: true, verdict: 'higher' });
    expect(of('utilisation', 'auth')).toMatchObject({ significant: true, verdict: 'higher' });
    expect(of('utilisation', 'api')).toMatchObject({ significant: false, verdict: 'same', difference: { mean: 0 } });
    for (const metric of ['p50', 'p95', 'p99'].map((name) => `responseMs.${name}`)) expect(of(metric)).toBeDefined();
  });

  it('compares two scenarios of one file', async () => {
    const { a, b, metrics } = await compare('a.json', '--scenario', 'base', '--with', 'idle');
    expect([a.scenario, b.scenario]).toEqual(['base', 'idle']);
    expect(metrics.find(({ metric }) => metric === 'throughputPerSecond')).toMatchObject({ verdict: 'lower' });
  });

  it('takes results, by Welch, and prints a table with a sentence', async () => {
    for (const name of ['a', 'b']) {
      const { out } = await workshop.run(['simulate', `${name}.json`, '--json', '--threads', '1']);
      workshop.write(`${name}.result.json`, out);
    }
    expect((await compare('a.result.json', 'b.result.json')).paired).toBe(false);
    const { code, out } = await workshop.run(['compare', 'a.result.json', '-'], workshop.read('b.result.json'));
    expect(code).toBe(0);
    expect(out).toMatch(/\* higher/);
    expect(out).toMatch(/B is beyond chance in \d+ of \d+ figures: /);
    const same = await workshop.run(['compare', 'a.json', 'a.json', '--threads', '1']);
    expect(same.out).toContain('does not show that A and B are equal');
  });

  it('ends with 1 for what cannot be compared and with 2 for wrong usage', async () => {
    const missing = await workshop.run(['compare', 'a.json', 'b.json', '--scenario', 'nope']);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('a.json: scenarios.nope');
    expect((await workshop.run(['compare', 'a.json', 'none.json'])).code).toBe(1);
    for (const args of [['a.json'], ['-', '-'], ['a.json', 'b.json', '--replications', '1']])
      expect((await workshop.run(['compare', ...args])).code, args.join(' ')).toBe(2);
  });
});
