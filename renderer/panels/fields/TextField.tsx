// A line or several of text; cleared, it means its default.
import { useId, useState } from 'react';
import type { Finding } from '../../../src/model/finding.ts';
import { t } from '../../texts.ts';
import { placeholderOf, type FieldDescription } from './describe.ts';
import { FieldRow } from './FieldRow.tsx';
import type { Place } from './place.ts';
import { suggestionsFor } from './suggestions.ts';
import { MIXED, usePath, useValue, useWriter } from './target.ts';
import { useDraft } from './use-draft.ts';

interface TextFieldProps {
  readonly field: FieldDescription;
  readonly keys: Place;
  readonly placeholder?: string;
  /** What is wrong with the text, beyond its being empty; it is then not taken. */
  readonly check?: (text: string) => Finding | null;
  /** Writes in its own way, where more than this one key changes. */
  readonly onWrite?: (text: string) => void;
}

export function TextField({ field, keys, placeholder, check, onWrite }: TextFieldProps) {
  const value = useValue(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const [problem, setProblem] = useState<Finding | null>(null);
  const multiline = field.multiline === true;

  const commit = (text: string): boolean => {
    if (text === '' && value === MIXED) return true;
    const found = text === '' && field.required ? needed(field.title, path) : (check?.(text) ?? null);
    setProblem(found);
    if (found) return false;
    const next = text === '' ? undefined : text;
    if (next === value) return true;
    if (onWrite && next !== undefined) onWrite(next);
    else writer.write(keys, next);
    return true;
  };
  const listId = useId();
  const suggestions = suggestionsFor(field.key);
  const draft = useDraft({ commit, leave: writer.leave, onDrop: () => setProblem(null), multiline });
  const shown = draft.text ?? (typeof value === 'string' ? value : '');
  const hint = value === MIXED ? t('fields.severalValues') : (placeholder ?? placeholderOf(field));

  return (
    <>
      <FieldRow
        title={field.title}
        unit={field.unit}
        help={field.help}
        path={path}
        problem={problem}
        look={multiline ? 'wide' : 'row'}
      >
        {(control) =>
          multiline ? (
            <textarea
              {...control}
              {...draft.handlers}
              className="field-input field-text"
              rows={2}
              placeholder={hint}
              value={shown}
            />
          ) : (
            <input
              {...control}
              {...draft.handlers}
              className="field-input"
              type="text"
              autoComplete="off"
              spellCheck={false}
              placeholder={hint}
              value={shown}
              list={suggestions.length > 0 ? listId : undefined}
            />
          )
        }
      </FieldRow>
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}

function needed(title: string, path: string): Finding {
  return {
    rule: 'bad-input',
    severity: 'error',
    path,
    message: t('fields.isNeeded', { what: title }),
    mend: t('fields.giveText'),
  };
}
