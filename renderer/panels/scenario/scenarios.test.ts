import { describe, expect, it } from 'vitest';
import { validateDesign } from '../../../src/catalogue/validate.ts';
import type { Design } from '../../../src/model/design.ts';
import { copyOf, likelyEntry, newScenario } from './scenarios.ts';

const DESIGN: Design = {
  spandrel: 1,
  name: 'Test',
  components: [
    { id: 'db', kind: 'sql-database' },
    { id: 'web', kind: 'web-client' },
  ],
  connections: [{ id: 'web-db', from: 'web', to: 'db' }],
  scenarios: [{ id: 'scenario', durationS: 60, arrivals: [{ at: 'web', process: 'poisson', ratePerSecond: 1 }] }],
};

describe('a new scenario', () => {
  it('lets requests arrive where calls begin, and can be run', () => {
    expect(likelyEntry(DESIGN)).toBe('web');
    const added = newScenario(DESIGN);
    expect(added.id).toBe('scenario-2');
    expect(validateDesign({ ...DESIGN, scenarios: [...(DESIGN.scenarios ?? []), added] })).toEqual([]);
  });

  it('has no arrivals in a design without components', () => {
    expect(newScenario({ spandrel: 1, name: 'Empty', components: [] }).arrivals).toEqual([]);
  });

  it('is a deep copy under a free id when duplicated', () => {
    const [original] = DESIGN.scenarios ?? [];
    if (!original) throw new Error('no scenario');
    const copy = copyOf(DESIGN, original);
    expect(copy).toEqual({ ...original, id: 'scenario-2', name: 'scenario copy' });
    expect(copy.arrivals[0]).not.toBe(original.arrivals[0]);
  });
});
