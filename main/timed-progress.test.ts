import { describe, expect, it } from 'vitest';
import { timedProgress, type TimedProgress } from './timed-progress.ts';

describe('progress', () => {
  it('is shown at most every 100 ms, with the time that is left once it can be told', () => {
    let atMs = 5000;
    const shown: TimedProgress[] = [];
    const report = timedProgress(
      (progress) => shown.push(progress),
      () => atMs,
    );
    for (let n = 0; n <= 100; n++) {
      report({ fraction: n / 100, replicationsDone: 0, replications: 4 });
      atMs += 10;
    }
    expect(shown).toHaveLength(11);
    expect(shown.map(({ fraction }) => fraction)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(shown[0]?.leftMs).toBe(null);
    // A hundred steps of 10 ms: what is left of the second.
    expect(shown.slice(1).map(({ leftMs }) => Math.round(leftMs ?? NaN))).toEqual([
      900, 800, 700, 600, 500, 400, 300, 200, 100, 0,
    ]);
  });
});
