import { expect, it } from 'vitest';
import type { Distribution } from '../../model/distribution.ts';
import { gamma, momentsOf } from '../../model/moments.ts';
import { samplerSpec, type SamplerSpec } from './sampler.ts';

/** Mean and mean square of what is drawn, by the formulas of each family. */
function momentsDrawn(spec: SamplerSpec): [number, number] {
  switch (spec.type) {
    case 'constant':
      return [spec.value, spec.value ** 2];
    case 'gamma':
      return [spec.shape * spec.scale, spec.shape * (spec.shape + 1) * spec.scale ** 2];
    case 'mixture': {
      const mix = (power: number): number => spec.share * spec.first ** power + (1 - spec.share) * spec.second ** power;
      return [mix(1), 2 * mix(2)];
    }
    case 'lognormal':
      return [Math.exp(spec.mu + spec.sigma ** 2 / 2), Math.exp(2 * spec.mu + 2 * spec.sigma ** 2)];
    case 'uniform':
      return [(spec.min + spec.max) / 2, (spec.min ** 2 + spec.min * spec.max + spec.max ** 2) / 3];
    case 'pareto':
      return [(spec.shape * spec.min) / (spec.shape - 1), (spec.shape * spec.min ** 2) / (spec.shape - 2)];
    case 'weibull':
      return [spec.scale * gamma(1 + 1 / spec.shape), spec.scale ** 2 * gamma(1 + 2 / spec.shape)];
    case 'empirical':
      return [1, 2].map(
        (power) => spec.values.reduce((sum, value) => sum + value ** power, 0) / spec.values.length,
      ) as [number, number];
  }
}

const thinks: readonly Distribution[] = [
  { distribution: 'deterministic', meanMs: 10 },
  { distribution: 'exponential', meanMs: 10 },
  { distribution: 'erlang', meanMs: 10, phases: 3 },
  { distribution: 'gamma', meanMs: 10, scv: 0.4 },
  { distribution: 'hyperexponential', meanMs: 10, scv: 4 },
  { distribution: 'lognormal', meanMs: 10, scv: 2 },
  { distribution: 'uniform', minMs: 4, maxMs: 10 },
  { distribution: 'pareto', minMs: 1, shape: 2.5 },
  { distribution: 'weibull', meanMs: 10, shape: 0.7 },
  { distribution: 'empirical', samplesMs: [1, 2, 6] },
];

it.each(thinks)('$distribution is drawn with the mean and variance of the design', (think) => {
  const [mean, square] = momentsDrawn(samplerSpec(think));
  const { meanMs, scv } = momentsOf(think);
  expect(mean).toBeCloseTo(meanMs, 9);
  expect(square / mean ** 2 - 1).toBeCloseTo(scv, 9);
});
