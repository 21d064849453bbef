// The sections of a form, drawn from their descriptions.
import type { ReactNode } from 'react';
import { SchemaField } from '../fields/SchemaField.tsx';
import { FormSection } from './FormSection.tsx';
import type { SectionField } from './sections.ts';
import type { ShownSection } from './use-sections.ts';

interface FormSectionsProps {
  readonly form: string;
  readonly sections: readonly ShownSection[];
  /** Draws a field in another way; undefined leaves it as the schema says. */
  readonly special?: (field: SectionField) => ReactNode;
}

export function FormSections({ form, sections, special }: FormSectionsProps) {
  return sections.map((section) => (
    <FormSection key={section.title} form={form} title={section.title} openAtFirst={!section.folded}>
      {section.fields.map((entry) => (
        <div key={entry.keys.join('.')} className="inspector-field">
          {special?.(entry) ?? <SchemaField field={entry.field} keys={entry.keys} />}
        </div>
      ))}
    </FormSection>
  ));
}
