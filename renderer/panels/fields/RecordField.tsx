// Named values: environment settings, service times by class. A name is given once; an empty record leaves no key.
import { Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { FieldDescription, Shape } from './describe.ts';
import { t } from '../../texts.ts';
import { starterValue } from './change-variant.ts';
import { FindingsAt } from './FindingsAt.tsx';
import { inSentence } from './in-sentence.ts';
import type { Place } from './place.ts';
import { useReveal } from './reveal.ts';
import { usePath, useValue, useWriter } from './target.ts';
import { InnerField } from './InnerField.tsx';

interface RecordFieldProps {
  readonly field: FieldDescription;
  readonly value: Shape;
  readonly keys: Place;
}

function entryField(field: FieldDescription, name: string, shape: Shape): FieldDescription {
  const unit = shape.type === 'text' ? undefined : field.unit;
  return { key: name, title: name, unit, required: false, defaultText: '', shape };
}

export function RecordField({ field, value: shape, keys }: RecordFieldProps) {
  const value = useValue(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const id = useId();
  useReveal(path, id);
  const [name, setName] = useState('');
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const typed = name.trim();
  const isFree = typed !== '' && !names.includes(typed);
  const add = (): void => {
    if (!isFree) return;
    const start =
      shape.type === 'variant'
        ? { distribution: 'exponential', meanMs: 10 }
        : starterValue(entryField(field, typed, shape));
    writer.write([...keys, typed], start);
    writer.leave();
    setName('');
  };
  return (
    <fieldset className="field-part">
      <legend className="visually-hidden">{field.title}</legend>
      <div className="field-part-head" title={field.help}>
        <span className="field-part-title" aria-hidden="true">
          {field.title}
        </span>
      </div>
      <FindingsAt path={path} />
      {names.map((key) => (
        <div className="field-entry" key={key}>
          <div className="field-entry-fields">
            <InnerField field={entryField(field, key, shape)} keys={[...keys, key]} />
          </div>
          <button
            type="button"
            className="field-button field-icon-button"
            aria-label={t('fields.removeWhat', { what: key })}
            onClick={() => {
              writer.remove([...keys, key]);
              writer.leave();
            }}
          >
            <Trash2 size={12} aria-hidden="true" />
          </button>
        </div>
      ))}
      <div className="field-add">
        <input
          id={id}
          className="field-input"
          type="text"
          aria-label={t('fields.newNameIn', { what: inSentence(field.title) })}
          placeholder={t('fields.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <button
          type="button"
          className="field-button"
          disabled={!isFree}
          aria-label={t('fields.addTo', { what: inSentence(field.title) })}
          onClick={add}
        >
          <Plus size={12} aria-hidden="true" /> {t('fields.add')}
        </button>
      </div>
    </fieldset>
  );
}
