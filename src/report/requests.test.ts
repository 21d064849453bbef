import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design.ts';
import type { RequestFigures, Result } from '../simulation/result.ts';
import { en } from '../texts/en/index.ts';
import { requestRows } from './requests.ts';

function figures(...percentiles: (number | null)[]): RequestFigures {
  const s = (mean: number | null) => ({ mean, ci95: null });
  const [p50 = null, p90 = null, p95 = null, p99 = null] = percentiles;
  const responseMs = { mean: s(p50), p50: s(p50), p90: s(p90), p95: s(p95), p99: s(p99), max: s(p99) };
  return { offeredPerSecond: s(1), throughputPerSecond: s(1), errorRate: s(0), responseMs };
}

const DESIGN: Design = {
  spandrel: 1,
  name: 'Test',
  components: [{ id: 'api', kind: 'gateway', name: 'API' }],
  scenarios: [
    {
      id: 'base',
      durationS: 10,
      arrivals: [
        { at: 'api', process: 'poisson', ratePerSecond: 1, class: 'browse' },
        { at: 'api', process: 'poisson', ratePerSecond: 2 },
        { at: 'api', process: 'poisson', ratePerSecond: 3 },
      ],
    },
  ],
};

function namesOf(result: unknown): string[] {
  return requestRows({ design: DESIGN, scenario: 'base', result: result as Result }, en.report).map(({ name }) => name);
}

describe('the figures of requests', () => {
  const stream = { at: 'api', ...figures(1, 2, 3, 4) };

  it('are told for all, by class, and by stream of arrivals, each with a name of its own', () => {
    const classes = { checkout: figures(), browse: figures() };
    expect(namesOf({ requests: figures(), classes, arrivals: [stream, stream, stream] })).toEqual([
      'All requests',
      'Class browse',
      'Class checkout',
      'Arrivals at API, browse',
      'Arrivals at API (1)',
      'Arrivals at API (2)',
    ]);
  });

  it('are those of all where there is one stream only', () => {
    expect(namesOf({ requests: figures(), classes: {}, arrivals: [stream] })).toEqual(['All requests']);
  });
});
