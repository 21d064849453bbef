// The design that the open one is held against on the canvas, and which of the differences is looked at. What differs is
// worked out from the two, so it stays true while the design is edited.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Design } from '../../src/model/design.ts';
import { perDesign } from './per-design.ts';

export interface Comparison {
  readonly other: Design;
  /** What the other one is: "Version of 10:42". */
  readonly title: string;
  /** Of the difference that is looked at; null before the first step. */
  readonly index: number | null;
}

const comparisonStore = createStore<{ readonly comparison: Comparison | null }>(() => ({ comparison: null }));

perDesign(comparisonStore, { comparison: null });

export function compareWith(other: Design, title: string): void {
  comparisonStore.setState({ comparison: { other, title, index: null } });
}

export function endComparison(): void {
  comparisonStore.setState({ comparison: null });
}

export function lookAt(index: number): void {
  const { comparison } = comparisonStore.getState();
  if (comparison) comparisonStore.setState({ comparison: { ...comparison, index } });
}

export function useComparison<T>(selector: (comparison: Comparison | null) => T): T {
  return useStore(comparisonStore, (state) => selector(state.comparison));
}
