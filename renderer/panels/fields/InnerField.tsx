// The field within a field: parts, lists and variants hold fields of any form, and which form is chosen above them.
import { createContext, useContext, type ComponentType } from 'react';
import type { FieldDescription } from './describe.ts';
import type { Place } from './place.ts';

export interface SchemaFieldProps {
  readonly field: FieldDescription;
  readonly keys: Place;
}

/** Given by SchemaField, so that the forms it chooses from need not know it. */
export const FieldForm = createContext<ComponentType<SchemaFieldProps> | null>(null);

export function InnerField(props: SchemaFieldProps) {
  const Form = useContext(FieldForm);
  if (Form === null) throw new Error(`no form is chosen for the fields within ${props.field.title}`);
  return <Form {...props} />;
}
