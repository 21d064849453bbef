// A list of parts or pairs, each with its fields; added at the end, removed one by one.
import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { documentStore } from '../../state/document.ts';
import { t } from '../../texts.ts';
import { starterObject, starterValue } from './change-variant.ts';
import { labelOf, type FieldDescription, type NumberShape, type Shape } from './describe.ts';
import { FindingsAt } from './FindingsAt.tsx';
import { NumberField } from './NumberField.tsx';
import type { Key, Place } from './place.ts';
import { withReferences } from './references.ts';
import { useReveal } from './reveal.ts';
import { usePath, useValue, useWriter } from './target.ts';
import { VariantField } from './VariantField.tsx';
import { InnerField } from './InnerField.tsx';

interface ListFieldProps {
  readonly field: FieldDescription;
  readonly item: Shape;
  readonly keys: Place;
  /** A new item at the end; from the schema unless given. */
  readonly newItem?: () => unknown;
  /** Its section is called the same. */
  readonly hideTitle?: boolean;
}

interface NumberColumn extends Omit<FieldDescription, 'shape'> {
  readonly shape: NumberShape;
  /** The key in an item. */
  readonly at: Key;
}

type Side = Omit<FieldDescription, 'shape'>;

/** The sides of a pair, which in the design file is always a point of a profile. */
const SIDES: readonly [Side, Side] = [
  {
    key: 'time',
    unit: 's',
    required: true,
    get title() {
      return t('fields.time');
    },
  },
  {
    key: 'rate',
    unit: '/s',
    required: true,
    get title() {
      return t('fields.rate');
    },
  },
];

/** Items of two or three numbers stand as a table; null for those that need rows. */
function columnsOf(item: Shape): readonly NumberColumn[] | null {
  if (item.type === 'pair')
    return [
      { ...SIDES[0], shape: item.items[0], at: 0 },
      { ...SIDES[1], shape: item.items[1], at: 1 },
    ];
  if (item.type !== 'object' || item.fields.length > 3) return null;
  const columns = item.fields.flatMap(({ shape, ...field }) =>
    shape.type === 'number' ? [{ ...field, shape, at: field.key }] : [],
  );
  return columns.length === item.fields.length ? columns : null;
}

export function ListField({ field, item, keys, newItem, hideTitle = false }: ListFieldProps) {
  const value = useValue(keys);
  const path = usePath(keys);
  const writer = useWriter(field.title);
  const count = Array.isArray(value) ? value.length : 0;
  const noun = t(`fields.items.${field.key}` as 'fields.items.faults');
  const id = useId();
  useReveal(path, id);
  const columns = columnsOf(item);
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
          {hideTitle ? '' : field.title}
        </span>
        <button
          id={id}
          type="button"
          className="field-button"
          aria-label={t('fields.addWhat', { what: noun })}
          onClick={add}
        >
          <Plus size={12} aria-hidden="true" /> {t('fields.add')}
        </button>
      </div>
      <FindingsAt path={path} />
      {columns && count > 0 && (
        <div className="field-columns" aria-hidden="true">
          {columns.map((column) => (
            <span key={column.key}>{labelOf(column)}</span>
          ))}
        </div>
      )}
      {Array.from({ length: count }, (_, at) => (
        <div className="field-entry" key={at} role="group" aria-label={itemName(noun, at)}>
          <div className={columns ? 'field-entry-cells' : 'field-entry-fields'}>
            {columns ? (
              columns.map((column) => (
                <NumberField
                  key={column.key}
                  field={column}
                  shape={column.shape}
                  keys={[...keys, at, column.at]}
                  look="cell"
                />
              ))
            ) : (
              <ItemFields item={item} keys={[...keys, at]} field={field} />
            )}
          </div>
          <button
            type="button"
            className="field-button field-icon-button"
            aria-label={t('fields.removeWhat', { what: itemName(noun, at) })}
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
  readonly field: FieldDescription;
}

function ItemFields({ item, keys, field }: ItemFieldsProps) {
  const path = usePath(keys);
  if (item.type === 'object')
    return (
      <>
        <FindingsAt path={path} />
        {item.fields.map((inner) => (
          <InnerField key={inner.key} field={inner} keys={[...keys, inner.key]} />
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
  return null;
}

/** "Fault 2". */
function itemName(noun: string, at: number): string {
  return t('fields.itemNumber', { item: noun, number: at + 1 });
}

/** The next point of a profile goes on from the last; any other item starts from its schema. */
function nextItem(item: Shape, last: unknown): unknown {
  if (item.type === 'pair') {
    const [time, rate] = Array.isArray(last) ? (last as number[]) : [];
    return [time === undefined ? 0 : time + 60, rate ?? 0];
  }
  const { design } = documentStore.getState();
  if (item.type === 'object') return withReferences(starterObject(item.fields), item.fields, design);
  const [first] = item.type === 'variant' ? item.variants : [];
  if (item.type !== 'variant' || !first) return starterValue({ key: '', title: '', required: true, shape: item });
  return { [item.by]: first.name, ...withReferences(starterObject(first.fields), first.fields, design) };
}
