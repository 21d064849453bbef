import fc from 'fast-check';
import { meanMsOf } from '../../../src/model/density.ts';
import { describe, expect, it } from 'vitest';
import { distributionSchema, type DistributionName } from '../../../src/model/distribution.ts';
import {
  arrivalSchema,
  componentSchema,
  connectionSchema,
  faultSchema,
  rolloutSchema,
  scenarioSchema,
  type Arrival,
} from '../../../src/model/design.ts';
import {
  changeProcess,
  changeVariant,
  distributionOfMean,
  rateOf,
  starterObject,
  starterValue,
} from './change-variant.ts';
import { describeFields, describeShape, type VariantShape } from './describe.ts';
import { DISTRIBUTION_NAMES } from './distributions.ts';

const PROCESSES: readonly Arrival['process'][] = ['poisson', 'deterministic', 'mmpp', 'profile', 'trace', 'closed'];

describe('another distribution', () => {
  it('keeps the mean, and is valid, from each to each', () => {
    const name = fc.constantFrom(...(DISTRIBUTION_NAMES as DistributionName[]));
    fc.assert(
      fc.property(name, name, fc.double({ min: 0.001, max: 1e6, noNaN: true }), (from, to, mean) => {
        const next = distributionOfMean(to, meanMsOf(distributionOfMean(from, mean)));
        expect(distributionSchema.safeParse(next).success).toBe(true);
        expect(Math.abs(meanMsOf(next) / mean - 1)).toBeLessThan(1e-4);
      }),
    );
  });
});

describe('another arrival process', () => {
  it('keeps place, class, priority and about the rate, and is valid', () => {
    const start: Arrival = { at: 'web', process: 'poisson', ratePerSecond: 120, class: 'checkout', priority: 2 };
    for (const process of PROCESSES) {
      const next = changeProcess(start, process, 600);
      expect(arrivalSchema.safeParse(next).success).toBe(true);
      expect(next).toMatchObject({ at: 'web', process, class: 'checkout', priority: 2 });
      expect(rateOf(next, 600)).toBe(process === 'trace' ? 0 : 120);
    }
  });

  it('adds neither class nor priority where there was none', () => {
    const next = changeProcess({ at: 'web', process: 'poisson', ratePerSecond: 1 }, 'deterministic', 60);
    expect(Object.keys(next)).toEqual(['at', 'process', 'ratePerSecond']);
  });

  it('gives a number for every process, whatever its values', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROCESSES), fc.constantFrom(...PROCESSES), fc.nat(1000), (one, other, rate) => {
        const first = changeProcess({ at: 'a', process: 'poisson', ratePerSecond: rate }, one, 60);
        expect(arrivalSchema.safeParse(changeProcess(first, other, 60)).success).toBe(true);
      }),
    );
  });
});

describe('another fault or rollout', () => {
  it.each([
    ['fault', faultSchema],
    ['rollout', rolloutSchema],
  ])('is a valid %s, and keeps what both know', (name, schema) => {
    const shape = describeShape(schema, name) as VariantShape;
    for (const from of shape.variants)
      for (const to of shape.variants) {
        const value = { [shape.by]: from.name, ...starterObject(from.fields) };
        const next = changeVariant({ ...value, at: 'db', connection: 'c', fromS: 7, startS: 9 }, to.name, shape);
        expect(schema.safeParse(next).error?.issues ?? []).toEqual([]);
        const shared = ['at', 'fromS', 'startS'].filter((key) => to.fields.some((field) => field.key === key));
        const kept = { at: 'db', fromS: 7, startS: 9 };
        for (const key of shared) expect(next[key]).toBe(kept[key as keyof typeof kept]);
      }
  });
});

describe('a part that is added', () => {
  const parts = { componentSchema, connectionSchema, scenarioSchema };
  it.each(Object.entries(parts))('of %s starts with what the schema takes', (name, schema) => {
    for (const field of describeFields(schema, name).filter(({ required }) => !required)) {
      const read = schema.shape[field.key as keyof typeof schema.shape] as {
        safeParse(value: unknown): { error?: Error };
      };
      expect([field.key, read.safeParse(starterValue(field)).error?.message]).toEqual([field.key, undefined]);
    }
  });
});
