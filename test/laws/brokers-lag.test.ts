// Partitions, batches and consumer lag against closed forms and small chains.
import { describe, it } from 'vitest';
import type { Component } from '../../src/model/design.ts';
import { expectation, stationary } from './markov-chain.ts';
import { call, expectAgreement, measure, poisson, service, UNLIMITED } from './measure.ts';
import { mmc } from './theory.ts';

function broker(kind: 'queue' | 'topic' | 'stream', rest: Partial<Component> = {}): Component {
  return { id: 'broker', kind, ...rest };
}

const toWorker = call('broker', 'worker', { mode: 'async' });

describe('consumer lag', () => {
  it('of M/M/1 is its queue, and the oldest has the age ρ Wq', async () => {
    const result = await measure({
      components: [broker('queue'), service('worker', 7)],
      connections: [toWorker],
      arrivals: [poisson('broker', 100)],
    });
    const { waiting, wait } = mmc(0.1, 7, 1);
    // A message is the oldest that waits from when it comes, or from when the one before it starts, until it starts: from
    // the age (W' - T)+ on, W' being the wait before it and T the time between, to its own wait W. So by renewal reward
    // the mean age is λ (E[W²] - E[((W' - T)+)²]) / 2; with θ = μ - λ, W is 0 or, with chance ρ, exponential at θ, so
    // these are 2ρ/θ² and, W' being beyond T with chance ρ more, 2ρ²/θ²: λρ(1 - ρ)/θ² = ρ · ρ/(μ - λ).
    expectAgreement({
      messages: [result.components['broker']?.lag?.messages, waiting, 0.05],
      waiting: [result.components['broker']?.waiting, waiting, 0.05],
      wait: [result.components['broker']?.waitMs.mean, wait, 0.05],
      oldest: [result.components['broker']?.lag?.oldestMs, 0.7 * wait, 0.08],
    });
  });

  it('does not count those that wait for the broker itself', async () => {
    const result = await measure({
      components: [broker('queue', { service: { distribution: 'exponential', meanMs: 6 } }), service('worker', 7)],
      connections: [toWorker],
      arrivals: [poisson('broker', 100)],
    });
    // The departures of M/M/1 are Poisson (Burke 1956), so that these are two queues in a row (Jackson 1957).
    expectAgreement({
      messages: [result.components['broker']?.lag?.messages, mmc(0.1, 7, 1).waiting, 0.05],
      waiting: [result.components['broker']?.waiting, mmc(0.1, 6, 1).waiting + mmc(0.1, 7, 1).waiting, 0.05],
    });
  });
});

describe('partitions', () => {
  it('with many slots are as many M/M/1, each with its share of the load', async () => {
    const result = await measure({
      components: [broker('stream', { partitions: 4 }), service('worker', 28, { capacity: UNLIMITED })],
      connections: [toWorker],
      arrivals: [poisson('broker', 100)],
    });
    const each = mmc(0.1 / 4, 28, 1);
    expectAgreement({
      wait: [result.components['broker']?.waitMs.mean, each.wait, 0.05],
      messages: [result.components['broker']?.lag?.messages, 4 * each.waiting, 0.05],
      busy: [result.components['worker']?.inSystem, 4 * each.utilisation],
    });
  });

  it('of one alone is one queue, however many consumers compete, with the oldest as old as there', async () => {
    const result = await measure({
      components: [
        broker('stream', { partitions: 1 }),
        service('worker', 7, { capacity: UNLIMITED }),
        service('two', 7),
      ],
      connections: [toWorker, call('broker', 'two', { mode: 'async' })],
      arrivals: [poisson('broker', 100)],
    });
    const { waiting, wait } = mmc(0.1, 7, 1);
    expectAgreement({
      messages: [result.components['broker']?.lag?.messages, waiting, 0.05],
      oldest: [result.components['broker']?.lag?.oldestMs, 0.7 * wait, 0.08],
      // Of two idle consumers the one idle longest: one after the other.
      first: [result.components['worker']?.throughputPerSecond, 50],
    });
  });

  it('keep a slot free rather than take two messages of one', async () => {
    const [partitions, slots, room] = [3, 2, 4];
    const result = await measure({
      components: [
        broker('stream', { partitions, capacity: { queueLimit: room } }),
        service('worker', 16, { capacity: { concurrency: slots } }),
      ],
      connections: [toWorker],
      arrivals: [poisson('broker', 100)],
    });
    // The partitions in service, and those of the messages that wait, the oldest first.
    const chain = stationary<{ busy: readonly number[]; line: readonly number[] }>(
      { busy: [], line: [] },
      ({ busy, line }) => [
        ...Array.from({ length: partitions }, (_, key) => {
          const next = settle([...busy], [...line, key], slots);
          return { to: next.line.length > room ? { busy, line } : next, rate: 0.1 / partitions };
        }),
        ...busy.map((done) => ({
          to: settle(
            busy.filter((key) => key !== done),
            [...line],
            slots,
          ),
          rate: 1 / 16,
        })),
      ],
    );
    const full = expectation(chain, ({ busy, line }) => {
      const blocked = Array.from({ length: partitions }, (_, key) => settle([...busy], [...line, key], slots));
      return blocked.filter((next) => next.line.length > room).length / partitions;
    });
    expectAgreement({
      waiting: [result.components['broker']?.waiting, expectation(chain, ({ line }) => line.length)],
      busy: [result.components['worker']?.utilisation, expectation(chain, ({ busy }) => busy.length) / slots],
      rejected: [result.components['broker']?.rejectedPerSecond, 100 * full, 0.05],
    });
  });
});

/** Takes the oldest of the partitions that are not in service, as long as there are slots; a set is kept in order. */
function settle(busy: number[], line: number[], slots: number): { busy: readonly number[]; line: readonly number[] } {
  while (busy.length < slots) {
    const next = line.findIndex((key) => !busy.includes(key));
    if (next < 0) break;
    busy.push(...line.splice(next, 1));
  }
  return { busy: busy.sort((a, b) => a - b), line };
}

describe('batches', () => {
  it('without a wait are bulk service, M/M[1,b]/1 (Chaudhry & Templeton 1983), solved as a chain', async () => {
    const [max, room] = [3, 12];
    const result = await measure({
      components: [broker('queue', { capacity: { queueLimit: room } }), service('worker', 25, { batch: { max } })],
      connections: [toWorker],
      arrivals: [poisson('broker', 100)],
    });
    const chain = stationary<{ batch: number; waiting: number }>({ batch: 0, waiting: 0 }, ({ batch, waiting }) => [
      batch === 0
        ? { to: { batch: 1, waiting: 0 }, rate: 0.1 }
        : { to: { batch, waiting: Math.min(room, waiting + 1) }, rate: 0.1 },
      ...(batch === 0
        ? []
        : [{ to: { batch: Math.min(max, waiting), waiting: waiting - Math.min(max, waiting) }, rate: 1 / 25 }]),
    ]);
    expectAgreement({
      waiting: [result.components['broker']?.lag?.messages, expectation(chain, ({ waiting }) => waiting)],
      'in work': [result.components['worker']?.inSystem, expectation(chain, ({ batch }) => batch)],
      busy: [result.components['worker']?.utilisation, expectation(chain, ({ batch }) => Math.min(1, batch))],
      rejected: [
        result.components['broker']?.rejectedPerSecond,
        100 * expectation(chain, ({ batch, waiting }) => (batch > 0 && waiting === room ? 1 : 0)),
        0.08,
      ],
    });
  });

  it('that wait for company go full or when it is time: a renewal from the first that comes', async () => {
    const [max, waitMs] = [3, 15];
    const result = await measure({
      components: [broker('queue'), service('worker', 5, { batch: { max, waitMs }, capacity: UNLIMITED })],
      connections: [toWorker],
      arrivals: [poisson('broker', 100)],
    });
    // After the first, two more may come within the wait, at λ = 0.1 a ms: none, one, or the batch is full before.
    const load = 0.1 * waitMs;
    const none = Math.exp(-load);
    const one = load * none;
    const size = 1 * none + 2 * one + 3 * (1 - none - one);
    // Of messages that wait: the first for the whole time, min(wait, Erlang of two phases); the second from it comes on.
    const first = (1 - none) / 0.1 + (1 - none - one) / 0.1;
    const second = (1 - none - one) / 0.1;
    const cycle = 1 / 0.1 + first;
    expectAgreement({
      batches: [result.components['worker']?.utilisation, 5 / cycle / 100_000],
      'in work': [result.components['worker']?.inSystem, 0.1 * 5],
      size: [result.components['worker']?.throughputPerSecond, (1000 * size) / cycle],
      messages: [result.components['broker']?.lag?.messages, (first + second) / cycle],
    });
  });
});
