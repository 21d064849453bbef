// Writing notes: what is typed first belongs to the step that added the note, and a new note left empty was never there.
import { writeNote } from '../../src/model/notes.ts';
import { canvasStore } from '../state/canvas.ts';
import { documentStore, edit, endMerge, undo } from '../state/document.ts';
import { gestureStore } from '../state/gesture.ts';
import { t } from '../texts.ts';

/** The step that added a note, until its first text is taken. */
export const NEW_NOTE = 'new note';

function isNew(): boolean {
  const { history, position } = documentStore.getState();
  return history[position - 1]?.mergeKey === NEW_NOTE;
}

export function finishNote(id: string, text: string): void {
  gestureStore.setState({ editingNote: null });
  const before = documentStore.getState().design.notes?.find((note) => note.id === id)?.text;
  if (before === undefined) return;
  if (isNew() && text.trim() === '') undo();
  else if (text !== before)
    edit(t('steps.writeNote'), (draft) => writeNote(draft, id, text), isNew() ? NEW_NOTE : null);
  endMerge();
  canvasStore.getState().viewport?.focus();
}
