// The context menu of the canvas: the commands for what the pointer rests on, or for the design where it is empty.
import { ContextMenu as Radix } from 'radix-ui';
import { useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { commands } from '../../src/commands/index.ts';
import type { Command } from '../../src/commands/command.ts';
import { commandContext } from '../commands/context.ts';
import { shownKeys } from '../commands/keys.ts';
import { runCommand } from '../commands/run-command.ts';
import { canvasStore } from '../state/canvas.ts';
import { select, selectionStore } from '../state/selection.ts';
import { groupIdOf, noteIdOf } from './derive.ts';

const OF_SELECTION = [
  'edit.rename',
  'edit.connect',
  'edit.addConnected',
  'edit.cut',
  'edit.copy',
  'edit.duplicate',
  'edit.group',
  'edit.ungroup',
  'edit.collapse',
  'edit.fitGroup',
  'select.connected',
  'arrange.selection',
  'edit.delete',
];
const OF_DESIGN = ['edit.paste', 'edit.addNote', 'edit.selectAll', 'edit.arrange', 'view.fit', 'simulate.run'];

function named(ids: readonly string[]): readonly Command[] {
  const context = commandContext();
  return ids
    .flatMap((id) => commands.find((command) => command.id === id) ?? [])
    .filter((command) => command.enabled?.(context) ?? true);
}

/** Selects what lies under the pointer, unless it is part of the selection; true where something does. */
function selectUnder(target: EventTarget): boolean {
  const element = target instanceof Element ? target.closest('.react-flow__node, .react-flow__edge') : null;
  const id = element?.getAttribute('data-id');
  if (!element || !id) return false;
  const now = selectionStore.getState();
  const [group, note] = [groupIdOf(id), noteIdOf(id)];
  if (element.classList.contains('react-flow__edge')) {
    if (!now.connections.includes(id)) select({ connections: [id] });
  } else if (group !== null) {
    if (!now.groups.includes(group)) select({ groups: [group] });
  } else if (note !== null) {
    if (!now.notes.includes(note)) select({ notes: [note] });
  } else if (!now.components.includes(id)) select({ components: [id] });
  return true;
}

export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  const [entries, setEntries] = useState<readonly Command[]>([]);
  const chosen = useRef<Command | null>(null);
  /** The command runs once the menu has given the focus away, so that what it opens can take it. */
  const runChosen = (event: Event): void => {
    event.preventDefault();
    canvasStore.getState().viewport?.focus();
    const command = chosen.current;
    chosen.current = null;
    if (command) runCommand(command);
  };
  const prepare = ({ target }: MouseEvent): void => setEntries(named(selectUnder(target) ? OF_SELECTION : OF_DESIGN));
  return (
    <Radix.Root>
      <Radix.Trigger className="canvas-place" onContextMenu={prepare}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" collisionPadding={8} onCloseAutoFocus={runChosen}>
          {entries.map((command) => (
            <Radix.Item key={command.id} className="menu-item" onSelect={() => (chosen.current = command)}>
              {command.title}
              <span className="menu-item-keys">{shownKeys(command.keys?.[0])}</span>
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
