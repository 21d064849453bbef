// A section of a form that folds; whether it is open is remembered for all entries, and a shut one says what it holds.
import { ChevronRight } from 'lucide-react';
import { useEffect, useId, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Severity } from '../../../src/model/finding.ts';
import type { Texts } from '../../../src/texts/texts.ts';
import { t } from '../../texts.ts';
import { severityLook } from '../findings/severity.tsx';

export type SectionKey = keyof Texts['inspector']['sections'];

interface SectionsState {
  /** By the form and the section's key; only those that a person opened or shut. */
  readonly open: Readonly<Record<string, boolean>>;
}

const sectionsStore = createStore<SectionsState>(() => ({ open: {} }));

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

function setOpen(key: string, isOpen: boolean): void {
  sectionsStore.setState(({ open }) => ({ open: { ...open, [key]: isOpen } }));
}

export function FormSection(props: FormSectionProps) {
  const { form, section, openAtFirst, setCount = 0, worst = null, isSought = false, children } = props;
  const key = `${form} ${section}`;
  const isOpen = useStore(sectionsStore, (state) => state.open[key] ?? openAtFirst);
  const id = useId();
  useEffect(() => {
    if (isSought) setOpen(key, true);
  }, [isSought, key]);
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(key, !isOpen)}>
          <ChevronRight size={14} aria-hidden="true" className={isOpen ? 'inspector-chevron-open' : undefined} />
          {t(`inspector.sections.${section}`)}
          {!isOpen && <ShutNote setCount={setCount} worst={worst} />}
        </button>
      </h3>
      <div id={id} hidden={!isOpen} className="inspector-section-fields">
        {isOpen && children}
      </div>
    </section>
  );
}

function ShutNote({ setCount, worst }: { setCount: number; worst: Severity | null }) {
  const Icon = worst === null ? null : severityLook[worst].icon;
  return (
    <span className="inspector-section-note">
      {setCount > 0 && t('inspector.setCount', { count: setCount })}
      {worst !== null && Icon && (
        <span className={`findings-${worst}`}>
          <Icon size={13} aria-label={t(`findings.${worst}`)} />
        </span>
      )}
    </span>
  );
}
