// The context menu of the canvas: the commands for what the pointer rests on, or for the design where it is empty.
import type { ReactNode } from 'react';
import type { ContextName } from '../../src/commands/command.ts';
import { CommandContextMenu } from '../panels/toolbar/CommandContextMenu.tsx';
import { canvasStore } from '../state/canvas.ts';
import { select, selectionStore } from '../state/selection.ts';
import { groupIdOf, noteIdOf } from './derive.ts';

/** Selects what lies under the pointer, unless it is part of the selection. */
function selectUnder(target: EventTarget): ContextName {
  const element = target instanceof Element ? target.closest('.react-flow__node, .react-flow__edge') : null;
  const id = element?.getAttribute('data-id');
  if (!element || !id) return 'canvas';
  const now = selectionStore.getState();
  const [group, note] = [groupIdOf(id), noteIdOf(id)];
  if (element.classList.contains('react-flow__edge')) {
    if (!now.connections.includes(id)) select({ connections: [id] });
    return 'connection';
  }
  if (group !== null) {
    if (!now.groups.includes(group)) select({ groups: [group] });
    return 'group';
  }
  if (note !== null) {
    if (!now.notes.includes(note)) select({ notes: [note] });
    return 'note';
  }
  if (!now.components.includes(id)) select({ components: [id] });
  return 'component';
}

export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  return (
    <CommandContextMenu
      className="canvas-place"
      prepare={selectUnder}
      onChosen={() => canvasStore.getState().viewport?.focus()}
    >
      {children}
    </CommandContextMenu>
  );
}
