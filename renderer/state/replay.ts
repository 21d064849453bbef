// The replay of a run on the canvas: which run, where it stands, and how fast it goes. The series of the run are all it is
// drawn from; another run in its place ends it.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { advance, spanOf, stepAt, usualSpeed, within, type SeriesSpan } from '../replay/clock.ts';
import { perDesign } from './per-design.ts';
import { resultsStore, shownRun, type Run } from './results.ts';

export interface Replay {
  readonly run: Run;
  readonly span: SeriesSpan;
  readonly timeS: number;
  /** The step of the series that is shown. */
  readonly step: number;
  readonly isPlaying: boolean;
  /** Simulated seconds a second. */
  readonly speed: number;
}

export interface ReplayState {
  readonly replay: Replay | null;
}

export const replayStore = createStore<ReplayState>(() => ({ replay: null }));
// Nothing plays on while nobody sees it.
perDesign(replayStore, { replay: null }, ({ replay }) => ({ replay: replay && { ...replay, isPlaying: false } }));

function change(next: (replay: Replay) => Partial<Replay>): void {
  const { replay } = replayStore.getState();
  if (replay) replayStore.setState({ replay: { ...replay, ...next(replay) } });
}

/** From the beginning. A run without a series, as of no length, has nothing to show. */
export function startReplay(run: Run, isPlaying: boolean): void {
  const { series, simulatedS } = run.result;
  const span = spanOf(series, series.requests.throughputPerSecond.length, simulatedS);
  if (span.steps === 0) return;
  const replay = { run, span, timeS: span.fromS, step: 0, isPlaying, speed: usualSpeed(span) };
  replayStore.setState({ replay });
}

export function endReplay(): void {
  if (replayStore.getState().replay) replayStore.setState({ replay: null });
}

/** To a time of the run; playing goes on from there. */
export function seekReplay(timeS: number): void {
  change(({ span }) => {
    const next = within(timeS, span);
    return { timeS: next, step: stepAt(next, span) };
  });
}

/** Playing on from the end begins anew. */
export function toggleReplay(): void {
  change(({ isPlaying, timeS, span }) =>
    !isPlaying && timeS >= span.endS ? { isPlaying: true, timeS: span.fromS, step: 0 } : { isPlaying: !isPlaying },
  );
}

export function setReplaySpeed(speed: number): void {
  change(() => ({ speed }));
}

/** So much time has passed on the wall while it plays. */
export function passReplay(elapsedMs: number): void {
  change(({ isPlaying, timeS, speed, span }) => {
    if (!isPlaying) return {};
    const next = advance(timeS, elapsedMs, speed, span);
    return { ...next, step: stepAt(next.timeS, span) };
  });
}

resultsStore.subscribe((state) => {
  if (shownRun(state) !== replayStore.getState().replay?.run) endReplay();
});

export function useReplay<T>(selector: (replay: Replay | null) => T): T {
  return useStore(replayStore, ({ replay }) => selector(replay));
}
