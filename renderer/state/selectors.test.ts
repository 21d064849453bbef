import { describe, expect, it } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import { findingsAt, findingsOf, scenarioAtHand } from './selectors.ts';

const GOOD: Design = {
  spandrel: 1,
  name: 'Test',
  components: [
    { id: 'web', kind: 'web-client' },
    { id: 'api', kind: 'gateway' },
  ],
  connections: [{ id: 'web-api', from: 'web', to: 'api' }],
  scenarios: [
    { id: 'plain', durationS: 60, arrivals: [{ at: 'web', process: 'poisson', ratePerSecond: 1 }] },
    { id: 'other', durationS: 30, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 1 }] },
  ],
};
const BAD: Design = { ...GOOD, components: [...GOOD.components, { id: 'db', kind: 'sql-database', group: 'nowhere' }] };

describe('findings', () => {
  it('are worked out once for a state of the design', () => {
    expect(findingsOf(BAD)).toBe(findingsOf(BAD));
  });

  it('are found by their path', () => {
    expect(findingsAt(BAD, 'components.db.group')).toHaveLength(1);
    expect(findingsAt(BAD, 'components.web.group')).toEqual([]);
  });

  it('stay the same objects after an edit that does not touch them, so that no field is drawn anew', () => {
    const before = findingsAt(BAD, 'components.db.group');
    const edited: Design = { ...BAD, name: 'Renamed' };
    expect(findingsAt(edited, 'components.db.group')).toBe(before);
    const worse: Design = { ...BAD, connections: [{ id: 'x', from: 'web', to: 'gone' }] };
    expect(findingsAt(worse, 'components.db.group')).toBe(before);
  });
});

describe('the scenario at hand', () => {
  it('is the chosen one, else the first', () => {
    expect(scenarioAtHand(GOOD, 'other')?.id).toBe('other');
    expect(scenarioAtHand(GOOD, 'gone')?.id).toBe('plain');
    expect(scenarioAtHand(GOOD, null)?.id).toBe('plain');
    expect(scenarioAtHand({ ...GOOD, scenarios: [] }, null)).toBeNull();
  });
});
