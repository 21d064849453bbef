// The distributions of a time in milliseconds: their schema, and the two moments that queueing theory asks for.
import { z } from 'zod';
import { count, field, quantity } from './quantity.ts';

const meanMs = quantity({ unit: 'ms' });
const scv = quantity({});

export const distributionSchema = z.discriminatedUnion('distribution', [
  z.strictObject({ distribution: z.literal('deterministic'), meanMs }),
  z.strictObject({ distribution: z.literal('exponential'), meanMs }),
  z.strictObject({
    distribution: z.literal('erlang'),
    meanMs,
    phases: count({ min: 1, max: 10_000 }),
  }),
  z.strictObject({ distribution: z.literal('gamma'), meanMs, scv }),
  z.strictObject({
    distribution: z.literal('hyperexponential'),
    meanMs,
    scv: quantity({ min: 1 }),
  }),
  z.strictObject({ distribution: z.literal('lognormal'), meanMs, scv }),
  z.strictObject({
    distribution: z.literal('uniform'),
    minMs: quantity({ unit: 'ms' }),
    maxMs: quantity({ unit: 'ms' }),
  }),
  z.strictObject({
    distribution: z.literal('pareto'),
    minMs: quantity({ unit: 'ms' }),
    shape: quantity({ above: 1 }),
  }),
  z.strictObject({
    distribution: z.literal('weibull'),
    meanMs,
    shape: quantity({ above: 0 }),
  }),
  z.strictObject({
    distribution: z.literal('empirical'),
    samplesMs: field(z.array(z.number().min(0)).min(1), { unit: 'ms' }),
  }),
]);

export type Distribution = z.infer<typeof distributionSchema>;
export type DistributionName = Distribution['distribution'];
