// A number with its unit: typed with units and small formulas, stepped with the arrow keys, cleared to its default. What
// is typed takes effect at each key that can be read, and all of it is one step of the history.
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Finding } from '../../../src/model/finding.ts';
import { t } from '../../texts.ts';
import { placeholderOf, type FieldDescription, type NumberShape } from './describe.ts';
import { FieldRow, type FieldLook } from './FieldRow.tsx';
import type { Place } from './place.ts';
import { stepQuantity, writeQuantity } from './quantity-text.ts';
import { readNumberFor, startOf } from './read-number.ts';
import { MIXED, usePath, useValue, useWriter } from './target.ts';
import { useDraft } from './use-draft.ts';

interface NumberFieldProps {
  readonly field: Omit<FieldDescription, 'shape'>;
  readonly shape: NumberShape;
  readonly keys: Place;
  /** Takes a text that is not a number but may stand here all the same. */
  readonly takesText?: boolean;
  readonly look?: FieldLook;
  /** What is written for the number, where that is more than itself: a whole distribution around it. */
  readonly wrap?: ((value: number) => unknown) | undefined;
}

/** From the first key to the end of the typing: formulas start from what stood there before it. */
interface Typing {
  readonly keys: Place;
  readonly before: readonly unknown[];
  readonly mergeKey: string;
}

let typings = 0;

export function textOf(value: unknown): string {
  return typeof value === 'number' ? writeQuantity(value) : typeof value === 'string' ? value : '';
}

export function NumberField({ field, shape, keys, takesText = false, look = 'row', wrap }: NumberFieldProps) {
  const value = useValue(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const [problem, setProblem] = useState<Finding | null>(null);
  const typing = useRef<(Typing & Pick<NumberFieldProps, 'wrap'>) | null>(null);

  const begin = () =>
    (typing.current ??= { keys, before: writer.valuesAt(keys), mergeKey: `typing ${++typings}`, wrap });
  const read = (text: string) => readNumberFor(text, begin().before, { field, shape, takesText });
  const take = (values: readonly unknown[]): void => {
    const { keys: place, mergeKey, wrap: wrapped } = begin();
    const written = wrapped ? values.map((one) => (typeof one === 'number' ? wrapped(one) : one)) : values;
    writer.writeEach(place, written, mergeKey);
  };
  const onType = (text: string): void => {
    const reading = read(text);
    if (reading.ok) {
      setProblem(null);
      take(reading.values);
    } else writer.takeBack(begin().mergeKey);
  };
  const commit = (text: string): boolean => {
    const { before } = begin();
    const isMixed = value === MIXED;
    if (text.trim() === '' && (isMixed || !field.required)) {
      setProblem(null);
      if (!isMixed) take(before.map(() => undefined));
      return true;
    }
    const reading = read(text);
    setProblem(
      reading.ok ? null : { rule: 'bad-input', severity: 'error', path, message: reading.message, mend: reading.mend },
    );
    if (reading.ok) take(reading.values);
    else writer.takeBack(begin().mergeKey);
    return reading.ok;
  };
  const leave = (): void => {
    typing.current = null;
    writer.leave();
  };
  const step = (event: KeyboardEvent, text: string | null): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (text !== null && !commit(text)) return;
    draft.set(null);
    typing.current = null;
    const steps = (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1);
    const stepped = writer.valuesAt(keys).map((one) => stepQuantity(startOf(one, field), steps, shape));
    writer.writeEach(keys, wrap ? stepped.map(wrap) : stepped);
  };
  const draft = useDraft({
    commit,
    leave,
    onType,
    onDrop: () => {
      setProblem(null);
      if (typing.current) writer.takeBack(typing.current.mergeKey);
    },
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
          placeholder={value === MIXED ? t('fields.severalValues') : placeholderOf(field as FieldDescription)}
          value={draft.text ?? textOf(value)}
        />
      )}
    </FieldRow>
  );
}
