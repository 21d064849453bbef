// The steps of the time series: a round width, so that a run has some 80 to 200 of them.

/** The most steps that a series has. */
const MOST_STEPS = 200;

/** Width and number of the steps of a run; the last step may be shorter than the others. */
export function chooseSteps(durationMs: number): { readonly stepMs: number; readonly steps: number } {
  const stepMs = roundUp(durationMs / MOST_STEPS);
  // A run of a whole number of steps must not get one more by a rounding error.
  return { stepMs, steps: Math.max(1, Math.ceil(durationMs / stepMs - 1e-9)) };
}

/** The next 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const exponent = Math.floor(Math.log10(value));
  const mantissa = value / power(exponent);
  const round = [1, 2, 5, 10].find((candidate) => mantissa <= candidate * (1 + 1e-9)) ?? 10;
  return exponent < 0 ? round / power(-exponent) : round * power(exponent);
}

/** Whole powers of ten are exact in this form, so that steps below 1 come out as the nearest number to the round one. */
function power(exponent: number): number {
  return exponent < 0 ? 1 / 10 ** -exponent : 10 ** exponent;
}
