// Whatever is done by whichever commands, in whatever order, undone to the start it is the first design, byte for byte.
import fc from 'fast-check';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Command } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/index.ts';
import { kinds } from '../../src/catalogue/index.ts';
import { readDesign } from '../../src/model/read.ts';
import { writeDesign } from '../../src/model/write.ts';
import { installFakeHost } from '../../test/fixtures/fake-host.ts';
import { randomDesign } from '../../test/fixtures/random-design.ts';

function inARow(graph: ElkNode): ElkNode {
  return { ...graph, children: graph.children?.map((child, n) => ({ ...inARow(child), x: n * 220, y: 0 })) };
}

const host = installFakeHost();
vi.stubGlobal('requestAnimationFrame', () => 0);
// Nothing glides to its place here.
vi.stubGlobal('document', { documentElement: { dataset: { motion: 'reduced' } } });
// The browser's build of the layout cannot run here, and where it puts things is of no matter: in a row.
vi.mock('../canvas/layout-engine.ts', () => ({
  layoutEngine: () => Promise.resolve({ layout: (graph: ElkNode) => Promise.resolve(inARow(graph)) }),
}));
vi.mock('../replay/motion.ts', () => ({ isMotionReduced: () => true }));
const { commandContext } = await import('../commands/context.ts');
const { save } = await import('../commands/file-actions.ts');
const { arrange } = await import('../canvas/arranging.ts');
const { commitMove } = await import('../canvas/moving.ts');
const { NO_MOVE } = await import('../../src/model/move.ts');
const document = await import('./document.ts');
const { closeDialog } = await import('./panels.ts');
const { select } = await import('./selection.ts');
const { documentStore, load, undo, redo, replaceDesign, isDirty } = document;

beforeEach(() => {
  host.answer({
    'files.write': ({ path }) => ({ ok: true, value: { path, hash: 'next' }, notes: [] }),
    'simulation.run': () => ({ kind: 'cancelled' }),
  });
});

/** Those that ask the host or the person first do nothing to the design by themselves. */
const editing = commands.filter(
  ({ id, isNative }) => /^(edit|component|arrange)\./.test(id) && id !== 'edit.addConnected' && isNative !== true,
);

type Step =
  | { readonly do: 'command'; readonly command: Command; readonly picks: readonly number[] }
  | { readonly do: 'move'; readonly pick: number; readonly x: number; readonly y: number }
  | { readonly do: 'type'; readonly pick: number; readonly name: string }
  | { readonly do: 'replace'; readonly other: ReturnType<typeof asRead> }
  | { readonly do: 'save' };

function asRead(text: string) {
  const outcome = readDesign(text);
  if (!outcome.ok) throw new Error('the random design cannot be read');
  return outcome.value;
}

const design = randomDesign({ components: 6, hostileNames: true }).map((one) => asRead(writeDesign(one)));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      command: fc.constantFrom(...editing),
      picks: fc.array(fc.nat(), { maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      pick: fc.nat(),
      x: fc.integer({ min: -2000, max: 2000 }),
      y: fc.integer({ min: -2000, max: 2000 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('type' as const), pick: fc.nat(), name: fc.string() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const), other: design }) },
  { weight: 1, arbitrary: fc.constant({ do: 'save' as const }) },
);

function pick<T>(list: readonly T[] | undefined, numbers: readonly number[]): T[] {
  return numbers.flatMap((number) => (list && list.length > 0 ? [list[number % list.length] as T] : []));
}

const idsOf = (entries: readonly { readonly id: string }[]): string[] => [...new Set(entries.map(({ id }) => id))];

async function take(one: Step): Promise<void> {
  const now = documentStore.getState().design;
  switch (one.do) {
    case 'command': {
      const [first = 0, ...rest] = one.picks;
      select({
        components: idsOf(pick(now.components, one.picks)),
        connections: first % 3 === 0 ? idsOf(pick(now.connections, rest)) : [],
        groups: first % 2 === 0 ? idsOf(pick(now.groups, rest)) : [],
      });
      const context = commandContext();
      if (one.command.id === 'edit.arrange') await arrange();
      else if (one.command.enabled?.(context) ?? true) one.command.run(context);
      closeDialog();
      break;
    }
    case 'move': {
      const [component] = pick(now.components, [one.pick]);
      // As by the arrow keys: in a row they are one step.
      if (component) {
        const places = { [component.id]: { x: one.x, y: one.y } };
        commitMove('move', { ...NO_MOVE, places }, `keys ${component.id}`);
      }
      break;
    }
    case 'type': {
      const [component] = pick(now.components, [one.pick]);
      if (!component) break;
      const typed = (draft: typeof now): void => {
        const found = draft.components.find(({ id }) => id === component.id);
        if (found) found.name = one.name;
      };
      document.edit('type', typed, `name ${component.id}`);
      document.edit('type', typed, `name ${component.id}`);
      break;
    }
    case 'replace':
      replaceDesign('restore', one.other);
      break;
    case 'save':
      save();
      await new Promise((resolve) => setTimeout(resolve));
      break;
  }
}

test('any sequence of commands, undone to the start, gives the first design byte for byte', async () => {
  expect(editing.length).toBeGreaterThan(kinds.length + 5);
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(design, fc.array(step, { minLength: 1, maxLength: 25 }), async (first, steps) => {
      load(first, { path: 'a.spandrel.json', hash: 'h', readOnly: false });
      const before = writeDesign(first);
      for (const one of steps) await take(one);
      taken += documentStore.getState().position;
      const after = writeDesign(documentStore.getState().design);
      const { length } = documentStore.getState().history;
      for (let n = 0; n <= length; n++) undo();
      expect(writeDesign(documentStore.getState().design)).toBe(before);
      if (!steps.some((one) => one.do === 'save')) expect(isDirty(documentStore.getState())).toBe(false);
      // And forward again; commands among the steps may have undone some themselves.
      for (let n = 0; n <= length; n++) redo();
      if (documentStore.getState().position === length && !steps.some(isUndo))
        expect(writeDesign(documentStore.getState().design)).toBe(after);
    }),
    { numRuns: 120 },
  );
  expect(taken).toBeGreaterThan(100);
});

function isUndo(one: Step): boolean {
  return one.do === 'command' && /^edit\.(undo|redo)$/.test(one.command.id);
}

test('saving keeps the history: undo goes back past it and makes the design unsaved', async () => {
  load(asRead(writeDesign({ spandrel: 1, name: 'Shop', components: [] })), { path: 'a', hash: 'h', readOnly: false });
  document.edit('rename', (draft) => void (draft.name = 'Store'));
  await take({ do: 'save' });
  expect(isDirty(documentStore.getState())).toBe(false);
  undo();
  expect([documentStore.getState().design.name, isDirty(documentStore.getState())]).toEqual(['Shop', true]);
  redo();
  expect(isDirty(documentStore.getState())).toBe(false);
});
