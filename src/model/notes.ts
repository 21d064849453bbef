// Edits of notes: free texts on the canvas, beside the architecture and without a meaning to it.
import type { Design, Note } from './design.ts';
import { uniqueId } from './edit.ts';
import type { Area } from './group-edits.ts';

/** A new note, as large as a few lines. */
export const NOTE_SIZE = { width: 200, height: 100 } as const;

export function addNote(draft: Design, text: string, { x, y, width, height }: Area): string {
  draft.notes ??= [];
  const id = uniqueId(draft.notes, 'note');
  draft.notes.push({ id, text, view: { x, y, width, height } });
  return id;
}

export function noteById(design: Design, id: string): Note | undefined {
  return design.notes?.find((note) => note.id === id);
}

export function writeNote(draft: Design, id: string, text: string): void {
  const note = noteById(draft, id);
  if (note) note.text = text;
}

export function placeNote(draft: Design, id: string, { x, y, width, height }: Area): void {
  const note = noteById(draft, id);
  if (note) note.view = { x, y, width, height };
}

/** What a note is called where there is no room for all of it: its first line. */
export function noteTitle({ text }: Note): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
