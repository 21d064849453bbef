// Renaming where the name stands: Enter or leaving the field takes the name, Escape does not.
import { useEffect, useRef } from 'react';
import { renameComponent } from '../../src/model/edit.ts';
import { canvasStore } from '../state/canvas.ts';
import { edit } from '../state/document.ts';
import { t } from '../texts.ts';

interface NameInputProps {
  readonly componentId: string;
  readonly name: string;
}

export function NameInput({ componentId, name }: NameInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const finish = (takes: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const text = input.current?.value ?? name;
    canvasStore.setState({ renaming: null });
    if (takes && text !== name)
      edit(t('steps.rename', { what: name }), (draft) => renameComponent(draft, componentId, text));
    canvasStore.getState().viewport?.focus();
  };
  return (
    <input
      ref={input}
      className="canvas-card-input nodrag nopan"
      aria-label={t('nodes.nameOf', { what: name })}
      defaultValue={name}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
}
