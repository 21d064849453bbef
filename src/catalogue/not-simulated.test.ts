import { describe, expect, it } from 'vitest';
import type { Connection, Design } from '../model/design.ts';
import { notSimulatedYet } from './not-simulated.ts';

/** Placed orders go over a queue to a worker. */
function ordersWith(delivery: Partial<Connection>, sending: Partial<Connection> = {}): Design {
  return {
    spandrel: 1,
    name: 'Orders',
    components: [
      { id: 'shop', kind: 'service' },
      { id: 'orders', kind: 'queue' },
      { id: 'packer', kind: 'worker' },
    ],
    connections: [
      { id: 'place', from: 'shop', to: 'orders', ...sending },
      { id: 'pack', from: 'orders', to: 'packer', mode: 'async', ...delivery },
    ],
    scenarios: [{ id: 'base', durationS: 10, arrivals: [{ at: 'shop', process: 'poisson', ratePerSecond: 5 }] }],
  };
}

const refusals = (design: Design): (readonly [string, string])[] =>
  notSimulatedYet(design, design.scenarios![0]!).map(({ path, message }) => [path, message]);

describe('the deliveries of a broker', () => {
  it('have timeouts, retries and classes', () => {
    expect(refusals(ordersWith({ timeoutMs: 300, retry: { attempts: 3 }, classes: ['express'] }))).toEqual([]);
  });

  it('are told from calls, of which all are made yet', () => {
    expect(refusals(ordersWith({}, { classes: ['express'] }))).toEqual([
      ['connections.place.classes', 'not simulated yet: calls of some classes only'],
    ]);
  });
});
