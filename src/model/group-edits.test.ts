import { describe, expect, it } from 'vitest';
import { validateDesign } from '../catalogue/validate.ts';
import type { Design } from './design.ts';
import { collapseGroup, fitGroup, groupTogether, nestGroup, placeGroup, ungroup } from './group-edits.ts';
import { applyMove, movedDesign, NO_MOVE } from './move.ts';
import { addNote, noteTitle, writeNote } from './notes.ts';
import { writeDesign } from './write.ts';

function shop(): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    groups: [{ id: 'outer' }, { id: 'inner', parent: 'outer' }, { id: 'other' }],
    components: [
      { id: 'a', kind: 'service', group: 'outer', view: { x: 0, y: 0 } },
      { id: 'b', kind: 'service', group: 'inner', view: { x: 300, y: 0 } },
      { id: 'c', kind: 'service' },
    ],
  };
}

const parentsOf = (design: Design) => design.groups?.map(({ id, parent }) => [id, parent]);

describe('groups', () => {
  it('nest, but never in a circle', () => {
    const design = shop();
    nestGroup(design, 'outer', 'inner');
    nestGroup(design, 'outer', 'outer');
    nestGroup(design, 'other', 'inner');
    expect(parentsOf(design)).toEqual([
      ['outer', undefined],
      ['inner', 'outer'],
      ['other', 'inner'],
    ]);
    nestGroup(design, 'other', null);
    expect(design.groups?.[2]).toEqual({ id: 'other' });
  });

  it('made around groups and components lie in what those lay in, and take the outermost alone', () => {
    const design = shop();
    const id = groupTogether(design, { components: ['a', 'b'], groups: ['inner'] }, 'Group');
    expect(design.groups?.at(-1)).toEqual({ id, name: 'Group', kind: 'boundary', parent: 'outer' });
    expect(design.components.map(({ group }) => group)).toEqual([id, 'inner', undefined]);
    expect(design.groups?.[1]?.parent).toBe(id);
  });

  it('dissolved give their members to their parent', () => {
    const design = shop();
    ungroup(design, { components: ['a'], groups: ['inner'] });
    expect(design.components.map(({ group }) => group)).toEqual([undefined, 'outer', undefined]);
  });

  it('keep their size while they are collapsed, and lose the key when nothing is left in it', () => {
    const design = shop();
    placeGroup(design, 'outer', { x: 1, y: 2, width: 300, height: 200 });
    collapseGroup(design, 'outer', true);
    expect(design.groups?.[0]?.view).toEqual({ x: 1, y: 2, width: 300, height: 200, collapsed: true });
    placeGroup(design, 'outer', { x: 5, y: 2, width: 300, height: 200 });
    expect(design.groups?.[0]?.view?.collapsed).toBe(true);
    fitGroup(design, 'outer');
    expect(design.groups?.[0]?.view).toEqual({ collapsed: true });
    collapseGroup(design, 'outer', false);
    expect(design.groups?.[0]).toEqual({ id: 'outer' });
  });
});

describe('a move', () => {
  const move = {
    ...NO_MOVE,
    places: { a: { x: 20, y: 20 } },
    groups: { other: { x: 0, y: 0, width: 100, height: 100 } },
    homes: { a: 'other', c: 'inner' },
    parents: { outer: 'inner', other: 'inner' },
  };

  it('previews exactly what it commits, and leaves the design and all that does not move as they were', () => {
    const design = shop();
    const preview = movedDesign(design, move);
    expect(design).toEqual(shop());
    expect(preview.components[1]).toBe(design.components[1]);
    applyMove(design, move);
    expect(preview).toEqual(design);
    expect(parentsOf(design)).toEqual([
      ['outer', undefined],
      ['inner', 'outer'],
      ['other', 'inner'],
    ]);
  });
});

describe('notes', () => {
  it('stand at the end of the file, under ids of their own', () => {
    const design = shop();
    const at = { x: 0, y: 0, width: 200, height: 100 };
    expect([addNote(design, 'one', at), addNote(design, 'two', at)]).toEqual(['note', 'note-2']);
    writeNote(design, 'note', 'first line\nsecond');
    expect(design.notes?.map(noteTitle)).toEqual(['first line', 'two']);
    const keys = Object.keys(JSON.parse(writeDesign({ ...design, scenarios: [] })) as object);
    expect(keys.at(-1)).toBe('notes');
    expect(validateDesign(design).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('with the same id twice are found', () => {
    const note = { id: 'note', text: '', view: { x: 0, y: 0, width: 1, height: 1 } };
    const found = validateDesign({ ...shop(), notes: [note, note] });
    expect(found.filter(({ rule }) => rule === 'duplicate-id').map(({ path }) => path)).toEqual(['notes.1.id']);
  });

  it('and groups out of any size are told, not refused', () => {
    const design = { ...shop(), groups: [{ id: 'flat', view: { x: 0, y: 0, width: 0, height: 10 } }] };
    design.components = [];
    expect(validateDesign(design).map(({ path }) => path)).toContain('groups.flat.view.width');
  });
});
