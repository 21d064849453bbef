// Student's t: how wide an interval must be that covers the mean of a few normal values 95 times in 100.
import { logGamma } from '../../model/gamma.ts';

const COVERAGE = 0.95;
const quantiles = new Map<number, number>();

/** The t with which a 95 % interval is drawn, for one degree of freedom or more. */
export function studentT95(degreesOfFreedom: number): number {
  let quantile = quantiles.get(degreesOfFreedom);
  if (quantile === undefined) {
    quantile = solve(degreesOfFreedom);
    quantiles.set(degreesOfFreedom, quantile);
  }
  return quantile;
}

/** By bisection; with one degree of freedom the quantile is 12.7, and it falls from there. */
function solve(degreesOfFreedom: number): number {
  let low = 1;
  let high = 13;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (coverage(middle, degreesOfFreedom) < COVERAGE) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance that |T| is at most t. */
function coverage(t: number, degreesOfFreedom: number): number {
  return 1 - chanceBeyond(t, degreesOfFreedom);
}

/** The chance that |T| is larger than t; degrees of freedom need not be whole. */
export function chanceBeyond(t: number, degreesOfFreedom: number): number {
  return incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}

/** The regularised incomplete beta function by its continued fraction (Numerical Recipes, 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  if (x < (a + 1) / (a + b + 2)) return (Math.exp(logFront) * continuedFraction(x, a, b)) / a;
  return 1 - (Math.exp(logFront) * continuedFraction(1 - x, b, a)) / b;
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const keep = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / keep(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / keep(1 + even * d);
    c = keep(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / keep(1 + odd * d);
    c = keep(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}
