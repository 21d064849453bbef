import { beforeEach, describe, expect, it } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import type { Result } from '../../src/simulation/result.ts';
import { endReplay, passReplay, replayStore, seekReplay, setReplaySpeed, startReplay, toggleReplay } from './replay.ts';
import { forgetRuns, resultsStore, runDone, runStarted, shownRun } from './results.ts';

const result = {
  simulatedS: 600,
  series: { stepS: 5, fromS: 0, requests: { throughputPerSecond: Array.from({ length: 120 }, () => 1) } },
} as unknown as Result;
const design: Design = { spandrel: 1, name: 'Shop', components: [] };

function run(id: string): void {
  runStarted({ id, revision: 1, scenario: 'base', design });
  runDone(id, result);
}

function start(isPlaying = true): void {
  const shown = shownRun(resultsStore.getState());
  if (shown) startReplay(shown, isPlaying);
}

function now(): unknown {
  const { replay } = replayStore.getState();
  return replay && [replay.timeS, replay.step, replay.isPlaying];
}

beforeEach(() => {
  forgetRuns();
  run('r1');
});

describe('a replay', () => {
  it('plays at its speed, pauses, and stops at the end', () => {
    start();
    setReplaySpeed(16);
    passReplay(1000);
    expect(now()).toEqual([16, 3, true]);
    toggleReplay();
    passReplay(1000);
    expect(now()).toEqual([16, 3, false]);
    toggleReplay();
    passReplay(60_000);
    expect(now()).toEqual([600, 119, false]);
  });

  it('begins anew when it is played at the end', () => {
    start(false);
    seekReplay(700);
    expect(now()).toEqual([600, 119, false]);
    toggleReplay();
    expect(now()).toEqual([0, 0, true]);
  });

  it('ends when it is left, or when another run takes the place of its own', () => {
    start();
    endReplay();
    expect(now()).toBeNull();
    start();
    run('r2');
    expect(now()).toBeNull();
  });

  it('goes on while a new run is only under way', () => {
    start();
    runStarted({ id: 'r2', revision: 2, scenario: 'base', design });
    expect(now()).toEqual([0, 0, true]);
  });
});
