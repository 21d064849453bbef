import { describe, expect, it } from 'vitest';
import { validateDesign } from '../../../src/catalogue/validate.ts';
import type { Design } from '../../../src/model/design.ts';
import { idProblem, renameId } from './rename-id.ts';

function shop(): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    groups: [{ id: 'back' }, { id: 'inner', parent: 'back' }],
    components: [
      { id: 'web', kind: 'web-client' },
      { id: 'api', kind: 'gateway', group: 'back' },
    ],
    connections: [{ id: 'web-api', from: 'web', to: 'api' }],
    objectives: [{ id: 'p95', metric: 'responseMs.p95', at: 'web', below: 200 }],
    scenarios: [{ id: 'base', durationS: 60, arrivals: [{ at: 'web', process: 'poisson', ratePerSecond: 1 }] }],
  };
}

describe('a new id', () => {
  it.each([
    ['components', 'web', 'browser'],
    ['components', 'api', 'gateway'],
    ['connections', 'web-api', 'first'],
    ['groups', 'back', 'backend'],
  ] as const)('of %s %s leaves nothing that names the old one', (list, id, next) => {
    const design = shop();
    renameId(design, list, id, next);
    expect(validateDesign(design)).toEqual(validateDesign(shop()));
    expect(JSON.stringify(design)).not.toContain(`"${id}"`);
  });

  it('is refused where it is none, or where another has it', () => {
    expect(idProblem(shop(), 'components', 'web', '1st')?.message).toBe('"1st" cannot be an id');
    expect(idProblem(shop(), 'components', 'web', 'api')?.message).toBe('"api" is taken');
    expect(idProblem(shop(), 'components', 'web', 'web')).toBeNull();
    expect(idProblem(shop(), 'groups', 'back', 'api')).toBeNull();
  });
});
