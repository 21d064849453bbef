// A number with its unit: typed with units and small formulas, stepped with the arrow keys, cleared to its default.
import { useState, type KeyboardEvent } from 'react';
import type { Finding } from '../../../src/model/finding.ts';
import { placeholderOf, type FieldDescription, type NumberShape } from './describe.ts';
import { FieldRow, type FieldLook } from './FieldRow.tsx';
import type { Place } from './place.ts';
import { readQuantity, rangeText, stepQuantity, writeQuantity } from './quantity-text.ts';
import { MIXED, usePath, useValue, useWriter } from './target.ts';
import { useDraft } from './use-draft.ts';

interface NumberFieldProps {
  readonly field: Omit<FieldDescription, 'shape'>;
  readonly shape: NumberShape;
  readonly keys: Place;
  /** Takes a text that is not a number but may stand here all the same. */
  readonly takesText?: boolean;
  readonly look?: FieldLook;
  /** Writes the number in its own way, such as a whole distribution around it. */
  readonly onWrite?: ((value: number) => void) | undefined;
}

export function textOf(value: unknown): string {
  return typeof value === 'number' ? writeQuantity(value) : typeof value === 'string' ? value : '';
}

function badText(path: string, message: string, mend: string): Finding {
  return { rule: 'bad-input', severity: 'error', path, message, mend };
}

export function NumberField({ field, shape, keys, takesText = false, look = 'row', onWrite }: NumberFieldProps) {
  const value = useValue(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const [problem, setProblem] = useState<Finding | null>(null);
  const current = typeof value === 'number' ? value : typeof field.default === 'number' ? field.default : null;

  const refuse = (message: string, mend: string): false => {
    setProblem(badText(path, message, mend));
    return false;
  };
  const write = (next: number | string | undefined): true => {
    setProblem(null);
    if (typeof next === 'number' && onWrite) onWrite(next);
    else if (next !== value) writer.write(keys, next);
    return true;
  };
  const commit = (text: string): boolean => {
    const typed = text.trim();
    if (typed === '' && (!field.required || value === MIXED)) return value === MIXED || write(undefined);
    if (typed === '') return refuse(`${field.title} is needed`, `Give ${rangeText(shape)}`);
    if (shape.word !== null && typed === shape.word) return write(typed);
    const reading = readQuantity(typed, { title: field.title, unit: field.unit, shape, current });
    if (reading.ok) return write(reading.value);
    if (takesText && /^\d+(\.\d+)?%$/.test(typed)) return write(typed);
    const word = shape.word === null ? '' : `, or "${shape.word}"`;
    return refuse(reading.message, reading.mend + word);
  };
  const step = (event: KeyboardEvent, text: string | null): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const typed = text === null ? null : readQuantity(text, { title: field.title, unit: field.unit, shape, current });
    const steps = (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1);
    draft.set(null);
    write(stepQuantity(typed?.ok ? typed.value : current, steps, shape));
  };
  const draft = useDraft({
    commit,
    leave: writer.leave,
    onDrop: () => setProblem(null),
    onKeyDown: step,
  });

  return (
    <FieldRow title={field.title} unit={field.unit} help={field.help} path={path} problem={problem} look={look}>
      {(control) => (
        <input
          {...control}
          {...draft.handlers}
          className="field-input field-number"
          type="text"
          inputMode={shape.word === null && !takesText ? 'decimal' : 'text'}
          autoComplete="off"
          spellCheck={false}
          placeholder={value === MIXED ? 'several values' : placeholderOf(field as FieldDescription)}
          value={draft.text ?? textOf(value)}
        />
      )}
    </FieldRow>
  );
}
