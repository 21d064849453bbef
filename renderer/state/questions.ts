// What the forms of the tab Analysis hold, the same beside the canvas and large; a design each has its own.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StudyAnswer } from '../../src/analysis/studies/study.ts';
import type { Design } from '../../src/model/design.ts';
import { perDesign } from './per-design.ts';

/** One path that is varied, as it is written in the form. */
export interface VariedRow {
  /** Names the row while it is there. */
  readonly key: number;
  readonly path: string;
  /** `1..8`, `1..9:2`, `a,b,c`. */
  readonly range: string;
}

/** A design as it was, to be compared with what becomes of it. */
export interface PinnedDesign {
  readonly id: string;
  readonly label: string;
  readonly design: Design;
  readonly scenario: string;
}

export interface PinnedComparison {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly answer: Extract<StudyAnswer, { readonly kind: 'compare' }>;
}

export interface QuestionsState {
  /** Null until something was chosen: the rows that suit the design. */
  readonly sweepRows: readonly VariedRow[] | null;
  /** Half the width of the interval at which a point is good enough, as a share of its mean; null: as the scenario says. */
  readonly precision: number | null;
  /** Null: the ranges that a plan has by itself. */
  readonly planRows: readonly VariedRow[] | null;
  readonly pinnedDesigns: readonly PinnedDesign[];
  readonly pinnedComparisons: readonly PinnedComparison[];
  /** With what the design is compared, as the value of the choice; null: the first. */
  readonly comparedWith: string | null;
  readonly comparedReplications: number;
  /** The names of the two that were compared last. */
  readonly compared: Pick<PinnedComparison, 'a' | 'b'> | null;
}

export const questionsStore = createStore<QuestionsState>(() => ({
  sweepRows: null,
  precision: null,
  planRows: null,
  pinnedDesigns: [],
  pinnedComparisons: [],
  comparedWith: null,
  comparedReplications: 10,
  compared: null,
}));

perDesign(questionsStore, questionsStore.getInitialState());

export function useQuestions<T>(selector: (state: QuestionsState) => T): T {
  return useStore(questionsStore, selector);
}

let lastKey = 0;

export function variedRow(path: string, range: string): VariedRow {
  return { key: ++lastKey, path, range };
}

/** The newest first; the oldest make room. */
const MOST_PINS = 8;

export function pinDesign(pin: PinnedDesign): void {
  questionsStore.setState(({ pinnedDesigns }) => ({
    pinnedDesigns: [pin, ...pinnedDesigns].slice(0, MOST_PINS),
    comparedWith: null,
  }));
}

export function pinComparison(pin: PinnedComparison): void {
  questionsStore.setState(({ pinnedComparisons }) => ({
    pinnedComparisons: [pin, ...pinnedComparisons].slice(0, MOST_PINS),
  }));
}

export function unpinComparison(id: string): void {
  questionsStore.setState(({ pinnedComparisons }) => ({
    pinnedComparisons: pinnedComparisons.filter((pin) => pin.id !== id),
  }));
}
