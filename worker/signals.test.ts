import { describe, expect, it } from 'vitest';
import { Signals } from './signals.ts';

describe('signals', () => {
  it('end a replication and those after it, never fewer than before', () => {
    const signals = Signals.forReplications(5);
    const ended = (): boolean[] => [0, 1, 2, 3, 4].map((replication) => signals.isEnded(replication));
    expect(ended()).toEqual([false, false, false, false, false]);
    signals.end(3);
    expect(ended()).toEqual([false, false, false, true, true]);
    signals.end(4);
    expect(ended()).toEqual([false, false, false, true, true]);
    signals.end(0);
    expect(ended()).toEqual([true, true, true, true, true]);
  });

  it('are seen over the same buffer, and sum up how far all are', () => {
    const signals = Signals.forReplications(4);
    const elsewhere = new Signals(signals.buffer);
    elsewhere.report(0, 1);
    elsewhere.report(2, 0.5);
    expect(signals.fraction()).toBeCloseTo(1.5 / 4, 6);
    elsewhere.end(1);
    expect(signals.isEnded(1)).toBe(true);
  });
});
