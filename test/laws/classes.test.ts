// What the class of a request decides: the work at each station, and the calls that are made.
import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../src/model/design.ts';
import {
  call,
  client,
  deterministic,
  expectAgreement,
  exponential,
  measure,
  poisson,
  service,
  UNLIMITED,
} from './measure.ts';
import { twoClassMva } from './theory.ts';

describe('work by class', () => {
  // A mixture by its first two moments: 20 a second of an exponential of 15 ms, 5 of a constant 40 ms, 40 of 5 ms.
  const rate = 0.065;
  const utilisation = 0.02 * 15 + 0.005 * 40 + 0.04 * 5;
  const second = (0.02 * 2 * 15 ** 2 + 0.005 * 40 ** 2 + 0.04 * 2 * 5 ** 2) / rate;
  const wait = (rate * second) / (2 * (1 - utilisation));
  const api = service('api', 5, { serviceByClass: { report: exponential(15), export: deterministic(40) } });
  const arrivals = (at: string): Arrival[] => [
    { ...poisson(at, 20), class: 'report' },
    { ...poisson(at, 5), class: 'export' },
    poisson(at, 40),
  ];

  it.each(['where it arrives', 'where it calls'])(
    'is M/G/1 with a mixture (Pollaczek, Khinchine), %s',
    async (where) => {
      const result = await measure(
        where === 'where it arrives'
          ? { components: [api], arrivals: arrivals('api') }
          : { components: [client('web'), api], connections: [call('web', 'api')], arrivals: arrivals('web') },
      );
      expectAgreement({
        utilisation: [result.components['api']?.utilisation, utilisation],
        wait: [result.components['api']?.waitMs.mean, wait, 0.05],
        report: [result.classes['report']?.responseMs.mean, wait + 15, 0.05],
        export: [result.classes['export']?.responseMs.mean, wait + 40, 0.05],
        neither: [result.arrivals[2]?.responseMs.mean, wait + 5, 0.05],
      });
    },
  );

  it('follows a message through a broker, and gives way to what a connection says of its own calls', async () => {
    const result = await measure(
      {
        components: [
          client('web'),
          { id: 'orders', kind: 'queue' },
          { ...api, id: 'worker', capacity: UNLIMITED },
          { ...api, capacity: UNLIMITED },
        ],
        connections: [
          call('web', 'api', { service: deterministic(7) }),
          call('web', 'orders', { mode: 'async' }),
          call('orders', 'worker', { mode: 'async' }),
        ],
        arrivals: [
          { ...poisson('web', 20), class: 'report' },
          { ...poisson('web', 5), class: 'export' },
        ],
      },
      { durationS: 220 },
    );
    expectAgreement({
      worker: [result.components['worker']?.responseMs.mean, (20 * 15 + 5 * 40) / 25],
      api: [result.components['api']?.responseMs.mean, 7],
    });
  });

  it('takes classes by their own names only', async () => {
    const result = await measure(
      {
        components: [{ ...api, capacity: UNLIMITED }],
        arrivals: [{ at: 'api', process: 'deterministic', ratePerSecond: 10, class: 'constructor' }],
      },
      { durationS: 120 },
    );
    expectAgreement({ response: [result.requests.responseMs.mean, 5, 0.06] });
  });
});

describe('calls of some classes only', () => {
  it('are made by these, also in part, and by nobody without a class', async () => {
    const rate = 100;
    const result = await measure(
      {
        components: [client('web'), ...['a', 'b', 'c', 'd'].map((id) => service(id, 4, { capacity: UNLIMITED }))],
        connections: [
          call('web', 'a', { classes: ['buy'] }),
          call('web', 'b', { classes: ['buy', 'look'], calls: 1.5 }),
          call('web', 'c', { classes: ['nobody'] }),
          call('web', 'd', { classes: ['look'], mode: 'async', calls: 2 }),
        ],
        arrivals: [
          { ...poisson('web', rate), class: 'buy' },
          { ...poisson('web', rate), class: 'look' },
          poisson('web', rate),
        ],
      },
      { durationS: 220 },
    );
    const callsOf = (id: string) => result.connections[`web-${id}`]?.callsPerSecond;
    expectAgreement({
      a: [callsOf('a'), rate],
      b: [callsOf('b'), 2 * 1.5 * rate],
      d: [callsOf('d'), 2 * rate],
      buy: [result.classes['buy']?.responseMs.mean, 4 + 1.5 * 4],
      look: [result.classes['look']?.responseMs.mean, 1.5 * 4],
    });
    expect(callsOf('c')?.mean).toBe(0);
    expect(result.arrivals[2]?.responseMs.max.mean).toBe(0);
  });
});

describe('two closed classes (mean value analysis, Reiser & Lavenberg 1980)', () => {
  it('share a processor, and go their own ways at stations that never queue', async () => {
    const result = await measure(
      {
        components: [
          client('web'),
          service('cpu', 5),
          service('remote', 30, { capacity: UNLIMITED, serviceByClass: { report: deterministic(90) } }),
          service('disk', 8),
        ],
        connections: [
          call('web', 'cpu'),
          call('web', 'remote'),
          call('web', 'disk', { classes: ['report'], calls: 2 }),
          call('web', 'disk', { id: 'look', classes: ['browse'], calls: 0.5 }),
        ],
        arrivals: [
          { at: 'web', process: 'closed', users: 12, thinkMs: 60, class: 'browse' },
          { at: 'web', process: 'closed', users: 5, thinkMs: deterministic(20), class: 'report' },
        ],
      },
      { durationS: 620 },
    );
    const [browse, report] = twoClassMva(
      [
        { users: 12, think: 60, demands: [5, 30, 4] },
        { users: 5, think: 20, demands: [5, 90, 16] },
      ],
      [false, true, false],
    );
    expectAgreement({
      'browse throughput': [result.classes['browse']?.throughputPerSecond, 1000 * (browse?.throughput ?? NaN)],
      'browse response': [result.classes['browse']?.responseMs.mean, browse?.response ?? NaN],
      'report throughput': [result.classes['report']?.throughputPerSecond, 1000 * (report?.throughput ?? NaN)],
      'report response': [result.classes['report']?.responseMs.mean, report?.response ?? NaN],
    });
  });
});
