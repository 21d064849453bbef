// The distributions of a time in milliseconds: their schema, and the two moments that queueing theory asks for.
import { z } from 'zod';
import { count, field, quantity } from './quantity.ts';

const meanMs = quantity({ title: 'Mean', unit: 'ms', help: 'The mean of the time.' });
const scv = quantity({
  title: 'Squared coefficient of variation',
  help: 'Variance over the squared mean: 0 is constant, 1 is as variable as an exponential.',
});

export const distributionSchema = z.discriminatedUnion('distribution', [
  z.strictObject({ distribution: z.literal('deterministic'), meanMs }),
  z.strictObject({ distribution: z.literal('exponential'), meanMs }),
  z.strictObject({
    distribution: z.literal('erlang'),
    meanMs,
    phases: count({ title: 'Phases', min: 1, max: 10_000, help: 'How many exponential phases follow one another.' }),
  }),
  z.strictObject({ distribution: z.literal('gamma'), meanMs, scv }),
  z.strictObject({
    distribution: z.literal('hyperexponential'),
    meanMs,
    scv: quantity({
      title: 'Squared coefficient of variation',
      min: 1,
      help: 'At least 1; two phases with balanced means.',
    }),
  }),
  z.strictObject({ distribution: z.literal('lognormal'), meanMs, scv }),
  z.strictObject({
    distribution: z.literal('uniform'),
    minMs: quantity({ title: 'Minimum', unit: 'ms' }),
    maxMs: quantity({ title: 'Maximum', unit: 'ms', help: 'At least the minimum.' }),
  }),
  z.strictObject({
    distribution: z.literal('pareto'),
    minMs: quantity({ title: 'Minimum', unit: 'ms' }),
    shape: quantity({
      title: 'Shape',
      above: 1,
      help: 'Above 1, or the mean is infinite; the variance is finite above 2.',
    }),
  }),
  z.strictObject({
    distribution: z.literal('weibull'),
    meanMs,
    shape: quantity({ title: 'Shape', above: 0, help: 'Below 1 long tails, 1 exponential, above 1 narrower.' }),
  }),
  z.strictObject({
    distribution: z.literal('empirical'),
    samplesMs: field(z.array(z.number().min(0)).min(1), {
      title: 'Samples',
      unit: 'ms',
      help: 'Measured times, each drawn with equal chance.',
    }),
  }),
]);

export type Distribution = z.infer<typeof distributionSchema>;
export type DistributionName = Distribution['distribution'];
