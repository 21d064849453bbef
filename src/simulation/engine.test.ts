import { describe, expect, it } from 'vitest';
import type { Arrival, Component, Connection, Design, Scenario } from '../model/design.ts';
import { compileNetwork } from './compile.ts';
import { type ReplicationControl, runReplication } from './engine.ts';
import type { ReplicationRecord, StationRecord } from './record.ts';

interface Case {
  readonly components: Component[];
  readonly connections?: Connection[];
  readonly arrivals: Arrival[];
  readonly scenario?: Partial<Scenario>;
}

function start({ components, connections = [], arrivals, scenario }: Case, control: ReplicationControl = {}) {
  const base: Scenario = { id: 'base', durationS: 1, arrivals, ...scenario };
  const design: Design = { spandrel: 1, name: 'Case', components, connections, scenarios: [base] };
  return runReplication(compileNetwork(design, base), 0, control);
}

function run(model: Case): ReplicationRecord {
  const outcome = start(model);
  if (outcome.kind !== 'done') throw new Error(`The run ended as ${outcome.kind}`);
  return outcome.record;
}

function station(id: string, meanMs: number, rest: Partial<Component> = {}): Component {
  return { id, kind: 'service', service: { distribution: 'deterministic', meanMs }, ...rest };
}

/** One every 100 ms, the first at 100 ms. */
const everyTenth: Arrival = { at: 'a', process: 'deterministic', ratePerSecond: 10 };

describe('one station', () => {
  it('is M/M/1: utilisation 0.8, 50 ms, and the percentiles of an exponential response', () => {
    const { requests, stations } = run({
      components: [{ id: 'a', kind: 'service', service: { distribution: 'exponential', meanMs: 10 } }],
      arrivals: [{ at: 'a', process: 'poisson', ratePerSecond: 80 }],
      scenario: { durationS: 12_500, warmupS: 100 },
    });
    const { responseMs } = requests;
    // A million customers; the standard error of the mean is some 0.4 ms.
    expect(stations[0]!.busyIntegral / stations[0]!.slotIntegral).toBeCloseTo(0.8, 2);
    expect(Math.abs(responseMs!.mean - 50)).toBeLessThan(1.6);
    expect(Math.abs(responseMs!.p50 - 50 * Math.log(2))).toBeLessThan(1.2);
    expect(Math.abs(responseMs!.p99 - 50 * Math.log(100))).toBeLessThan(12);
  });

  it('keeps Little and its counts to the last digit, by another sum than the one it is compared with', () => {
    const { stations, requests } = run({
      components: [{ id: 'a', kind: 'service', service: { distribution: 'exponential', meanMs: 10 } }],
      arrivals: [{ at: 'a', process: 'poisson', ratePerSecond: 80 }],
      scenario: { durationS: 100 },
    });
    const { waitedMs, waitingIntegral, arrivals, started, completed, waitingAtEnd } = stations[0]!;
    // Those who still wait at the end have waited a little that no start has counted yet.
    expect(waitingIntegral - waitedMs).toBeGreaterThanOrEqual(-1e-6);
    expect(waitingIntegral - waitedMs).toBeLessThan(1000 * (waitingAtEnd + 1));
    expect(arrivals - started).toBe(waitingAtEnd);
    expect(started - completed).toBeLessThanOrEqual(1);
    expect(requests.succeeded).toBe(completed);
  });

  it('serves an endless second of arrivals every 100 ms for 250 ms each as a hand would', () => {
    const { requests, stations, series } = run({ components: [station('a', 250)], arrivals: [everyTenth] });
    // Begun at 100, 350, 600, 850; ended at 350, 600, 850. Arrived at 100, 200 … 1000.
    expect(requests).toMatchObject({ offered: 10, succeeded: 3, failed: 0 });
    expect(requests.responseMs).toMatchObject({ mean: (250 + 400 + 550) / 3, max: 550 });
    expect(stations[0]).toMatchObject({ arrivals: 10, completed: 3, started: 4, waitedMs: 150 + 300 + 450 });
    expect(stations[0]!.busyIntegral).toBeCloseTo(900, 9);
    // Waiting: one from 200, two from 300, one less at 350, and so on, to 1000.
    expect(stations[0]!.waitingIntegral).toBeCloseTo(150 + 300 + 450 + (500 + 400 + 300 + 200 + 100), 9);
    expect(series.offered.reduce((sum, x) => sum + x, 0)).toBe(10);
  });

  it('refuses what finds no room', () => {
    const { requests, stations } = run({
      components: [station('a', 250, { capacity: { queueLimit: 0 } })],
      arrivals: [everyTenth],
    });
    // Taken at 100, 400, 700, 1000; those in between are refused at once.
    expect(requests).toMatchObject({ offered: 10, succeeded: 3, failed: 6 });
    expect(stations[0]).toMatchObject({ arrivals: 10, rejected: 6, waitingIntegral: 0 });
  });

  it.each(['shared-queue', 'round-robin', 'random'] as const)(
    'without replicas serves nothing, with %s',
    (dispatch) => {
      const { requests, stations } = run({
        components: [station('a', 1, { capacity: { replicas: 0, queueLimit: 4, dispatch } })],
        arrivals: [everyTenth],
      });
      expect(requests).toMatchObject({ offered: 10, succeeded: 0, failed: 6, responseMs: null });
      expect(stations[0]).toMatchObject({ started: 0, waitingAtEnd: 4, slotIntegral: 0, busyIntegral: 0 });
    },
  );

  it('counts (warm-up, end], with those on the way at its start', () => {
    const { requests, stations, windowMs } = run({
      components: [station('a', 50)],
      arrivals: [everyTenth],
      scenario: { warmupS: 0.5 },
    });
    // At 600, 700 … 1000 arrive five; of these the last is not done; the one that came at 500 ends at 550.
    expect(windowMs).toBe(500);
    expect(requests).toMatchObject({ offered: 5, succeeded: 5 });
    expect(stations[0]).toMatchObject({ arrivals: 5, completed: 5, slotIntegral: 500 });
    expect(stations[0]!.busyIntegral).toBeCloseTo(250, 9);
  });
});

describe('calls', () => {
  const chain: Case = {
    components: [station('a', 10), station('b', 20), station('c', 30)],
    connections: [
      { id: 'ab', from: 'a', to: 'b', latencyMs: 1 },
      { id: 'ac', from: 'a', to: 'c', latencyMs: 2 },
    ],
    arrivals: [everyTenth],
  };

  it('follow one another in the order of the file: 10 + (1 + 20 + 1) + (2 + 30 + 2)', () => {
    const { requests, links } = run(chain);
    expect(requests.responseMs!.mean).toBeCloseTo(66, 9);
    expect(links.map(({ responseMs }) => responseMs!.mean)).toEqual(
      [22, 34].map((ms) => expect.closeTo(ms, 9) as number),
    );
  });

  it('or go out all at once: 10 + (2 + 30 + 2)', () => {
    const [first, ...rest] = chain.components;
    const { requests } = run({ ...chain, components: [{ ...first!, calls: 'parallel' }, ...rest] });
    expect(requests.responseMs!.mean).toBeCloseTo(44, 9);
  });

  it('hold the slot of a caller that blocks, which is then blocked and not in its own work', () => {
    const [first, ...rest] = chain.components;
    const { stations } = run({ ...chain, components: [{ ...first!, threading: 'blocking' }, ...rest] });
    // Nine whole requests of 66 ms, of which 56 ms blocked; the tenth arrives at the end.
    expect(stations[0]!.busyIntegral).toBeCloseTo(9 * 66, 9);
    expect(stations[0]!.blockedIntegral).toBeCloseTo(9 * 56, 9);
  });

  it('time out for the caller only: the work at the callee goes on', () => {
    const { requests, stations, links } = run({
      components: [station('a', 0), station('b', 250, { capacity: { concurrency: 10 } })],
      connections: [{ id: 'ab', from: 'a', to: 'b', timeoutMs: 50, retry: { attempts: 2, backoffMs: 30 } }],
      arrivals: [{ at: 'a', process: 'deterministic', ratePerSecond: 1 }],
      scenario: { durationS: 2 },
    });
    // At 1000 and, after 50 + 30 ms, at 1080; failed at 1130; both works end, at 1250 and 1330. Again from 2000 on.
    expect(requests).toMatchObject({ offered: 2, succeeded: 0, failed: 1 });
    expect(links[0]).toMatchObject({ calls: 2, retries: 1, timeout: 2, ok: 0, responseMs: null });
    expect(stations[1]).toMatchObject({ arrivals: 3, completed: 2 });
  });

  it('fail the request, unless they are optional', () => {
    const failing = (optional: boolean) =>
      run({
        components: [station('a', 1), station('b', 1, { errorRate: 1 }), station('c', 1)],
        connections: [
          { id: 'ab', from: 'a', to: 'b', optional },
          { id: 'ac', from: 'a', to: 'c' },
        ],
        arrivals: [everyTenth],
      });
    const [required, optional] = [failing(false), failing(true)];
    expect([required.requests.failed, required.stations[2]!.arrivals]).toEqual([9, 0]);
    expect([optional.requests.succeeded, optional.stations[2]!.arrivals]).toEqual([9, 9]);
    expect(required.stations[1]).toMatchObject({ completed: 0, failed: 9 });
  });

  it('are tried again after a failure of parallel calls, as if nothing had been', () => {
    const { streams, links } = run({
      components: [
        station('a', 0),
        station('b', 0, { calls: 'parallel' }),
        station('c', 15, { capacity: { queueLimit: 0 } }),
        station('d', 40),
      ],
      connections: [
        { id: 'ab', from: 'a', to: 'b', retry: { attempts: 2, backoffMs: 20 } },
        { id: 'bc', from: 'b', to: 'c' },
        { id: 'bd', from: 'b', to: 'd' },
      ],
      arrivals: [{ at: 'c', process: 'deterministic', ratePerSecond: 10 }, everyTenth],
    });
    // Each tenth of a second c is taken by its own arrival, so b's call fails at once. The try ends with d after 40 ms;
    // the second begins at 60 ms, when c is free, and ends well with d at 100 ms. The last request begins at the end.
    expect(streams[1]).toMatchObject({ offered: 10, succeeded: 9, failed: 0, responseMs: { mean: 100, max: 100 } });
    expect(links.map(({ calls, retries, ok, rejected, error }) => [calls, retries, ok, rejected, error])).toEqual([
      [10, 9, 9, 0, 9],
      [19, 0, 9, 10, 0],
      [19, 0, 18, 0, 0],
    ]);
  });
});

describe('a run', () => {
  const busy: Case = {
    components: [station('a', 10)],
    arrivals: [{ at: 'a', process: 'poisson', ratePerSecond: 1000 }],
    scenario: { durationS: 1000 },
  };

  it('tells how far it is, and ends when it is cancelled', () => {
    const fractions: number[] = [];
    const outcome = start(busy, {
      onProgress: (fraction) => fractions.push(fraction),
      isCancelled: () => fractions.length === 5,
    });
    expect(outcome.kind).toBe('cancelled');
    expect(fractions).toHaveLength(5);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  });

  it('ends when time stands still, naming where', () => {
    const outcome = start({
      components: [station('a', 0), station('b', 1)],
      arrivals: [{ at: 'a', process: 'closed', users: 1, thinkMs: 0 }],
    });
    expect(outcome).toMatchObject({
      kind: 'stopped',
      finding: { rule: 'endless-instant', severity: 'error', path: 'components.a' },
    });
  });

  it('ends when more than ten million requests are in flight, naming where', () => {
    const outcome = start({
      components: [station('a', 1), station('b', 1e6)],
      connections: [{ id: 'ab', from: 'a', to: 'b', mode: 'async' }],
      arrivals: [{ at: 'b', process: 'deterministic', ratePerSecond: 1e7 }],
      scenario: { durationS: 10 },
    });
    expect(outcome).toMatchObject({
      kind: 'stopped',
      finding: { rule: 'too-many-requests', severity: 'error', path: 'components.b' },
    });
  });

  it('is the same each time, and another one for another replication', () => {
    const network = compileNetwork(
      { spandrel: 1, name: 'Case', components: busy.components },
      { id: 'base', durationS: 10, arrivals: busy.arrivals },
    );
    const [first, again, other] = [0, 0, 1].map((replication) => runReplication(network, replication));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});

describe('brokers', () => {
  const waitingOf = (record: StationRecord) => [
    record.arrivals,
    record.completed,
    record.rejected,
    record.waitingAtEnd,
  ];

  it('keep messages until a consumer is free, up to their limit', () => {
    const { stations, requests, links } = run({
      components: [{ id: 'a', kind: 'queue', capacity: { queueLimit: 2 } }, station('w', 250)],
      connections: [{ id: 'aw', from: 'a', to: 'w', mode: 'async' }],
      arrivals: [everyTenth],
    });
    // Taken at 100, 350, 600, 850. Room for two: those of 600 (one left at 600), 900 find it full or not.
    const [queue, worker] = stations as [StationRecord, StationRecord];
    expect(waitingOf(worker)).toEqual([4, 3, 0, 0]);
    expect(queue.completed + queue.rejected).toBe(10);
    expect(queue.waitingAtEnd).toBe(2);
    expect(queue.completed).toBe(4 + 2);
    expect(requests).toMatchObject({ succeeded: 6, failed: 4 });
    expect(links[0]).toMatchObject({ calls: 4, ok: 3 });
  });

  it('give each of several consumers its turn, the one idle longest first', () => {
    const { stations } = run({
      components: [{ id: 'a', kind: 'queue' }, station('u', 10), station('v', 10), station('w', 10)],
      connections: ['w', 'u', 'v'].map((to) => ({ id: `a${to}`, from: 'a', to, mode: 'async' as const })),
      arrivals: [everyTenth],
    });
    expect(stations.slice(1).map(({ arrivals }) => arrivals)).toEqual([3, 3, 4]);
  });

  it('give each consumer every message where they broadcast', () => {
    const { stations } = run({
      components: [{ id: 'a', kind: 'topic' }, station('u', 10), station('v', 250)],
      connections: ['u', 'v'].map((to) => ({ id: `a${to}`, from: 'a', to, mode: 'async' as const })),
      arrivals: [everyTenth],
    });
    expect(stations.map(({ arrivals, waitingAtEnd }) => [arrivals, waitingAtEnd])).toEqual([
      [10, 6],
      [10, 0],
      [4, 0],
    ]);
  });
});
