// The sections of a form, drawn from their descriptions.
import type { ReactNode } from 'react';
import { useWorstWithin } from '../../state/selectors.ts';
import { useIsSought } from '../fields/reveal.ts';
import { SchemaField } from '../fields/SchemaField.tsx';
import { useTarget } from '../fields/target.ts';
import { FormSection } from './FormSection.tsx';
import type { SectionField } from './sections.ts';
import type { ShownSection } from './use-sections.ts';

interface FormSectionsProps {
  readonly form: string;
  readonly sections: readonly ShownSection[];
  /** Draws a field in another way; undefined leaves it as the schema says. */
  readonly special?: (field: SectionField) => ReactNode;
}

type OneProps = Omit<FormSectionsProps, 'sections'> & { readonly section: ShownSection };

function OneSection({ form, section, special }: OneProps) {
  const { bases } = useTarget();
  const paths = bases.flatMap((base) => section.fields.map(({ keys }) => [...base, ...keys].join('.')));
  const isSought = useIsSought(paths);
  const worst = useWorstWithin(paths);
  return (
    <FormSection
      form={form}
      section={section.key}
      openAtFirst={!section.folded}
      setCount={section.setCount}
      worst={worst}
      isSought={isSought}
    >
      {section.fields.map((entry) => (
        <div key={entry.keys.join('.')} className="inspector-field">
          {special?.(entry) ?? <SchemaField field={entry.field} keys={entry.keys} />}
        </div>
      ))}
    </FormSection>
  );
}

export function FormSections({ form, sections, special }: FormSectionsProps) {
  return sections.map((section) => (
    <OneSection key={section.key} form={form} section={section} {...(special && { special })} />
  ));
}
