import { describe, expect, it } from 'vitest';
import { type Design } from './design.ts';
import {
  addComponent,
  addGroup,
  changeComponentId,
  changeConnectionId,
  changeGroupId,
  connect,
  idFrom,
  remove,
  renameComponent,
  uniqueId,
} from './edit.ts';
import { validateDesign } from '../catalogue/validate.ts';

function shop(): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    groups: [
      { id: 'all', name: 'All' },
      { id: 'back', name: 'Back', parent: 'all' },
    ],
    groupLatencies: [{ from: 'all', to: 'back', latencyMs: 1 }],
    components: [
      { id: 'api', kind: 'gateway', name: 'API', group: 'back', view: { x: 0, y: 0 } },
      { id: 'jobs', kind: 'queue', deadLetter: 'dead', group: 'back' },
      { id: 'dead', kind: 'queue', group: 'all' },
      { id: 'db', kind: 'sql-database', name: 'Database' },
    ],
    connections: [
      { id: 'api-db', from: 'api', to: 'db', timeoutMs: 5 },
      { id: 'api-jobs', from: 'api', to: 'jobs', mode: 'async' },
    ],
    objectives: [{ id: 'p95', metric: 'responseMs.p95', at: 'api', below: 9 }],
    scenarios: [
      {
        id: 'base',
        durationS: 9,
        arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 1 }],
        faults: [
          { kind: 'outage', at: 'db', fromS: 1, durationS: 1 },
          { kind: 'partition', connection: 'api-db', fromS: 1, durationS: 1 },
          { kind: 'errors', at: 'back', fromS: 1, durationS: 1, rate: 0.5 },
        ],
        rollouts: [{ at: 'api', strategy: 'recreate', startS: 3 }],
      },
    ],
  };
}

const references = (design: Design) =>
  validateDesign(design).filter(({ rule }) => rule.includes('reference') || rule.includes('duplicate'));

describe('edits', () => {
  it('give ids that are good and new', () => {
    expect(['API Gateway', '  Über-Dienst 2', '日本', '9 lives'].map(idFrom)).toEqual([
      'api-gateway',
      'u-ber-dienst-2',
      'component',
      'lives',
    ]);
    expect(uniqueId([{ id: 'cache' }, { id: 'cache-2' }], 'Cache')).toBe('cache-3');
  });

  it('add at the end and connect', () => {
    const design = shop();
    const id = addComponent(design, { kind: 'cache', name: 'Cache', hitRatio: 0.9 });
    const link = connect(design, 'api', id);
    expect([design.components.at(-1), design.connections?.at(-1)]).toEqual([
      { id: 'cache', kind: 'cache', name: 'Cache', hitRatio: 0.9 },
      { id: 'api-cache', from: 'api', to: 'cache' },
    ]);
    expect([id, link]).toEqual(['cache', 'api-cache']);
  });

  it('removing a component removes every mention of it', () => {
    const design = shop();
    remove(design, { components: ['db', 'dead'] });
    expect(design.connections?.map(({ id }) => id)).toEqual(['api-jobs']);
    expect(design.components[1]).not.toHaveProperty('deadLetter');
    expect(design.scenarios?.[0]?.faults).toEqual([{ kind: 'errors', at: 'back', fromS: 1, durationS: 1, rate: 0.5 }]);
    remove(design, { components: ['api'] });
    expect([design.objectives, design.scenarios?.[0]?.arrivals, design.scenarios?.[0]?.rollouts]).toEqual([[], [], []]);
    expect(references(design)).toEqual([]);
  });

  it('removing a group leaves its members in its parent', () => {
    const design = shop();
    remove(design, { groups: ['back'] });
    expect(design.components.map(({ group }) => group)).toEqual(['all', 'all', 'all', undefined]);
    remove(design, { groups: ['all'] });
    expect([design.groups, design.groupLatencies, design.components.some((component) => 'group' in component)]).toEqual(
      [[], [], false],
    );
    expect(references(design)).toEqual([]);
  });

  it('a new id is a new id everywhere', () => {
    const design = shop();
    changeComponentId(design, 'api', 'edge');
    changeComponentId(design, 'dead', 'morgue');
    changeConnectionId(design, 'api-db', 'edge-db');
    changeGroupId(design, 'back', 'inner');
    expect(JSON.stringify(design)).not.toMatch(/"(api|dead|back|api-db)"/);
    expect(references(design)).toEqual([]);
  });

  it('an id that is taken is not given again', () => {
    const design = shop();
    changeComponentId(design, 'api', 'db');
    expect(design).toEqual(shop());
  });

  it('an empty name is none', () => {
    const design = shop();
    renameComponent(design, 'api', ' ');
    renameComponent(design, 'db', ' Orders ');
    expect(design.components.map(({ name }) => name)).toEqual([undefined, undefined, undefined, 'Orders']);
  });

  it('a group gets an id of its own', () => {
    const design = shop();
    expect([addGroup(design, 'Back'), addGroup(design, 'API', 'zone', 'all')]).toEqual(['back-2', 'api-2']);
    expect(design.groups?.at(-1)).toEqual({ id: 'api-2', name: 'API', kind: 'zone', parent: 'all' });
  });
});
