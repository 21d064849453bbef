// The field for any key of the design file, chosen by the shape of its schema.
import { ChoiceField, ReferenceField, SwitchField } from './ChoiceField.tsx';
import { DistributionField } from './DistributionField.tsx';
import { FieldForm, type SchemaFieldProps } from './InnerField.tsx';
import { ListField } from './ListField.tsx';
import { NumberField } from './NumberField.tsx';
import { NumbersField, WordsField } from './NumbersField.tsx';
import { ObjectField } from './ObjectField.tsx';
import { RecordField } from './RecordField.tsx';
import { TextField } from './TextField.tsx';
import { VariantField } from './VariantField.tsx';

export function SchemaField(props: SchemaFieldProps) {
  return <FieldForm value={SchemaField}>{formOf(props)}</FieldForm>;
}

function formOf({ field, keys }: SchemaFieldProps) {
  const { shape } = field;
  switch (shape.type) {
    case 'number':
      return <NumberField field={field} shape={shape} keys={keys} />;
    case 'number-or-text':
      return <NumberField field={field} shape={shape.number} keys={keys} takesText />;
    case 'text':
      return field.refersTo ? <ReferenceField field={field} keys={keys} /> : <TextField field={field} keys={keys} />;
    case 'choice':
      return <ChoiceField field={field} keys={keys} options={shape.options} />;
    case 'switch':
      return <SwitchField field={field} keys={keys} />;
    case 'variant':
      return shape.by === 'distribution' ? (
        <DistributionField field={field} keys={keys} />
      ) : (
        <VariantField field={field} shape={shape} keys={keys} />
      );
    case 'number-or-variant':
      return <DistributionField field={field} keys={keys} plain={shape.number} />;
    case 'object':
      return <ObjectField field={field} shape={shape} keys={keys} />;
    case 'record':
      return <RecordField field={field} value={shape.value} keys={keys} />;
    case 'list':
      if (shape.item.type === 'text') return <WordsField field={field} keys={keys} />;
      if (shape.item.type === 'number') return <NumbersField field={field} keys={keys} item={shape.item} />;
      return <ListField field={field} item={shape.item} keys={keys} />;
    case 'pair':
      return null;
  }
}
