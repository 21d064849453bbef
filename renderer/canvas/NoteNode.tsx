// A note: free text on the canvas, written where it stands.
import type { NodeProps } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { t } from '../texts.ts';
import { useGesture } from '../state/gesture.ts';
import type { NoteNodeType } from './derive.ts';
import { finishNote } from './noting.ts';
import { Resizer } from './Resizer.tsx';

function NoteText({ noteId, text }: { readonly noteId: string; readonly text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const finish = (takes: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    finishNote(noteId, takes ? (area.current?.value ?? text) : text);
  };
  return (
    <textarea
      ref={area}
      className="canvas-note-input nodrag nopan nowheel"
      aria-label={t('nodes.noteText')}
      placeholder={t('nodes.notePlaceholder')}
      defaultValue={text}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') finish(true);
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(true);
      }}
    />
  );
}

export function NoteNode({ id, data, selected }: NodeProps<NoteNodeType>) {
  const { note } = data;
  const isEditing = useGesture((state) => state.editingNote === note.id);
  return (
    <div className={`canvas-note ${selected ? 'canvas-note-selected' : ''}`}>
      {selected && !isEditing && <Resizer nodeId={id} least={{ width: 80, height: 40 }} />}
      {isEditing ? (
        <NoteText noteId={note.id} text={note.text} />
      ) : (
        <div className="canvas-note-text">
          {note.text === '' ? <span className="canvas-note-hint">{t('nodes.emptyNote')}</span> : note.text}
        </div>
      )}
    </div>
  );
}
