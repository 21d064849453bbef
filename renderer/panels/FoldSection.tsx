// A section of a panel that folds; whether it is open is remembered as long as the window stands.
import { ChevronRight } from 'lucide-react';
import { useEffect, useId, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import './fold-section.css';

interface SectionsState {
  /** By key; only those that a person opened or shut. */
  readonly open: Readonly<Record<string, boolean>>;
}

const sectionsStore = createStore<SectionsState>(() => ({ open: {} }));

interface FoldSectionProps {
  /** Sections of one key are open or shut together. */
  readonly fold: string;
  readonly title: string;
  /** Open unless a person said otherwise. */
  readonly openAtFirst: boolean;
  /** Something in it is looked for. */
  readonly isSought?: boolean;
  /** What it holds, beside the title while it is shut. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

export function setFold(fold: string, isOpen: boolean): void {
  sectionsStore.setState(({ open }) => ({ open: { ...open, [fold]: isOpen } }));
}

export function FoldSection({ fold, title, openAtFirst, isSought = false, note, children }: FoldSectionProps) {
  const isOpen = useStore(sectionsStore, (state) => state.open[fold] ?? openAtFirst);
  const id = useId();
  useEffect(() => {
    if (isSought) setFold(fold, true);
  }, [isSought, fold]);
  return (
    <section className="fold-section">
      <h3 className="fold-section-title">
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setFold(fold, !isOpen)}>
          <ChevronRight size={14} aria-hidden="true" className={isOpen ? 'fold-section-open' : undefined} />
          {title}
          {!isOpen && note !== undefined && <span className="fold-section-note">{note}</span>}
        </button>
      </h3>
      <div id={id} hidden={!isOpen} className="fold-section-content">
        {isOpen && children}
      </div>
    </section>
  );
}
