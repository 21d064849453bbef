// A random time known by its mean and variance, and the distribution that is matched to them: a gamma where it varies
// less than an exponential, two balanced exponential phases where it varies more (Whitt 1982; Tijms, Stochastic Models).
// An exponential matches itself. Times in ms.
import { logGamma } from '../../model/moments.ts';

export interface Time {
  readonly mean: number;
  readonly variance: number;
}

export const NO_TIME: Time = { mean: 0, variance: 0 };

export function constant(mean: number): Time {
  return { mean, variance: 0 };
}

/** One after the other, independent. */
export function plus(...times: readonly Time[]): Time {
  return {
    mean: times.reduce((sum, { mean }) => sum + mean, 0),
    variance: times.reduce((sum, { variance }) => sum + variance, 0),
  };
}

/** One or the other: weights need not add up to 1. */
export function mixture(parts: readonly (readonly [weight: number, time: Time])[]): Time {
  let total = 0;
  let first = 0;
  let second = 0;
  for (const [weight, { mean, variance }] of parts) {
    if (weight <= 0) continue;
    total += weight;
    first += weight * mean;
    second += weight * (variance + mean * mean);
  }
  if (total === 0) return NO_TIME;
  const mean = first / total;
  return { mean, variance: Math.max(0, second / total - mean * mean) };
}

export function scvOf({ mean, variance }: Time): number {
  return mean === 0 ? 0 : variance / (mean * mean);
}

/** Below this a time is as good as constant, and the gamma's shape too large to reckon with. */
const LEAST_SCV = 1e-4;

/** The share of such times that are at most t, and the first two moments of those alone: ∫ x^n f(x) dx up to t, n = 0, 1, 2. */
export function upTo(time: Time, t: number): readonly [share: number, first: number, second: number] {
  const { mean, variance } = time;
  if (t === Infinity) return [1, mean, variance + mean * mean];
  if (t < 0) return [0, 0, 0];
  const scv = scvOf(time);
  if (scv < LEAST_SCV) return t >= mean ? [1, mean, mean * mean + variance] : [0, 0, 0];
  if (scv <= 1) {
    const shape = 1 / scv;
    const scale = mean * scv;
    const x = t / scale;
    return [lowerGamma(shape, x), mean * lowerGamma(shape + 1, x), mean * mean * (1 + scv) * lowerGamma(shape + 2, x)];
  }
  const parts = phases(mean, scv).map(([weight, phase]) => exponentialUpTo(phase, t).map((value) => weight * value));
  return [parts[0]![0]! + parts[1]![0]!, parts[0]![1]! + parts[1]![1]!, parts[0]![2]! + parts[1]![2]!];
}

/** P(T ≤ t). */
export function shareUpTo(time: Time, t: number): number {
  return upTo(time, t)[0];
}

/** Balanced means: both phases carry half of the mean. */
function phases(mean: number, scv: number): readonly [readonly [number, number], readonly [number, number]] {
  const weight = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
  return [
    [weight, mean / (2 * weight)],
    [1 - weight, mean / (2 * (1 - weight))],
  ];
}

function exponentialUpTo(mean: number, t: number): readonly [number, number, number] {
  const x = t / mean;
  const left = Math.exp(-x);
  return [1 - left, mean * (1 - left * (1 + x)), mean * mean * (2 - left * (x * x + 2 * x + 2))];
}

/** The regularised lower incomplete gamma function P(a, x): by its series below a + 1, else by a continued fraction (Numerical Recipes 6.2). */
function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = a + 1; term > sum * 1e-11; n++) {
      term *= x / n;
      sum += term;
    }
    return Math.min(1, sum * front);
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < 10_000; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-11) break;
  }
  return Math.max(0, 1 - front * fraction);
}

/** The time that a share of a mixture stays below, by bisection. */
export function quantile(parts: readonly (readonly [weight: number, time: Time])[], share: number): number {
  const total = parts.reduce((sum, [weight]) => sum + weight, 0);
  if (total === 0 || parts.every(([, { mean }]) => mean === 0)) return 0;
  const below = (t: number): number =>
    parts.reduce((sum, [weight, time]) => sum + weight * shareUpTo(time, t), 0) / total;
  let high = Math.max(...parts.map(([, { mean, variance }]) => mean + 4 * Math.sqrt(variance))) || 1;
  while (below(high) < share && high < 1e12) high *= 2;
  let low = 0;
  // Far finer than any match of two moments.
  for (let i = 0; i < 60 && high - low > 1e-6 * high; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const STEPS = 120;

/**
 * Mean and variance of a time from its tail P(T > t), by Simpson's rule over where it lies; `reach` is a time that is
 * hardly ever exceeded.
 */
export function fromTail(tail: (t: number) => number, reach: number): Time {
  if (reach <= 0) return NO_TIME;
  let first = 0;
  let second = 0;
  // Finer near 0, where sharp times lie: t = reach × u².
  for (let i = 0; i <= STEPS; i++) {
    const u = i / STEPS;
    const t = reach * u * u;
    const weight = (i === 0 || i === STEPS ? 1 : i % 2 === 1 ? 4 : 2) / (3 * STEPS);
    const value = weight * tail(t) * 2 * u * reach;
    first += value;
    second += 2 * t * value;
  }
  return { mean: first, variance: Math.max(0, second - first * first) };
}

/** Beyond which hardly anything of the time lies. */
export function reachOf({ mean, variance }: Time): number {
  return mean + 12 * Math.sqrt(variance) + 1e-9;
}

/** The time until `need` of several independent times have passed: all of them, the longest. */
export function lastOf(times: readonly Time[], need = Infinity): Time {
  const wanted = Math.min(need, times.length);
  if (times.length === 0) return NO_TIME;
  if (times.length === 1) return times[0]!;
  return fromTail(
    (t) =>
      1 -
      atLeast(
        wanted,
        times.map((time) => shareUpTo(time, t)),
      ),
    Math.max(...times.map(reachOf)),
  );
}

/** The chance that at least so many of independent things come true (the Poisson binomial, by convolution). */
export function atLeast(wanted: number, chances: readonly number[]): number {
  let counts = [1];
  for (const chance of chances) {
    const next = Array.from({ length: counts.length + 1 }, () => 0);
    counts.forEach((share, n) => {
      next[n]! += share * (1 - chance);
      next[n + 1]! += share * chance;
    });
    counts = next;
  }
  return counts.slice(Math.max(0, wanted)).reduce((sum, share) => sum + share, 0);
}
