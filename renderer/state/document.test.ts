import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import { addComponent, addGroup, assignGroup, connect, moveComponents, remove } from '../../src/model/edit.ts';
import { duplicateParts, fragmentOf, pasteFragment } from '../../src/model/fragment.ts';
import { collapseGroup, fitGroup, groupTogether, nestGroup, placeGroup, ungroup } from '../../src/model/group-edits.ts';
import { applyMove, NO_MOVE } from '../../src/model/move.ts';
import { addNote, placeNote, writeNote } from '../../src/model/notes.ts';
import { writeDesign } from '../../src/model/write.ts';
import {
  documentStore,
  edit,
  endMerge,
  isDirty,
  load,
  markSaved,
  redo,
  redoLabel,
  undo,
  undoLabel,
} from './document.ts';

const FILE = { path: 'shop.spandrel.json', hash: 'h1', readOnly: false };

function shop(): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    components: [
      { id: 'api', kind: 'gateway', name: 'API' },
      { id: 'db', kind: 'sql-database' },
    ],
    connections: [{ id: 'api-db', from: 'api', to: 'db' }],
    scenarios: [{ id: 'base', durationS: 10, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 1 }] }],
  };
}

const state = documentStore.getState;
const text = (): string => writeDesign(state().design);

beforeEach(() => load(shop(), FILE));

type Step = (draft: Design) => void;

const side = fc.integer({ min: 1, max: 900 });
const area = fc.record({ x: fc.integer(), y: fc.integer(), width: side, height: side });

/** An edit that picks what it works on by a number, so that it fits whatever design it meets. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('cache', 'service', 'queue').map((kind) => (draft: Design) => void addComponent(draft, { kind })),
  fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => (draft: Design) => {
    const from = draft.components[a % draft.components.length];
    const to = draft.components[b % draft.components.length];
    if (from && to) connect(draft, from.id, to.id);
  }),
  fc.nat().map((pick) => (draft: Design) => {
    const component = draft.components[pick % draft.components.length];
    if (component) remove(draft, { components: [component.id] });
  }),
  fc.tuple(fc.nat(), fc.integer(), fc.integer()).map(([pick, x, y]) => (draft: Design) => {
    const component = draft.components[pick % draft.components.length];
    if (component) moveComponents(draft, { [component.id]: { x, y } });
  }),
  fc.tuple(fc.nat(), fc.string()).map(([pick, name]) => (draft: Design) => {
    const id = addGroup(draft, name);
    const component = draft.components[pick % draft.components.length];
    if (component) assignGroup(draft, [component.id], id);
  }),
  fc.nat().map((pick) => (draft: Design) => {
    const component = draft.components[pick % draft.components.length];
    if (component) duplicateParts(draft, { components: [component.id], groups: [], notes: [] }, { x: 20, y: 20 });
  }),
  fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => (draft: Design) => {
    const ids = [a, b].flatMap((pick) => draft.components[pick % draft.components.length]?.id ?? []);
    const groups = (draft.groups ?? []).slice(0, a % 3).map(({ id }) => id);
    groupTogether(draft, { components: ids, groups }, 'Group', b % 2 === 0 ? 'layer' : 'zone');
  }),
  fc.tuple(fc.nat(), fc.nat(), area).map(([a, b, rect]) => (draft: Design) => {
    const groups = draft.groups ?? [];
    const [one, other] = [groups[a % groups.length]?.id, groups[b % groups.length]?.id];
    if (one === undefined || other === undefined) return;
    nestGroup(draft, one, b % 3 === 0 ? null : other);
    if (a % 2 === 0) placeGroup(draft, other, rect);
    else fitGroup(draft, other);
    collapseGroup(draft, one, b % 2 === 0);
  }),
  fc.nat().map((pick) => (draft: Design) => {
    const group = draft.groups?.[pick % draft.groups.length];
    const component = draft.components[pick % draft.components.length];
    ungroup(draft, { components: component ? [component.id] : [], groups: group && pick % 2 === 0 ? [group.id] : [] });
  }),
  fc.tuple(fc.nat(), fc.string(), area).map(([pick, words, rect]) => (draft: Design) => {
    const note = draft.notes?.[pick % draft.notes.length];
    if (!note || pick % 3 === 0) addNote(draft, words, rect);
    else if (pick % 3 === 1) writeNote(draft, note.id, words);
    else placeNote(draft, note.id, rect);
  }),
  fc.nat().map((pick) => (draft: Design) => {
    const note = draft.notes?.[pick % draft.notes.length];
    remove(draft, { notes: note ? [note.id] : [] });
  }),
  fc.nat().map((pick) => (draft: Design) => {
    const parts = {
      components: draft.components.slice(0, pick % 4).map(({ id }) => id),
      groups: (draft.groups ?? []).slice(0, pick % 2).map(({ id }) => id),
      notes: (draft.notes ?? []).map(({ id }) => id),
    };
    pasteFragment(draft, fragmentOf(draft, parts), { x: 40, y: 40 }, draft.groups?.at(-1)?.id ?? null);
  }),
  fc.tuple(fc.nat(), area).map(([pick, rect]) => (draft: Design) => {
    const component = draft.components[pick % draft.components.length];
    const group = draft.groups?.[pick % draft.groups.length];
    if (!component || !group) return;
    applyMove(draft, {
      ...NO_MOVE,
      places: { [component.id]: rect },
      groups: { [group.id]: rect },
      homes: { [component.id]: pick % 2 === 0 ? group.id : null },
    });
  }),
  fc.constant((draft: Design) => {
    delete draft.scenarios;
  }),
);

describe('history', () => {
  it('undoes any sequence of edits to the first design byte for byte, and redoes it to the last', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 20 }), (steps) => {
        load(shop(), FILE);
        const first = text();
        for (const [recipe, merges] of steps) edit('change', recipe, merges ? 'field' : null);
        const last = text();
        const entries = state().history.length;
        for (let count = 0; count < entries; count++) undo();
        expect([text(), isDirty(state())]).toEqual([first, false]);
        for (let count = 0; count < entries; count++) redo();
        expect(text()).toBe(last);
      }),
    );
  });

  it('leaves no entry for an edit that changes nothing', () => {
    edit('nothing', () => undefined);
    expect([state().history.length, isDirty(state())]).toEqual([0, false]);
  });

  it('names what can be undone and redone', () => {
    edit('rename', (draft) => {
      draft.name = 'Store';
    });
    expect([undoLabel(state()), redoLabel(state())]).toEqual(['rename', null]);
    undo();
    expect([undoLabel(state()), redoLabel(state())]).toEqual([null, 'rename']);
  });

  it('forgets what was undone once something else is done', () => {
    const rename = (name: string): void =>
      edit('rename', (draft) => {
        draft.name = name;
      });
    rename('A');
    undo();
    rename('B');
    redo();
    expect([state().design.name, state().history.length]).toEqual(['B', 1]);
  });

  it('takes typing in one field as one step, until the field is left', () => {
    const type = (name: string): void =>
      edit(
        'name',
        (draft) => {
          draft.name = name;
        },
        'name',
      );
    type('S');
    type('St');
    endMerge();
    type('Store');
    expect(state().history.length).toBe(2);
    undo();
    expect(state().design.name).toBe('St');
    undo();
    expect(state().design.name).toBe('Shop');
  });
});

describe('saving', () => {
  it('marks the revision that was written, not the one that stands by then', () => {
    const { revision } = state();
    edit('rename', (draft) => {
      draft.name = 'Store';
    });
    markSaved(revision, FILE);
    expect(isDirty(state())).toBe(true);
    markSaved(state().revision, FILE);
    expect(isDirty(state())).toBe(false);
  });

  it('undo past the saved state is unsaved, and redo to it is saved again', () => {
    edit('rename', (draft) => {
      draft.name = 'Store';
    });
    markSaved(state().revision, FILE);
    undo();
    expect(isDirty(state())).toBe(true);
    redo();
    expect(isDirty(state())).toBe(false);
  });

  it('an edit after saving is a step of its own, even in the same field', () => {
    const type = (name: string): void =>
      edit(
        'name',
        (draft) => {
          draft.name = name;
        },
        'name',
      );
    type('St');
    markSaved(state().revision, FILE);
    type('Store');
    undo();
    expect([state().design.name, isDirty(state())]).toEqual(['St', false]);
  });
});

describe('opening', () => {
  it('starts with an empty history and counts as saved', () => {
    edit('rename', (draft) => {
      draft.name = 'Store';
    });
    load(shop(), FILE);
    undo();
    expect([state().design.name, state().history.length, isDirty(state())]).toEqual(['Shop', 0, false]);
  });
});
