// A part of an entry that is there or not: retry, autoscaling, a circuit breaker. Added with values that work, removed as
// a whole.
import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { starterObject } from './change-variant.ts';
import type { FieldDescription, ObjectShape } from './describe.ts';
import { FindingsAt } from './FindingsAt.tsx';
import type { Place } from './place.ts';
import { useReveal } from './reveal.ts';
import { starterOf } from './starters.ts';
import { usePath, usePresence, useWriter } from './target.ts';
import { InnerField } from './InnerField.tsx';

interface ObjectFieldProps {
  readonly field: FieldDescription;
  readonly shape: ObjectShape;
  readonly keys: Place;
}

export function ObjectField({ field, shape, keys }: ObjectFieldProps) {
  const isThere = usePresence(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const change = (value: unknown): void => {
    writer.write(keys, value);
    writer.leave();
  };
  const name = field.title.toLowerCase();
  const id = useId();
  useReveal(path, id);
  if (!isThere)
    return (
      <div className="field-part field-part-absent" title={field.help}>
        <span className="field-part-title">{field.title}</span>
        <span className="field-part-default">{field.defaultText ?? ''}</span>
        <button
          id={id}
          type="button"
          className="field-button"
          onClick={() => change(starterOf(field.key) ?? starterObject(shape.fields))}
        >
          <Plus size={12} aria-hidden="true" /> Add<span className="visually-hidden"> {name}</span>
        </button>
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
        {!field.required && (
          <button id={id} type="button" className="field-button" onClick={() => change(undefined)}>
            <Trash2 size={12} aria-hidden="true" /> Remove<span className="visually-hidden"> {name}</span>
          </button>
        )}
      </div>
      <FindingsAt path={path} />
      {shape.fields.map((inner) => (
        <InnerField key={inner.key} field={inner} keys={[...keys, inner.key]} />
      ))}
    </fieldset>
  );
}
