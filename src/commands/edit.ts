// The Edit menu: history, and what can be done to the selection. None of these writes its own undo.
import { nameOf } from '../model/graph.ts';
import { duplicateParts, type Pasted } from '../model/fragment.ts';
import { collapseGroup, fitGroup, groupTogether, ungroup } from '../model/group-edits.ts';
import { remove } from '../model/edit.ts';
import { GROUP_KINDS, type GroupKind } from '../model/design.ts';
import type { Command, CommandContext, SelectionValue } from './command.ts';

/** How far a copy stands from its original, on the grid of the canvas. */
const COPY_OFFSET = { x: 40, y: 40 };

function isEmpty({ components, connections, groups, notes }: SelectionValue): boolean {
  return components.length + connections.length + groups.length + notes.length === 0;
}

/** What the history calls the selection: the name of the one, or how many there are. */
function describe({ design, selection }: CommandContext): string {
  const { components, connections, groups, notes } = selection;
  const count = components.length + connections.length + groups.length + notes.length;
  if (count > 1) return `${count} elements`;
  const component = design.components.find(({ id }) => id === components[0]);
  if (component) return nameOf(component);
  const group = design.groups?.find(({ id }) => id === groups[0]);
  if (group) return nameOf(group);
  return notes.length > 0 ? 'note' : 'connection';
}

function onlyComponent({ selection }: CommandContext): string | null {
  return selection.components.length === 1 ? (selection.components[0] ?? null) : null;
}

function groupSelection(context: CommandContext, kind: GroupKind): void {
  let id = '';
  context.edit('group', (draft) => {
    id = groupTogether(draft, context.selection, 'Group', kind);
  });
  context.select({ groups: [id] });
}

function canGroup({ selection }: CommandContext): boolean {
  return selection.components.length + selection.groups.length > 0;
}

function canDuplicate({ selection }: CommandContext): boolean {
  return selection.components.length + selection.groups.length + selection.notes.length > 0;
}

function isGrouped({ design, selection }: CommandContext): boolean {
  const selected = new Set(selection.components);
  return design.components.some(({ id, group }) => selected.has(id) && group !== undefined);
}

function onlyNote({ selection }: CommandContext): string | null {
  return selection.notes.length === 1 ? (selection.notes[0] ?? null) : null;
}

function clipboardCommand(id: 'copy' | 'cut' | 'paste', key: string): Command {
  return {
    id: `edit.${id}`,
    contexts: id === 'paste' ? ['canvas'] : ['component', 'group', 'note'],
    menu: 'edit',
    keys: [key],
    isNative: true,
    ...(id !== 'paste' && { enabled: canDuplicate }),
    run: (context) => context.clipboard[id](),
  };
}

/** Made around the selection as another kind than a boundary; found by typing. */
const groupAsCommands: readonly Command[] = GROUP_KINDS.filter((kind) => kind !== 'boundary').map((kind) => ({
  id: `edit.groupAs.${kind}`,
  textId: 'edit.groupAs',
  what: kind,
  menu: null,
  words: ['group', kind],
  enabled: canGroup,
  run: (context) => groupSelection(context, kind),
}));

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
    contexts: ['component', 'connection', 'group', 'note'],
    menu: 'edit',
    keys: ['Delete', 'Backspace'],
    words: ['remove', 'erase'],
    enabled: (context) => !isEmpty(context.selection),
    run: (context) => {
      context.edit(`delete ${describe(context)}`, (draft) => remove(draft, context.selection));
      context.select({});
    },
  },
  {
    id: 'edit.duplicate',
    contexts: ['component', 'group', 'note'],
    menu: 'edit',
    keys: ['Mod+D'],
    words: ['copy', 'clone'],
    enabled: canDuplicate,
    run: (context) => {
      let copies: Pasted = { components: [], groups: [], notes: [], connections: [] };
      context.edit(`duplicate ${describe(context)}`, (draft) => {
        copies = duplicateParts(draft, context.selection, COPY_OFFSET);
      });
      context.select({ components: copies.components, groups: copies.groups, notes: copies.notes });
    },
  },
  clipboardCommand('cut', 'Mod+X'),
  clipboardCommand('copy', 'Mod+C'),
  clipboardCommand('paste', 'Mod+V'),
  {
    id: 'edit.rename',
    contexts: ['component'],
    menu: 'edit',
    keys: ['F2', 'Enter'],
    words: ['name', 'title', 'note', 'write'],
    enabled: (context) => onlyComponent(context) !== null || onlyNote(context) !== null,
    run: (context) => {
      const [id, note] = [onlyComponent(context), onlyNote(context)];
      if (id !== null) context.view.rename(id);
      else if (note !== null) context.canvas.editNote(note);
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
    id: 'edit.addConnected',
    contexts: ['component'],
    menu: 'edit',
    keys: ['Shift+C'],
    words: ['quick', 'new', 'component', 'connection'],
    enabled: (context) => onlyComponent(context) !== null,
    run: (context) => {
      const id = onlyComponent(context);
      if (id !== null) context.canvas.addConnected(id);
    },
  },
  {
    id: 'edit.addNote',
    contexts: ['canvas'],
    menu: 'edit',
    keys: ['N'],
    words: ['text', 'comment', 'annotation', 'sticky'],
    run: (context) => context.canvas.addNote(),
  },
  {
    id: 'edit.group',
    contexts: ['component', 'group'],
    menu: 'edit',
    keys: ['Mod+G'],
    words: ['boundary', 'layer', 'module', 'zone'],
    enabled: canGroup,
    run: (context) => groupSelection(context, 'boundary'),
  },
  {
    id: 'edit.ungroup',
    contexts: ['component', 'group'],
    menu: 'edit',
    keys: ['Mod+Shift+G'],
    words: ['ungroup', 'dissolve', 'boundary'],
    enabled: (context) => context.selection.groups.length > 0 || isGrouped(context),
    run: (context) => {
      const { components, groups } = context.selection;
      context.edit(`take ${describe(context)} out of the group`, (draft) => ungroup(draft, { components, groups }));
    },
  },
  {
    id: 'edit.collapse',
    contexts: ['group'],
    menu: 'edit',
    keys: ['Mod+Shift+K'],
    words: ['fold', 'expand', 'hide', 'members'],
    enabled: (context) => context.selection.groups.length > 0,
    run: (context) => {
      const selected = new Set(context.selection.groups);
      const groups = (context.design.groups ?? []).filter(({ id }) => selected.has(id));
      const collapsed = groups.some(({ view }) => view?.collapsed !== true);
      context.edit(`${collapsed ? 'collapse' : 'open'} ${describe(context)}`, (draft) => {
        for (const { id } of groups) collapseGroup(draft, id, collapsed);
      });
    },
  },
  {
    id: 'edit.fitGroup',
    contexts: ['group'],
    menu: null,
    words: ['size', 'shrink', 'resize'],
    enabled: ({ design, selection }) =>
      (design.groups ?? []).some(({ id, view }) => selection.groups.includes(id) && view?.width !== undefined),
    run: (context) =>
      context.edit(`fit ${describe(context)}`, (draft) => {
        for (const id of context.selection.groups) fitGroup(draft, id);
      }),
  },
  ...groupAsCommands,
  ...GROUP_KINDS.map((kind): Command => ({
    id: `edit.addGroup.${kind}`,
    textId: 'edit.addGroup',
    what: kind,
    menu: null,
    words: ['group', 'empty', 'area'],
    run: (context) => context.canvas.addGroup(kind),
  })),
];
