// The Select part of the Edit menu, and walking over the canvas by keyboard.
import type { Direction } from '../layout/direction.ts';
import type { Command, CommandContext } from './command.ts';

const others = (all: readonly { readonly id: string }[] | undefined, ids: readonly string[]): string[] =>
  (all ?? []).flatMap(({ id }) => (ids.includes(id) ? [] : id));

function hasContent({ design }: CommandContext): boolean {
  return design.components.length + (design.notes?.length ?? 0) > 0;
}

/** The selected components, and all that call them or are called by them, with the connections between. */
function selectConnected(context: CommandContext): void {
  const { design, selection } = context;
  const from = new Set(selection.components);
  const touching = (design.connections ?? []).filter((link) => from.has(link.from) || from.has(link.to));
  context.select({
    components: [...new Set([...from, ...touching.flatMap((link) => [link.from, link.to])])],
    connections: touching.map(({ id }) => id),
  });
}

function walk(direction: Direction, arrow: string): Command {
  return {
    id: `select.walk.${direction}`,
    menu: null,
    keys: [arrow],
    words: ['focus', 'walk', 'next', 'connection', 'keyboard'],
    enabled: hasContent,
    run: (context) => context.canvas.walk(direction),
  };
}

export const selectCommands: readonly Command[] = [
  {
    id: 'edit.selectAll',
    contexts: ['canvas'],
    menu: 'edit',
    part: 'select',
    keys: ['Mod+A'],
    enabled: hasContent,
    run: (context) => {
      const idsOf = (entries: readonly { readonly id: string }[] = []): string[] => entries.map(({ id }) => id);
      const { components, connections, notes } = context.design;
      context.select({ components: idsOf(components), connections: idsOf(connections), notes: idsOf(notes) });
    },
  },
  {
    id: 'select.none',
    menu: 'edit',
    part: 'select',
    keys: ['Escape'],
    words: ['deselect', 'clear'],
    run: (context) => context.select({}),
  },
  {
    id: 'select.invert',
    menu: 'edit',
    part: 'select',
    enabled: hasContent,
    run: (context) =>
      context.select({
        components: others(context.design.components, context.selection.components),
        notes: others(context.design.notes, context.selection.notes),
      }),
  },
  {
    id: 'select.connected',
    contexts: ['component'],
    menu: 'edit',
    part: 'select',
    words: ['callers', 'callees', 'neighbours'],
    enabled: ({ selection }) => selection.components.length > 0,
    run: selectConnected,
  },
  {
    id: 'select.lasso',
    menu: 'edit',
    part: 'select',
    keys: ['L'],
    words: ['lasso', 'area', 'rectangle'],
    run: (context) => context.canvas.toggleLasso(),
  },
  {
    id: 'select.focused',
    menu: null,
    keys: ['Space'],
    words: ['keyboard'],
    run: (context) => context.canvas.selectFocused(false),
  },
  {
    id: 'select.focusedToo',
    menu: null,
    keys: ['Shift+Space'],
    words: ['keyboard', 'multiple'],
    run: (context) => context.canvas.selectFocused(true),
  },
  walk('left', 'ArrowLeft'),
  walk('right', 'ArrowRight'),
  walk('up', 'ArrowUp'),
  walk('down', 'ArrowDown'),
];
