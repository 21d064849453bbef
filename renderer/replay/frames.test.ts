import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/simulation/result.ts';
import { cardsOf, momentOf, replayCard } from './frames.ts';

const API = {
  utilisation: [0.50001, 0.50002, 0.9],
  waiting: [1, 1, 12.34],
  replicas: [2, 2, 2],
  wantedReplicas: [2, 2, 4],
};

const RESULT = {
  series: {
    requests: { throughputPerSecond: [10, 9, null], errorRate: [0, null, 0.25], responseMs: { p95: [40, null, 88] } },
    components: {
      api: API,
      mq: { ...API, utilisation: [1, 0, 0.1] },
      web: { ...API, newVersionShare: [0, 0.1, 1] },
    },
  },
} as unknown as Result;

describe('a component in a replay', () => {
  it('shows how busy it is, what waits, and how many of the wanted replicas serve', () => {
    const card = { utilisation: 0.9, waiting: '12 waiting', serving: '×2', wanted: 'of 4 wanted', version: null };
    expect(replayCard(RESULT, 'api', false, 2)).toEqual(card);
    expect(replayCard(RESULT, 'mq', true, 2)?.utilisation).toBeNull();
    expect(replayCard(RESULT, 'gone', false, 2)).toBeNull();
  });

  it('tells the share of the new version while two of them serve', () => {
    const series = RESULT.series.components['web'];
    expect(series && cardsOf(series, false).map(({ version }) => version)).toEqual([null, '10 % new', null]);
  });

  it('stays the same object through steps that say the same', () => {
    const cards = cardsOf(API, false);
    expect([cards[1] === cards[0], cards[2] === cards[1]]).toEqual([true, false]);
    expect(replayCard(RESULT, 'api', false, 0)).toBe(replayCard(RESULT, 'api', false, 1));
  });
});

it('a moment names the busiest component, and says what failed', () => {
  expect([0, 1, 2].map((step) => momentOf(RESULT, step))).toEqual([
    { throughput: '10/s', p95: '40 ms', errors: null, busiest: { id: 'mq', share: '100 %' } },
    { throughput: '9/s', p95: '—', errors: null, busiest: { id: 'api', share: '50 %' } },
    { throughput: '—', p95: '88 ms', errors: '25 %', busiest: { id: 'api', share: '90 %' } },
  ]);
});
