// The text of a field while it is being typed: it is taken for good at Enter or when the field is left, and Escape takes
// it back. A field that vanishes while it is being typed in keeps what was typed.
import { useEffect, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

interface Draft {
  /** Null while nothing is being typed. */
  readonly text: string | null;
  readonly set: (text: string | null) => void;
  readonly handlers: {
    readonly onChange: (event: ChangeEvent<TextElement>) => void;
    readonly onBlur: () => void;
    readonly onKeyDown: (event: KeyboardEvent<TextElement>) => void;
  };
}

interface DraftOptions {
  /** Takes the text; false where it cannot be taken and stays in the field. */
  readonly commit: (text: string) => boolean;
  /** Each change of the text, for what shows its effect at once. */
  readonly onType?: (text: string) => void;
  /** The field has been left: the next change is a step of its own. */
  readonly leave: () => void;
  /** The text was taken back. */
  readonly onDrop?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<TextElement>, text: string | null) => void;
  /** Enter is a line break here. */
  readonly multiline?: boolean;
}

/** Copying, undoing and moving within the text are not commands of the window. */
const KEYS_OF_TEXT = new Set([
  'a',
  'c',
  'v',
  'x',
  'z',
  'arrowleft',
  'arrowright',
  'home',
  'end',
  'backspace',
  'delete',
]);

function isShortcut(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  return (event.ctrlKey || event.metaKey) && key !== 'control' && key !== 'meta' && !KEYS_OF_TEXT.has(key);
}

export function useDraft({ commit, leave, onType, onDrop, onKeyDown, multiline = false }: DraftOptions): Draft {
  const [text, setText] = useState<string | null>(null);
  const latest = useRef({ text, commit, leave });
  useEffect(() => {
    latest.current = { text, commit, leave };
  });
  useEffect(() => {
    const pending = latest;
    return () => {
      if (pending.current.text !== null) pending.current.commit(pending.current.text);
      pending.current.leave();
    };
  }, []);

  const take = (): void => {
    if (text !== null && commit(text)) setText(null);
  };
  const onKey = (event: KeyboardEvent<TextElement>): void => {
    if (event.key === 'Escape' && text !== null) {
      event.stopPropagation();
      setText(null);
      onDrop?.();
      leave();
    } else if (isShortcut(event) || (event.key === 'Enter' && !multiline)) {
      take();
      leave();
    } else onKeyDown?.(event, text);
  };
  return {
    text,
    set: setText,
    handlers: {
      onChange: (event) => {
        setText(event.target.value);
        onType?.(event.target.value);
      },
      onBlur: () => {
        take();
        leave();
      },
      onKeyDown: onKey,
    },
  };
}
