// Closed arrivals: a fixed number of users, each of which thinks, sends a request, waits for its answer, and thinks again.
import type { Distribution } from '../../model/distribution.ts';
import type { Random } from '../random.ts';
import { sampleDistribution, type Source } from '../samplers.ts';

/** Think times in ms. */
export function thinkTimes(random: Random, think: Distribution): Source {
  return sampleDistribution(think, random);
}
