import { describe, expect, it } from 'vitest';
import { validateDesign } from '../catalogue/validate.ts';
import type { Design } from './design.ts';
import { duplicateParts, fragmentOf, pasteFragment } from './fragment.ts';
import { readDesign } from './read.ts';
import { writeDesign } from './write.ts';

function shop(): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    groups: [
      { id: 'back', name: 'Back' },
      { id: 'jobs', name: 'Jobs', parent: 'back', view: { x: 0, y: 0, width: 300, height: 200 } },
    ],
    components: [
      { id: 'api', kind: 'gateway', name: 'API', group: 'back', view: { x: 0, y: 0 } },
      { id: 'queue', kind: 'queue', deadLetter: 'dead', group: 'jobs', view: { x: 300, y: 0 } },
      { id: 'dead', kind: 'queue', group: 'jobs', view: { x: 300, y: 100 } },
      { id: 'db', kind: 'sql-database', name: 'Database', view: { x: 600, y: 0 } },
    ],
    connections: [
      { id: 'api-db', from: 'api', to: 'db', timeoutMs: 5 },
      { id: 'api-queue', from: 'api', to: 'queue', mode: 'async' },
    ],
    notes: [{ id: 'note', text: 'Mind the limits', view: { x: 0, y: 300, width: 200, height: 100 } }],
  };
}

const parts = (components: string[], groups: string[] = [], notes: string[] = []) => ({ components, groups, notes });
const wrong = (design: Design) => validateDesign(design).filter(({ severity }) => severity === 'error');

describe('a fragment', () => {
  it('is a design with what is inside of it and nothing of what is not', () => {
    const fragment = fragmentOf(shop(), parts(['api', 'queue'], [], ['note']));
    expect(fragment.components.map(({ id, group, deadLetter }) => [id, group, deadLetter])).toEqual([
      ['api', undefined, undefined],
      ['queue', undefined, undefined],
    ]);
    expect(fragment.connections?.map(({ id }) => id)).toEqual(['api-queue']);
    expect(fragment.notes).toHaveLength(1);
    const read = readDesign(writeDesign(fragment));
    expect(read.ok && read.value).toEqual(fragment);
    expect(wrong(fragment)).toEqual([]);
  });

  it('takes a group along that is named, or of which every member goes', () => {
    const named = fragmentOf(shop(), parts([], ['back']));
    expect([named.groups?.map(({ id }) => id), named.components.map(({ id }) => id)]).toEqual([
      ['back', 'jobs'],
      ['api', 'queue', 'dead'],
    ]);
    const whole = fragmentOf(shop(), parts(['queue', 'dead']));
    expect(whole.groups).toEqual([{ id: 'jobs', name: 'Jobs', view: { x: 0, y: 0, width: 300, height: 200 } }]);
  });

  it('is pasted under new ids, with its connections, groups and dead letters, moved as a whole', () => {
    const design = shop();
    const pasted = pasteFragment(design, fragmentOf(design, parts([], ['back'], ['note'])), { x: 40, y: 20 });
    expect(pasted).toEqual({
      components: ['api-2', 'queue-2', 'dead-2'],
      groups: ['back-2'],
      notes: ['note-2'],
      connections: ['api-2-queue-2'],
    });
    expect(design.groups?.slice(2)).toEqual([
      { id: 'back-2', name: 'Back' },
      { id: 'jobs-2', name: 'Jobs', parent: 'back-2', view: { x: 40, y: 20, width: 300, height: 200 } },
    ]);
    expect(design.components.find(({ id }) => id === 'queue-2')).toEqual({
      id: 'queue-2',
      kind: 'queue',
      deadLetter: 'dead-2',
      view: { x: 340, y: 20 },
      group: 'jobs-2',
    });
    expect(design.components.find(({ id }) => id === 'queue')?.deadLetter).toBe('dead');
    expect(wrong(design)).toEqual([]);
  });

  it('pasted into a group lies in it', () => {
    const design = shop();
    pasteFragment(design, fragmentOf(design, parts(['db'], ['jobs'])), { x: 0, y: 0 }, 'back');
    expect(design.components.find(({ id }) => id === 'db-2')?.group).toBe('back');
    expect(design.groups?.find(({ id }) => id === 'jobs-2')?.parent).toBe('back');
  });

  it('duplicated stays in the groups it lies in, with a name that tells it apart', () => {
    const design = shop();
    const copies = duplicateParts(design, parts(['api', 'db']), { x: 20, y: 20 });
    expect(copies.components).toEqual(['api-2', 'db-2']);
    expect(design.components.find(({ id }) => id === 'api-2')).toMatchObject({
      name: 'API copy',
      group: 'back',
      view: { x: 20, y: 20 },
    });
    expect(design.connections?.at(-1)).toEqual({ id: 'api-2-db-2', from: 'api-2', to: 'db-2', timeoutMs: 5 });
  });
});
