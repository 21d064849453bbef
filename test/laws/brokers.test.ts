// Messages that wait in a broker: consumers compete for them as servers of one queue, or each gets its own copy.
import { describe, it } from 'vitest';
import type { Component } from '../../src/model/design.ts';
import { call, expectAgreement, measure, poisson, service } from './measure.ts';
import { mmc } from './theory.ts';

function broker(kind: 'queue' | 'topic' | 'stream', rest: Partial<Component> = {}): Component {
  return { id: 'broker', kind, ...rest };
}

describe('competing consumers', () => {
  it('two of one slot each are M/M/2 (Erlang 1917), with the messages waiting in the broker', async () => {
    const result = await measure({
      components: [broker('queue'), service('one', 14), service('two', 14)],
      connections: [call('broker', 'one', { mode: 'async' }), call('broker', 'two', { mode: 'async' })],
      arrivals: [poisson('broker', 100)],
    });
    const theory = mmc(0.1, 14, 2);
    const { broker: messages, one, two } = result.components;
    expectAgreement({
      waiting: [messages?.waiting, theory.waiting, 0.05],
      // Of several free consumers the one idle longest: by symmetry half of the messages each.
      'first consumer': [one?.throughputPerSecond, 50],
      'second consumer': [two?.throughputPerSecond, 50],
      'first busy': [one?.utilisation, 0.7],
      'second busy': [two?.utilisation, 0.7],
    });
  });

  it('one of several replicas and slots is M/M/c', async () => {
    const result = await measure({
      components: [broker('stream'), service('worker', 42, { capacity: { replicas: 3, concurrency: 2 } })],
      connections: [call('broker', 'worker', { mode: 'async' })],
      arrivals: [poisson('broker', 100)],
    });
    const theory = mmc(0.1, 42, 6);
    expectAgreement({
      waiting: [result.components['broker']?.waiting, theory.waiting, 0.06],
      busy: [result.components['worker']?.utilisation, 0.7],
      throughput: [result.components['worker']?.throughputPerSecond, 100],
    });
  });
});

describe('broadcast', () => {
  it('gives every consumer its own M/M/1, with its own backlog', async () => {
    const result = await measure({
      components: [broker('topic'), service('fast', 3), service('slow', 7)],
      connections: [call('broker', 'fast', { mode: 'async' }), call('broker', 'slow', { mode: 'async' })],
      arrivals: [poisson('broker', 100)],
    });
    const [fast, slow] = [mmc(0.1, 3, 1), mmc(0.1, 7, 1)];
    expectAgreement({
      waiting: [result.components['broker']?.waiting, fast.waiting + slow.waiting, 0.05],
      // Each copy is one of as many that wait for the one consumer as for the other.
      wait: [result.components['broker']?.waitMs.mean, (fast.wait + slow.wait) / 2, 0.05],
      response: [result.components['broker']?.responseMs.mean, (fast.wait + slow.wait) / 2, 0.05],
      'fast busy': [result.components['fast']?.utilisation, 0.3],
      'slow busy': [result.components['slow']?.utilisation, 0.7],
      'fast throughput': [result.components['fast']?.throughputPerSecond, 100],
      'slow throughput': [result.components['slow']?.throughputPerSecond, 100],
    });
  });
});

describe('a producer', () => {
  it('does not wait for the consumers', async () => {
    const result = await measure({
      components: [service('api', 6), broker('queue'), service('worker', 8)],
      connections: [call('api', 'broker', { mode: 'async' }), call('broker', 'worker', { mode: 'async' })],
      arrivals: [poisson('api', 100)],
    });
    expectAgreement({
      response: [result.requests.responseMs.mean, mmc(0.1, 6, 1).response],
      // The departures of M/M/1 are Poisson (Burke 1956), so the consumer is M/M/1 too.
      waiting: [result.components['broker']?.waiting, mmc(0.1, 8, 1).waiting, 0.06],
      busy: [result.components['worker']?.utilisation, 0.8],
    });
  });
});
