import { expect, it } from 'vitest';
import { valueText } from './value-text.ts';

it.each([
  [undefined, ['seed'], '—'],
  [600, ['durationS'], '600 s'],
  [12.5, ['arrivals', '0', 'ratePerSecond'], '12.5 /s'],
  ['auto', ['warmupS'], 'auto'],
  [[[0, 5], [60, 9]], ['arrivals', '0', 'points'], '0 s: 5 /s · 60 s: 9 /s'], // prettier-ignore
  [Array.from({ length: 9 }, () => 1), ['arrivals', '0', 'timesMs'], '1 · 1 · 1 · 1 · 1 · 1 … (9)'],
  [
    { kind: 'outage', at: 'db', fromS: 120, durationS: 30 },
    ['faults', '0'],
    'Kind: outage, At: db, From: 120 s, For: 30 s',
  ],
  [[{ weight: 0.1, holdS: 30 }], ['rollouts', '0', 'steps'], 'Weight: 0.1, Hold: 30 s'],
])('%j at %j is told as %s', (value, path, text) => expect(valueText(value, path)).toBe(text));
