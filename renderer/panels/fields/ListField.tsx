// A list of parts or pairs, each with its fields; added at the end, removed one by one.
import { Plus, Trash2 } from 'lucide-react';
import { starterObject, starterValue } from './change-variant.ts';
import type { FieldDescription, Shape } from './describe.ts';
import { FindingsAt } from './FindingsAt.tsx';
import { NumberField } from './NumberField.tsx';
import type { Place } from './place.ts';
import { SchemaField } from './SchemaField.tsx';
import { usePath, useValue, useWriter } from './target.ts';
import { VariantField } from './VariantField.tsx';

interface ListFieldProps {
  readonly field: FieldDescription;
  readonly item: Shape;
  readonly keys: Place;
  /** Titles and units of the two sides, where the items are pairs. */
  readonly pair?: readonly [PairSide, PairSide];
  /** A new item at the end; from the schema unless given. */
  readonly newItem?: () => unknown;
  /** What one item is called: "arrival". */
  readonly noun?: string;
}

export interface PairSide {
  readonly title: string;
  readonly unit: string;
}

const PLAIN_SIDES: readonly [PairSide, PairSide] = [
  { title: 'Time', unit: 's' },
  { title: 'Rate', unit: '/s' },
];

export function ListField({
  field,
  item,
  keys,
  pair = PLAIN_SIDES,
  newItem,
  noun = singular(field.title),
}: ListFieldProps) {
  const value = useValue(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const count = Array.isArray(value) ? value.length : 0;
  const last: unknown = Array.isArray(value) ? value.at(-1) : undefined;
  const add = (): void => {
    writer.write([...keys, count], newItem ? newItem() : nextItem(item, last));
    writer.leave();
  };
  const remove = (at: number): void => {
    writer.remove(count === 1 && !field.required ? keys : [...keys, at]);
    writer.leave();
  };
  return (
    <fieldset className="field-part">
      <legend className="visually-hidden">{field.title}</legend>
      <div className="field-part-head" title={field.help}>
        <span className="field-part-title" aria-hidden="true">
          {field.title}
        </span>
        <button type="button" className="field-button" onClick={add}>
          <Plus size={12} aria-hidden="true" /> Add<span className="visually-hidden"> {noun}</span>
        </button>
      </div>
      <FindingsAt path={path} />
      {Array.from({ length: count }, (_, at) => (
        <div className="field-entry" key={at} role="group" aria-label={`${noun} ${at + 1}`}>
          <div className="field-entry-fields">
            <ItemFields item={item} keys={[...keys, at]} pair={pair} field={field} />
          </div>
          <button
            type="button"
            className="field-button field-icon-button"
            aria-label={`Remove ${noun} ${at + 1}`}
            onClick={() => remove(at)}
          >
            <Trash2 size={12} aria-hidden="true" />
          </button>
        </div>
      ))}
    </fieldset>
  );
}

interface ItemFieldsProps {
  readonly item: Shape;
  readonly keys: Place;
  readonly pair: readonly [PairSide, PairSide];
  readonly field: FieldDescription;
}

function ItemFields({ item, keys, pair, field }: ItemFieldsProps) {
  const path = usePath(keys);
  if (item.type === 'object')
    return (
      <>
        <FindingsAt path={path} />
        {item.fields.map((inner) => (
          <SchemaField key={inner.key} field={inner} keys={[...keys, inner.key]} />
        ))}
      </>
    );
  if (item.type === 'variant')
    return (
      <>
        <FindingsAt path={path} />
        <VariantField field={field} shape={item} keys={keys} />
      </>
    );
  if (item.type === 'pair')
    return pair.map((side, at) => (
      <NumberField
        key={side.title}
        field={{ key: String(at), title: side.title, unit: side.unit, required: true }}
        shape={item.items[at === 0 ? 0 : 1]}
        keys={[...keys, at]}
      />
    ));
  return null;
}

/** "Arrivals" as "arrival". */
function singular(title: string): string {
  return title.toLowerCase().replace(/s$/, '');
}

/** The next point of a profile goes on from the last; any other item starts from its schema. */
function nextItem(item: Shape, last: unknown): unknown {
  if (item.type === 'pair') {
    const [time, rate] = Array.isArray(last) ? (last as number[]) : [];
    return [time === undefined ? 0 : time + 60, rate ?? 0];
  }
  if (item.type === 'object') return starterObject(item.fields);
  return starterValue({ key: '', title: '', required: true, shape: item });
}
