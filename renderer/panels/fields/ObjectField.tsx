// A part of an entry that is there or not: retry, autoscaling, a circuit breaker. Added with values that work, removed as
// a whole; where only some of several entries have it, the others can get it too.
import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { t } from '../../texts.ts';
import { starterObject } from './change-variant.ts';
import type { FieldDescription, ObjectShape } from './describe.ts';
import { FindingsAt } from './FindingsAt.tsx';
import { InnerField } from './InnerField.tsx';
import { inSentence } from './in-sentence.ts';
import type { Place } from './place.ts';
import { useReveal } from './reveal.ts';
import { starterOf } from './starters.ts';
import { usePath, usePresence, useTarget, useWriter } from './target.ts';

interface ObjectFieldProps {
  readonly field: FieldDescription;
  readonly shape: ObjectShape;
  readonly keys: Place;
}

export function ObjectField({ field, shape, keys }: ObjectFieldProps) {
  const all = useTarget().bases.length;
  const count = usePresence(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const id = useId();
  useReveal(path, id);
  const what = inSentence(field.title);
  const add = (): void => {
    const before = writer.valuesAt(keys);
    const starter = starterOf(field.key) ?? starterObject(shape.fields);
    writer.writeEach(
      keys,
      before.map((value) => value ?? starter),
    );
    writer.leave();
  };
  const remove = (): void => {
    writer.remove(keys);
    writer.leave();
  };
  const addButton = (
    <button id={id} type="button" className="field-button" aria-label={t('fields.addWhat', { what })} onClick={add}>
      <Plus size={12} aria-hidden="true" /> {count > 0 ? t('fields.addToAll') : t('fields.add')}
    </button>
  );
  const removeButton = (
    <button
      id={count === all ? id : undefined}
      type="button"
      className="field-button"
      aria-label={t('fields.removeWhat', { what })}
      onClick={remove}
    >
      <Trash2 size={12} aria-hidden="true" /> {t('fields.remove')}
    </button>
  );
  if (count < all)
    return (
      <div className="field-part field-part-absent" title={field.help}>
        <span className="field-part-title">{field.title}</span>
        <span className="field-part-default">
          {count > 0 ? t('fields.inSome', { some: count, all }) : (field.defaultText ?? '')}
        </span>
        {addButton}
        {count > 0 && removeButton}
        <FindingsAt path={path} />
      </div>
    );
  return (
    <fieldset className="field-part">
      <legend className="visually-hidden">{field.title}</legend>
      <div className="field-part-head" title={field.help}>
        <span className="field-part-title" aria-hidden="true">
          {field.title}
        </span>
        {!field.required && removeButton}
      </div>
      <FindingsAt path={path} />
      {shape.fields.map((inner) => (
        <InnerField key={inner.key} field={inner} keys={[...keys, inner.key]} />
      ))}
    </fieldset>
  );
}
