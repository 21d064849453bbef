// A section of a form: whether it is open is remembered for all entries, and a shut one says what it holds.
import type { ReactNode } from 'react';
import type { Severity } from '../../../src/model/finding.ts';
import type { Texts } from '../../../src/texts/texts.ts';
import { t } from '../../texts.ts';
import { severityLook } from '../findings/severity.tsx';
import { FoldSection } from '../FoldSection.tsx';

export type SectionKey = keyof Texts['inspector']['sections'];

interface FormSectionProps {
  readonly form: string;
  readonly section: SectionKey;
  /** Open unless a person said otherwise. */
  readonly openAtFirst: boolean;
  /** How many of its fields are set. */
  readonly setCount?: number;
  /** The gravest finding among its fields. */
  readonly worst?: Severity | null;
  /** A field in it is looked for. */
  readonly isSought?: boolean;
  readonly children: ReactNode;
}

export function FormSection(props: FormSectionProps) {
  const { form, section, openAtFirst, setCount = 0, worst = null, isSought = false, children } = props;
  return (
    <FoldSection
      fold={`${form} ${section}`}
      title={t(`inspector.sections.${section}`)}
      openAtFirst={openAtFirst}
      isSought={isSought}
      note={<ShutNote setCount={setCount} worst={worst} />}
    >
      {children}
    </FoldSection>
  );
}

function ShutNote({ setCount, worst }: { setCount: number; worst: Severity | null }) {
  const Icon = worst === null ? null : severityLook[worst].icon;
  return (
    <>
      {setCount > 0 && t('inspector.setCount', { count: setCount })}
      {worst !== null && Icon && (
        <span className={`findings-${worst}`}>
          <Icon size={13} aria-label={t(`findings.${worst}`)} />
        </span>
      )}
    </>
  );
}
