// The Edit menu: history, and what can be done to the selection. None of these writes its own undo.
import { nameOf } from '../model/graph.ts';
import { addGroup, assignGroup, duplicate, remove } from '../model/edit.ts';
import type { Component } from '../model/design.ts';
import type { Command, CommandContext, SelectionValue } from './command.ts';

/** How far a copy stands from its original, on the grid of the canvas. */
const COPY_OFFSET = { x: 40, y: 40 };

function isEmpty({ components, connections, groups }: SelectionValue): boolean {
  return components.length + connections.length + groups.length === 0;
}

/** What the history calls the selection: the name of the one, or how many there are. */
function describe({ design, selection }: CommandContext): string {
  const { components, connections, groups } = selection;
  const count = components.length + connections.length + groups.length;
  if (count > 1) return `${count} elements`;
  const component = design.components.find(({ id }) => id === components[0]);
  if (component) return nameOf(component);
  const group = design.groups?.find(({ id }) => id === groups[0]);
  return group ? (group.name ?? group.id) : 'connection';
}

function onlyComponent({ selection }: CommandContext): string | null {
  return selection.components.length === 1 ? (selection.components[0] ?? null) : null;
}

function groupSelection(context: CommandContext): void {
  const members = context.selection.components;
  const groupOf = new Map(context.design.components.map(({ id, group }) => [id, group]));
  const parents = new Set(members.map((id) => groupOf.get(id)));
  const parent = parents.size === 1 ? [...parents][0] : undefined;
  let id = '';
  context.edit('group', (draft) => {
    id = addGroup(draft, 'Group', 'boundary', parent);
    assignGroup(draft, members, id);
  });
  context.select({ groups: [id] });
}

function grouped({ design, selection }: CommandContext): readonly Component[] {
  const selected = new Set(selection.components);
  return design.components.filter(({ id, group }) => selected.has(id) && group !== undefined);
}

/** Members move up into the parent of their group; a selected group is dissolved. */
function ungroup(context: CommandContext): void {
  const parents = new Map((context.design.groups ?? []).map(({ id, parent }) => [id, parent ?? null]));
  context.edit(`take ${describe(context)} out of the group`, (draft) => {
    for (const { id, group } of grouped(context)) assignGroup(draft, [id], parents.get(group ?? '') ?? null);
    remove(draft, { groups: context.selection.groups });
  });
}

export const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    menu: 'edit',
    keys: ['Mod+Z'],
    words: ['back', 'revert'],
    enabled: (context) => context.canUndo,
    run: (context) => context.undo(),
  },
  {
    id: 'edit.redo',
    menu: 'edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    words: ['again', 'forward'],
    enabled: (context) => context.canRedo,
    run: (context) => context.redo(),
  },
  {
    id: 'edit.delete',
    contexts: ['component', 'connection', 'group'],
    menu: 'edit',
    keys: ['Delete', 'Backspace'],
    words: ['remove', 'erase'],
    enabled: (context) => !isEmpty(context.selection),
    run: (context) => {
      const { components, connections, groups } = context.selection;
      context.edit(`delete ${describe(context)}`, (draft) => remove(draft, { components, connections, groups }));
      context.select({});
    },
  },
  {
    id: 'edit.duplicate',
    contexts: ['component'],
    menu: 'edit',
    keys: ['Mod+D'],
    words: ['copy', 'clone'],
    enabled: (context) => context.selection.components.length > 0,
    run: (context) => {
      let copies: readonly string[] = [];
      context.edit(`duplicate ${describe(context)}`, (draft) => {
        copies = [...duplicate(draft, context.selection.components, COPY_OFFSET).values()];
      });
      context.select({ components: copies });
    },
  },
  {
    id: 'edit.selectAll',
    contexts: ['canvas'],
    menu: 'edit',
    keys: ['Mod+A'],
    enabled: (context) => context.design.components.length > 0,
    run: (context) =>
      context.select({
        components: context.design.components.map(({ id }) => id),
        connections: (context.design.connections ?? []).map(({ id }) => id),
      }),
  },
  {
    id: 'edit.rename',
    contexts: ['component'],
    menu: 'edit',
    keys: ['F2'],
    words: ['name', 'title'],
    enabled: (context) => onlyComponent(context) !== null,
    run: (context) => {
      const id = onlyComponent(context);
      if (id !== null) context.view.rename(id);
    },
  },
  {
    id: 'edit.connect',
    contexts: ['component'],
    menu: 'edit',
    keys: ['C'],
    words: ['connection', 'link', 'call', 'edge'],
    enabled: (context) => onlyComponent(context) !== null && context.design.components.length > 1,
    run: (context) => {
      const id = onlyComponent(context);
      if (id !== null) context.view.connectFrom(id);
    },
  },
  {
    id: 'edit.group',
    contexts: ['component'],
    menu: 'edit',
    keys: ['Mod+G'],
    words: ['boundary', 'layer', 'module', 'zone'],
    enabled: (context) => context.selection.components.length > 0,
    run: groupSelection,
  },
  {
    id: 'edit.ungroup',
    contexts: ['component', 'group'],
    menu: 'edit',
    keys: ['Mod+Shift+G'],
    words: ['ungroup', 'dissolve', 'boundary'],
    enabled: (context) => context.selection.groups.length > 0 || grouped(context).length > 0,
    run: ungroup,
  },
  {
    id: 'edit.arrange',
    contexts: ['canvas'],
    menu: 'edit',
    keys: ['Mod+Shift+A'],
    words: ['layout', 'tidy', 'places', 'align'],
    enabled: (context) => context.design.components.length > 0,
    run: (context) => context.arrange(),
  },
];
