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

describe('what has no effect on the deliveries of a broker', () => {
  it('a timeout is refused', () => {
    expect(refusals(ordersWith({ timeoutMs: 300 }))).toEqual([
      ['connections.pack.timeoutMs', 'not simulated yet: a timeout of deliveries'],
    ]);
  });

  it('a retry is refused; one try alone is no retry', () => {
    expect(refusals(ordersWith({ retry: { attempts: 3 } }))).toEqual([
      ['connections.pack.retry', 'not simulated yet: retries of deliveries'],
    ]);
    expect(refusals(ordersWith({ retry: { attempts: 1 } }))).toEqual([]);
  });

  it('both are well on the way to the broker, where a caller waits', () => {
    expect(refusals(ordersWith({}, { timeoutMs: 300, retry: { attempts: 3 } }))).toEqual([]);
  });
});
