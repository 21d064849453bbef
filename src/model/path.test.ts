import { describe, expect, it } from 'vitest';
import type { Design } from './design.ts';
import { getAt, parseValue, pathOf, setAt } from './path.ts';

const design: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [
    { id: 'api', kind: 'service', capacity: { replicas: 2 } },
    { id: 'twin', kind: 'service' },
    { id: 'twin', kind: 'service' },
  ],
  scenarios: [{ id: 'base', durationS: 60, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 5 }] }],
};

describe('paths', () => {
  it('name entries by their id, and twins by their place', () => {
    expect(pathOf(design, ['components', 0, 'capacity', 'replicas'])).toBe('components.api.capacity.replicas');
    expect(pathOf(design, ['components', 2, 'kind'])).toBe('components.2.kind');
    expect(pathOf(design, ['scenarios', 0, 'arrivals', 0, 'ratePerSecond'])).toBe(
      'scenarios.base.arrivals.0.ratePerSecond',
    );
  });

  it('lead to values, or nowhere', () => {
    expect(getAt(design, 'scenarios.base.arrivals.0.ratePerSecond')).toBe(5);
    expect(getAt(design, 'components.none.kind')).toBeUndefined();
    expect(getAt(design, 'components.api.constructor')).toBeUndefined();
  });

  it('set a value and leave the design as it was', () => {
    const outcome = setAt(design, 'components.api.capacity.replicas', 3);
    expect(outcome.ok && getAt(outcome.value, 'components.api.capacity.replicas')).toBe(3);
    expect(getAt(design, 'components.api.capacity.replicas')).toBe(2);
  });

  it('make the boxes on the way that the format knows', () => {
    const outcome = setAt(design, 'components.twin.service', { distribution: 'deterministic', meanMs: 4 });
    const deeper = setAt(design, 'components.1.runtime.env.LOG.LEVEL', 'info');
    expect(outcome.ok && getAt(outcome.value, 'components.1.service.meanMs')).toBe(4);
    expect(deeper.ok && deeper.value.components[1]?.runtime?.env).toEqual({ 'LOG.LEVEL': 'info' });
  });

  it('reach into records: plain values by all that is left, objects by the key that is there', () => {
    const byClass = {
      report: { distribution: 'exponential', meanMs: 80 },
      'a.b': { distribution: 'exponential', meanMs: 1 },
    };
    const start = setAt(design, 'components.api.serviceByClass', byClass);
    if (!start.ok) throw new Error('not set');
    const report = setAt(start.value, 'components.api.serviceByClass.report.meanMs', 40);
    const dotted = setAt(start.value, 'components.api.serviceByClass.a.b.meanMs', 2);
    expect(report.ok && getAt(report.value, 'components.api.serviceByClass.report.meanMs')).toBe(40);
    expect(dotted.ok && dotted.value.components[0]?.serviceByClass?.['a.b']).toEqual({
      distribution: 'exponential',
      meanMs: 2,
    });
  });

  it('a whole number is a place, even where an entry has it as its id', () => {
    const odd = {
      ...design,
      components: [
        { id: '1', kind: 'a' },
        { id: 'api', kind: 'b' },
      ],
    };
    expect([pathOf(odd, ['components', 0, 'kind']), getAt(odd, 'components.1.kind')]).toEqual([
      'components.0.kind',
      'b',
    ]);
  });

  it('a hostile key of a record is a key like any other', () => {
    const outcome = setAt(design, 'components.api.runtime.env.__proto__', 'x');
    expect(outcome.ok && Object.keys(outcome.value.components[0]?.runtime?.env ?? {})).toEqual(['__proto__']);
    expect(({} as { x?: string }).x).toBeUndefined();
  });

  it.each([
    ['components.apo.kind', 'did you mean api?'],
    ['components.api.capacty.replicas', 'did you mean capacity?'],
    ['components.api.capacity.replicas.deep', 'nothing can be set below this'],
    ['__proto__.polluted', 'choose one of'],
    ['', 'name a place'],
  ])('%s leads nowhere, and the mend says: %s', (path, mend) => {
    const outcome = setAt(design, path, 1);
    expect(outcome).toMatchObject({
      ok: false,
      findings: [{ rule: 'unknown-path', mend: expect.stringContaining(mend) as string }],
    });
  });

  it('read the value of --set as JSON where it is JSON', () => {
    expect(['3', 'true', 'null', '"3"', 'round-robin', '{"a":1}'].map(parseValue)).toEqual([
      3,
      true,
      null,
      '3',
      'round-robin',
      { a: 1 },
    ]);
  });
});
