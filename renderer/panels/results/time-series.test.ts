import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/simulation/result.ts';
import type { Quantity } from '../../state/panels.ts';
import { chartOf, MOST_FOLLOWED, summaryOf } from './time-series.ts';

const own = { utilisation: [0.5, 0.7], waiting: [1, 3], replicas: [1, 2], wantedReplicas: [2, 2] };
const RESULT = {
  series: {
    requests: {
      offeredPerSecond: [10, 10],
      throughputPerSecond: [9, null],
      errorRate: [0.1, null],
      responseMs: { mean: [5, null], p95: [9, null] },
    },
    components: {
      api: own,
      mq: { ...own, lag: { messages: [4, 6], oldestMs: [100, 300] } },
      web: { ...own, newVersionShare: [0, 0.1] },
    },
  },
} as unknown as Result;

const API = { id: 'api', name: 'API' };
const MQ = { id: 'mq', name: 'Queue' };
const WEB = { id: 'web', name: 'Web' };

function said(key: Quantity, ...followed: readonly { id: string; name: string }[]): unknown {
  const chart = chartOf(key, RESULT, followed);
  return 'missing' in chart ? chart.missing : [chart.title, ...chart.lines.map(({ label }) => label)];
}

describe('what is drawn over time', () => {
  it('is end to end, or about the component that is followed', () => {
    expect([said('response', API), said('requests', API), said('errors', API)]).toEqual([
      ['Response time', 'mean', 'p95'],
      ['Requests', 'offered', 'succeeded'],
      ['Errors', 'failed'],
    ]);
    expect([said('utilisation', API), said('replicas', API), said('versions', WEB)]).toEqual([
      ['Utilisation of API', ''],
      ['Replicas of API', 'wanted', 'serving'],
      ['Versions of Web', 'share of the new version'],
    ]);
  });

  it('has a line for each of several, and leaves out those that have no such figure', () => {
    expect(said('waiting', API, MQ)).toEqual(['Waiting', 'API', 'Queue']);
    expect(said('oldest', API, MQ)).toEqual(['Oldest message of Queue', '']);
  });

  it('draws no more lines than can be told apart', () => {
    const chart = chartOf(
      'waiting',
      RESULT,
      Array.from({ length: 20 }, () => API),
    );
    expect('lines' in chart && chart.lines.length).toBe(MOST_FOLLOWED);
  });

  it('says why there is nothing, and how to get it', () => {
    expect(said('lag', API)).toMatch(/^API holds no messages\. Follow a queue/);
    expect(said('versions', API)).toMatch(/^No new version came to API in this run\. Add one/);
    expect(said('waiting')).toMatch(/^No component was measured/);
  });

  it('is told in words', () => {
    const chart = chartOf('waiting', RESULT, [API]);
    expect('lines' in chart && summaryOf(chart)).toBe('Waiting of API over time: from 1 to 3, at the end 3');
  });
});
