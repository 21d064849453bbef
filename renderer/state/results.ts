// The runs of this session: the one under way, and what the earlier ones said. A result remembers the revision that it
// belongs to, so an edit marks it stale instead of deleting it.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Design } from '../../src/model/design.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Result } from '../../src/simulation/result.ts';
import { changeWhere, perDesign } from './per-design.ts';

export interface Run {
  readonly id: string;
  /** From 1, in this session. */
  readonly number: number;
  readonly revision: number;
  /** Id of the scenario that was run. */
  readonly scenario: string;
  /** As it was run: what the figures are about, whatever has been edited since. */
  readonly design: Design;
  readonly result: Result;
  /** As they came, in OpenTelemetry's JSON; undefined where the run kept none. */
  readonly traces?: unknown;
}

export interface RunUnderWay {
  readonly id: string;
  readonly revision: number;
  readonly scenario: string;
  readonly design: Design;
  readonly fraction: number;
  readonly leftMs: number | null;
}

export interface ResultsState {
  readonly underWay: RunUnderWay | null;
  /** The newest last. */
  readonly runs: readonly Run[];
  /** An earlier run that was chosen to be shown; null: the newest. */
  readonly chosenId: string | null;
  /** At most two, in the order in which they were pinned. */
  readonly pinnedIds: readonly string[];
  /** Why the last attempt gave no result. */
  readonly problem: readonly Finding[];
}

export const resultsStore = createStore<ResultsState>(() => ({
  underWay: null,
  runs: [],
  chosenId: null,
  pinnedIds: [],
  problem: [],
}));

perDesign(resultsStore, resultsStore.getInitialState());

/** A run belongs to the design that it was started for, also where another tab is shown by now. */
function changeRun(id: string, next: (run: RunUnderWay, runs: readonly Run[]) => Partial<ResultsState>): void {
  changeWhere(
    resultsStore,
    ({ underWay }) => underWay?.id === id,
    ({ underWay, runs }) => (underWay ? next(underWay, runs) : {}),
  );
}

export function runStarted(run: Pick<RunUnderWay, 'id' | 'revision' | 'scenario' | 'design'>): void {
  resultsStore.setState({ underWay: { ...run, fraction: 0, leftMs: null }, problem: [] });
}

export function runProgressed(id: string, fraction: number, leftMs: number | null): void {
  changeRun(id, (underWay) => ({ underWay: { ...underWay, fraction, leftMs } }));
}

export function runDone(id: string, result: Result, traces?: unknown): void {
  changeRun(id, ({ revision, scenario, design }, runs) => {
    const number = (runs.at(-1)?.number ?? 0) + 1;
    const run: Run = { id, number, revision, scenario, design, result, ...(traces !== undefined && { traces }) };
    return { underWay: null, runs: [...runs, run].slice(-20), chosenId: null, problem: [] };
  });
}

export function runEnded(id: string, problem: readonly Finding[] = []): void {
  changeRun(id, () => ({ underWay: null, problem }));
}

/** Another design was opened: its results are not those of this one. */
export function forgetRuns(): void {
  resultsStore.setState({ underWay: null, runs: [], chosenId: null, pinnedIds: [], problem: [] });
}

/** Shows an earlier run, until a newer one comes. */
export function chooseRun(id: string): void {
  resultsStore.setState({ chosenId: id });
}

/** Pins a run to be compared, or lets it go; a third takes the place of the one pinned first. */
export function togglePin(id: string): void {
  const { pinnedIds } = resultsStore.getState();
  const kept = pinnedIds.filter((other) => other !== id);
  resultsStore.setState({ pinnedIds: kept.length < pinnedIds.length ? kept : [...pinnedIds, id].slice(-2) });
}

/** The two that are compared, the earlier first; null while there are not two. */
export function comparedRuns({ runs, pinnedIds }: ResultsState): readonly [Run, Run] | null {
  const [a, b] = runs.filter(({ id }) => pinnedIds.includes(id));
  return a && b ? [a, b] : null;
}

/** The run that panel and canvas show: the newest, unless an earlier one was chosen since it came. */
export function shownRun({ runs, chosenId }: ResultsState): Run | null {
  return runs.find(({ id }) => id === chosenId) ?? runs.at(-1) ?? null;
}

export function useResults<T>(selector: (state: ResultsState) => T): T {
  return useStore(resultsStore, selector);
}
