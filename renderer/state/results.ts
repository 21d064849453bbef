// The runs of this session: the one under way, and what the earlier ones said. A result remembers the revision that it
// belongs to, so an edit marks it stale instead of deleting it.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Finding } from '../../src/model/finding.ts';
import type { Result } from '../../src/simulation/result.ts';

export interface Run {
  readonly id: string;
  readonly revision: number;
  /** Id of the scenario that was run. */
  readonly scenario: string;
  readonly result: Result;
}

export interface RunUnderWay {
  readonly id: string;
  readonly revision: number;
  readonly scenario: string;
  readonly fraction: number;
  readonly leftMs: number | null;
}

export interface ResultsState {
  readonly underWay: RunUnderWay | null;
  /** The newest last. */
  readonly runs: readonly Run[];
  /** Why the last attempt gave no result. */
  readonly problem: readonly Finding[];
}

export const resultsStore = createStore<ResultsState>(() => ({ underWay: null, runs: [], problem: [] }));

export function runStarted(run: { id: string; revision: number; scenario: string }): void {
  resultsStore.setState({ underWay: { ...run, fraction: 0, leftMs: null }, problem: [] });
}

export function runProgressed(id: string, fraction: number, leftMs: number | null): void {
  const { underWay } = resultsStore.getState();
  if (underWay?.id === id) resultsStore.setState({ underWay: { ...underWay, fraction, leftMs } });
}

export function runDone(id: string, result: Result): void {
  const { underWay, runs } = resultsStore.getState();
  if (underWay?.id !== id) return;
  const run: Run = { id, revision: underWay.revision, scenario: underWay.scenario, result };
  resultsStore.setState({ underWay: null, runs: [...runs, run].slice(-20), problem: [] });
}

export function runEnded(id: string, problem: readonly Finding[] = []): void {
  if (resultsStore.getState().underWay?.id === id) resultsStore.setState({ underWay: null, problem });
}

/** Another design was opened: its results are not those of this one. */
export function forgetRuns(): void {
  resultsStore.setState({ underWay: null, runs: [], problem: [] });
}

export function latestRun(state: ResultsState): Run | null {
  return state.runs.at(-1) ?? null;
}

export function useResults<T>(selector: (state: ResultsState) => T): T {
  return useStore(resultsStore, selector);
}
