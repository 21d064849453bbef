import { describe, expect, it } from 'vitest';
import {
  componentSchema,
  connectionSchema,
  designSchema,
  groupSchema,
  type Design,
} from '../../../src/model/design.ts';
import { describeFields } from '../fields/describe.ts';
import {
  canMatter,
  canMatterToCall,
  componentSections,
  connectionSections,
  designSections,
  groupSections,
  pathsOf,
  type Section,
} from './sections.ts';

function reached(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => section.fields.map(({ keys }) => keys.join('.'))).sort();
}

describe('the form', () => {
  it.each([
    ['component', componentSections, componentSchema],
    ['connection', connectionSections, connectionSchema],
    ['group', groupSections, groupSchema],
  ])('of a %s reaches every key of its schema, each once', (name, sections, schema) => {
    expect(reached(sections)).toEqual(pathsOf(describeFields(schema, name)).sort());
  });

  it('of the design reaches every key that has no form of its own', () => {
    const elsewhere = { spandrel: true, components: true, connections: true, scenarios: true } as const;
    expect(reached(designSections)).toEqual(pathsOf(describeFields(designSchema.omit(elsewhere), 'design')).sort());
  });
});

const DESIGN: Design = {
  spandrel: 1,
  name: 'Test',
  components: [
    { id: 'service', kind: 'service' },
    { id: 'cache', kind: 'cache' },
    { id: 'queue', kind: 'queue' },
    { id: 'stream', kind: 'stream' },
    { id: 'worker', kind: 'worker' },
    { id: 'browser', kind: 'web-client' },
    { id: 'odd', kind: 'not-a-kind' },
  ],
  connections: [{ id: 'q', from: 'queue', to: 'worker', mode: 'async' }],
};

function matters(path: string): string[] {
  return DESIGN.components.filter((component) => canMatter(path, component, DESIGN)).map(({ id }) => id);
}

describe('a field that can have no effect is left out', () => {
  it.each([
    ['delivery', ['queue', 'stream']],
    ['deadLetter', ['queue', 'stream']],
    ['partitions', ['stream']],
    ['batch', ['worker']],
    ['hitRatio', ['cache', 'odd']],
    [
      'threading',
      ['service', 'cache', 'stream', 'queue', 'worker', 'browser', 'odd'].filter(
        (id) => !['queue', 'stream'].includes(id),
      ),
    ],
    ['runtime.image', ['service', 'cache', 'queue', 'stream', 'worker', 'odd']],
    ['need', []],
    ['capacity.replicas', DESIGN.components.map(({ id }) => id)],
  ])('%s', (path, ids) => expect(matters(path).sort()).toEqual([...ids].sort()));

  it('shows how many answers are needed only with parallel calls', () => {
    expect(canMatter('need', { id: 'a', kind: 'service', calls: 'parallel' }, DESIGN)).toBe(true);
  });

  it('asks no asynchronous call for a timeout', () => {
    const connection = { id: 'c', from: 'a', to: 'b' };
    expect(canMatterToCall('timeoutMs', connection)).toBe(true);
    expect(canMatterToCall('timeoutMs', { ...connection, mode: 'async' })).toBe(false);
    expect(canMatterToCall('latencyMs', { ...connection, mode: 'async' })).toBe(true);
  });
});
