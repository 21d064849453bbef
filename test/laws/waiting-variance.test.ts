// The second moment of the wait, request by request: first come, first served against last come, first served.
import { describe, expect, it } from 'vitest';
import type { Component } from '../../src/model/design.ts';
import { summarise } from '../../src/simulation/statistics/statistic.ts';
import { designOf, expectAgreement, poisson, service, singleRequests } from './measure.ts';

const SEEDS = 21;
/** 50 requests a second at 10 ms. */
const RATE = 50;
const MEAN_MS = 10;
const RHO = (RATE * MEAN_MS) / 1000;

/** The same in both orders (Kleinrock, Queueing Systems II, 3.4: the conservation law). */
const MEAN_WAIT = (RHO * MEAN_MS) / (1 - RHO);
/** With chance ρ an exponential of the mean S / (1 - ρ) (Kleinrock I, 5.7). */
const FIFO = (2 * RHO * MEAN_MS ** 2) / (1 - RHO) ** 2 - MEAN_WAIT ** 2;
/**
 * With chance ρ a busy period that the work in progress begins, since all who come meanwhile go before him; memoryless,
 * it is as any busy period, whose second moment is E[S²] / (1 - ρ)³ (Kleinrock I, 5.8; Cooper, Introduction to Queueing
 * Theory, chapter 5; Takács 1963).
 */
const LIFO = (2 * RHO * MEAN_MS ** 2) / (1 - RHO) ** 3 - MEAN_WAIT ** 2;

/** The mean wait, and the variances of wait and response about the means that theory says, over independent runs. */
async function moments(discipline: NonNullable<NonNullable<Component['capacity']>['discipline']>) {
  const components = [service('api', MEAN_MS, { capacity: { discipline } })];
  const runs = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const run = { durationS: 270, warmupS: 20, replications: 1, seed };
    const requests = await singleRequests(designOf({ components, arrivals: [poisson('api', RATE)] }, run));
    const waits = requests.map(({ arrivedMs, startedMs }) => startedMs - arrivedMs);
    const responses = requests.map(({ arrivedMs, endedMs }) => endedMs - arrivedMs);
    runs.push({
      mean: average(waits),
      wait: average(waits.map((wait) => (wait - MEAN_WAIT) ** 2)),
      response: average(responses.map((response) => (response - MEAN_WAIT - MEAN_MS) ** 2)),
    });
  }
  return {
    mean: summarise(runs.map(({ mean }) => mean)),
    wait: summarise(runs.map(({ wait }) => wait)),
    response: summarise(runs.map(({ response }) => response)),
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('the wait in M/M/1', () => {
  it('varies, first come, first served, as an exponential that is there with chance ρ', async () => {
    const { mean, wait, response } = await moments('fifo');
    expectAgreement({
      mean: [mean, MEAN_WAIT, 0.08],
      wait: [wait, FIFO, 0.2],
      response: [response, FIFO + MEAN_MS ** 2, 0.2],
    });
  });

  it('varies, last come, first served, as a busy period, with the same mean', async () => {
    const { mean, wait, response } = await moments('lifo');
    // So far from each other that the one cannot pass for the other.
    expect(LIFO).toBeGreaterThan(2 * FIFO);
    expectAgreement({
      mean: [mean, MEAN_WAIT, 0.08],
      wait: [wait, LIFO, 0.3],
      response: [response, LIFO + MEAN_MS ** 2, 0.3],
    });
  });
});
