// Lists of plain values: words separated by commas or lines, and numbers as they are pasted from a measurement.
import { useState } from 'react';
import type { Finding } from '../../../src/model/finding.ts';
import { t } from '../../texts.ts';
import { placeholderOf, type FieldDescription, type NumberShape } from './describe.ts';
import { FieldRow } from './FieldRow.tsx';
import { readNumbers, readWords } from './list-text.ts';
import type { Place } from './place.ts';
import { MIXED, usePath, useValue, useWriter } from './target.ts';
import { useDraft } from './use-draft.ts';

interface ListTextProps {
  readonly field: FieldDescription;
  readonly keys: Place;
  /** A list, or what is wrong with the text. */
  readonly read: (
    text: string,
  ) => { ok: true; value: readonly unknown[] } | { ok: false; message: string; mend: string };
  readonly write: (value: readonly unknown[]) => string;
  readonly note?: (value: readonly unknown[]) => string;
  readonly rows: number;
}

/** More than this is not put into the page; it is counted, and can be pasted anew. */
const MOST_SHOWN = 2000;

function ListText({ field, keys, read, write, note, rows }: ListTextProps) {
  const value = useValue(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const [problem, setProblem] = useState<Finding | null>(null);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const isLong = list.length > MOST_SHOWN;

  const commit = (text: string): boolean => {
    if (text.trim() === '' && (value === MIXED || isLong)) return true;
    const reading = read(text);
    setProblem(
      reading.ok ? null : { rule: 'bad-input', severity: 'error', path, message: reading.message, mend: reading.mend },
    );
    if (!reading.ok) return false;
    const isSame = reading.value.length === list.length && reading.value.every((item, at) => item === list[at]);
    if (!isSame) writer.write(keys, reading.value.length === 0 && !field.required ? undefined : reading.value);
    return true;
  };
  const draft = useDraft({ commit, leave: writer.leave, onDrop: () => setProblem(null), multiline: true });
  const hint = isLong ? t('fields.pasteOthers', { count: list.length }) : placeholderOf(field);

  return (
    <FieldRow title={field.title} unit={field.unit} help={field.help} path={path} problem={problem} look="wide">
      {(control) => (
        <>
          <textarea
            {...control}
            {...draft.handlers}
            className="field-input field-text"
            rows={rows}
            spellCheck={false}
            placeholder={value === MIXED ? t('fields.severalValues') : hint}
            value={draft.text ?? (isLong ? '' : write(list))}
          />
          {note && list.length > 0 && <p className="field-note">{note(list)}</p>}
        </>
      )}
    </FieldRow>
  );
}

export function WordsField({ field, keys }: { field: FieldDescription; keys: Place }) {
  return <ListText field={field} keys={keys} rows={1} read={readWords} write={(words) => words.join(', ')} />;
}

export function NumbersField({ field, keys, item }: { field: FieldDescription; keys: Place; item: NumberShape }) {
  return (
    <ListText
      field={field}
      keys={keys}
      rows={3}
      read={(text) => readNumbers(text, item)}
      write={(numbers) => numbers.join(' ')}
      note={(numbers) => t('fields.valueCount', { count: numbers.length })}
    />
  );
}
