import { describe, expect, it } from 'vitest';
import type { Component, Design } from '../../src/model/design.ts';
import { differsOnlyInPlaces, estimateOf } from './estimate.ts';

const api: Component = { id: 'api', kind: 'service', service: { distribution: 'exponential', meanMs: 5 } };
const design: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [api, { id: 'db', kind: 'sql-database' }],
  connections: [{ id: 'api-db', from: 'api', to: 'db' }],
  scenarios: [{ id: 'base', durationS: 10, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 10 }] }],
};
const withApi = (change: Partial<Component>): Design => ({
  ...design,
  components: [{ ...api, ...change }, ...design.components.slice(1)],
});

describe('the live estimate', () => {
  it('is not worked out anew where things were only moved', () => {
    const moved = withApi({ view: { x: 10, y: 20 } });
    expect(differsOnlyInPlaces(design, moved)).toBe(true);
    const before = estimateOf(design, 'base');
    expect(before).not.toBeNull();
    expect(estimateOf(moved, 'base')).toBe(before);
  });

  it('is, where anything else was changed', () => {
    const slower = withApi({ service: { distribution: 'exponential', meanMs: 50 } });
    const others: Design[] = [
      slower,
      withApi({ name: 'API' }),
      { ...design, components: design.components.slice(0, 1) },
      { ...design, connections: [] },
      { ...design, scenarios: [] },
    ];
    expect(others.map((other) => differsOnlyInPlaces(design, other))).toEqual(others.map(() => false));
    const [before, after] = [estimateOf(design, 'base'), estimateOf(slower, 'base')];
    expect(before).not.toBeNull();
    expect(after).not.toEqual(before);
  });
});
