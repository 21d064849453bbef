// Distributions in the form that both load generators draw from: parameters only, so that neither needs a gamma function.
import type { Distribution } from '../../model/distribution.ts';
import { gamma } from '../../model/moments.ts';

export type SamplerSpec =
  | { readonly type: 'constant'; readonly value: number }
  | { readonly type: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly type: 'mixture'; readonly share: number; readonly first: number; readonly second: number }
  | { readonly type: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly type: 'uniform'; readonly min: number; readonly max: number }
  | { readonly type: 'pareto'; readonly min: number; readonly shape: number }
  | { readonly type: 'weibull'; readonly scale: number; readonly shape: number }
  | { readonly type: 'empirical'; readonly values: readonly number[] };

/** In ms; the hyperexponential is the one of two phases with balanced means, as in the simulation. */
export function samplerSpec(time: number | Distribution): SamplerSpec {
  if (typeof time === 'number') return { type: 'constant', value: time };
  switch (time.distribution) {
    case 'deterministic':
      return { type: 'constant', value: time.meanMs };
    case 'exponential':
      return gammaOf(time.meanMs, 1);
    case 'erlang':
      return gammaOf(time.meanMs, 1 / time.phases);
    case 'gamma':
      return gammaOf(time.meanMs, time.scv);
    case 'hyperexponential':
      return mixture(time.meanMs, time.scv);
    case 'lognormal':
      return lognormal(time.meanMs, time.scv);
    case 'uniform':
      return { type: 'uniform', min: time.minMs, max: time.maxMs };
    case 'pareto':
      return { type: 'pareto', min: time.minMs, shape: time.shape };
    case 'weibull':
      return { type: 'weibull', scale: time.meanMs / gamma(1 + 1 / time.shape), shape: time.shape };
    case 'empirical':
      return { type: 'empirical', values: time.samplesMs };
  }
}

function gammaOf(meanMs: number, scv: number): SamplerSpec {
  if (scv === 0 || meanMs === 0) return { type: 'constant', value: meanMs };
  return { type: 'gamma', shape: 1 / scv, scale: meanMs * scv };
}

function mixture(meanMs: number, scv: number): SamplerSpec {
  const share = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
  if (share >= 1) return gammaOf(meanMs, 1);
  return { type: 'mixture', share, first: meanMs / (2 * share), second: meanMs / (2 * (1 - share)) };
}

function lognormal(meanMs: number, scv: number): SamplerSpec {
  if (meanMs === 0) return { type: 'constant', value: 0 };
  const variance = Math.log(1 + scv);
  return { type: 'lognormal', mu: Math.log(meanMs) - variance / 2, sigma: Math.sqrt(variance) };
}
