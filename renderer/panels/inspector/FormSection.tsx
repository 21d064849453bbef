// A section of a form that folds; whether it is open is remembered for all entries, and a shut one says what it holds.
import { useId } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';

interface SectionsState {
  /** By the form and the section's title; only those that a person opened or shut. */
  readonly open: Readonly<Record<string, boolean>>;
}

const sectionsStore = createStore<SectionsState>(() => ({ open: {} }));

interface FormSectionProps {
  readonly form: string;
  readonly title: string;
  /** Open unless a person said otherwise. */
  readonly openAtFirst: boolean;
  readonly children: ReactNode;
}

export function FormSection({ form, title, openAtFirst, children }: FormSectionProps) {
  const key = `${form} ${title}`;
  const isOpen = useStore(sectionsStore, (state) => state.open[key] ?? openAtFirst);
  const id = useId();
  const toggle = (): void => sectionsStore.setState(({ open }) => ({ open: { ...open, [key]: !isOpen } }));
  return (
    <section className="inspector-section">
      <h3 className="inspector-section-title">
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
          <ChevronRight size={14} aria-hidden="true" className={isOpen ? 'inspector-chevron-open' : undefined} />
          {title}
        </button>
      </h3>
      <div id={id} hidden={!isOpen} className="inspector-section-fields">
        {isOpen && children}
      </div>
    </section>
  );
}
