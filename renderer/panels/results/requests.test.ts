import { describe, expect, it } from 'vitest';
import type { Design } from '../../../src/model/design.ts';
import type { RequestFigures, Result } from '../../../src/simulation/result.ts';
import { bandsBetween, requestRows } from './requests.ts';

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
  return requestRows({ design: DESIGN, scenario: 'base', result: result as Result }).map(({ name }) => name);
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

  it('lie between percentiles, of which none comes before the one below it', () => {
    expect(bandsBetween(figures(10, 20, 19.9, 40)).map(({ upTo, fromMs, toMs }) => [upTo, fromMs, toMs])).toEqual([
      ['p50', 0, 10],
      ['p90', 10, 20],
      ['p95', 20, 20],
      ['p99', 20, 40],
    ]);
    expect(bandsBetween(figures(10, null))).toEqual([]);
  });
});
