// One of several forms of a thing, told apart by a word: a fault, a rollout. Going over to another keeps what both know.
import { documentStore } from '../../state/document.ts';
import { t } from '../../texts.ts';
import { changeVariant } from './change-variant.ts';
import type { FieldDescription, VariantShape } from './describe.ts';
import { FieldRow } from './FieldRow.tsx';
import type { Place } from './place.ts';
import { withReferences } from './references.ts';
import { MIXED, usePath, useValue, useWriter } from './target.ts';
import { InnerField } from './InnerField.tsx';

interface VariantFieldProps {
  readonly field: FieldDescription;
  readonly shape: VariantShape;
  readonly keys: Place;
  /** Goes over to another form in its own way. */
  readonly onChange?: (name: string) => void;
}

function changed(value: Readonly<Record<string, unknown>>, name: string, shape: VariantShape): unknown {
  const fields = shape.variants.find((variant) => variant.name === name)?.fields ?? [];
  return withReferences(changeVariant(value, name, shape), fields, documentStore.getState().design);
}

export function VariantField({ field, shape, keys, onChange }: VariantFieldProps) {
  const name = useValue([...keys, shape.by]);
  const value = useValue(keys);
  const path = usePath([...keys, shape.by]);
  const writer = useWriter(field.title);
  const fields = shape.variants.find((variant) => variant.name === name)?.fields ?? [];
  const change = (next: string): void => {
    if (onChange) onChange(next);
    else if (typeof value === 'object' && value !== null)
      writer.write(keys, changed(value as Record<string, unknown>, next, shape));
    writer.leave();
  };
  return (
    <>
      <FieldRow title={t(`fields.variants.${shape.by}` as 'fields.variants.kind')} path={path}>
        {(control) => (
          <select
            {...control}
            className="field-input field-select"
            value={name === MIXED ? '' : String(name)}
            onChange={(event) => change(event.target.value)}
          >
            {shape.variants.map((variant) => (
              <option key={variant.name} value={variant.name}>
                {variant.name}
              </option>
            ))}
          </select>
        )}
      </FieldRow>
      {fields.map((inner) => (
        <InnerField key={inner.key} field={inner} keys={[...keys, inner.key]} />
      ))}
    </>
  );
}
