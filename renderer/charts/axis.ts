// Round places along an axis.

const NICE = [1, 2, 5, 10] as const;

/** Round values along an axis, about `count` of them, from 0 to at most `length`. */
export function axisTicks(length: number, count: number): number[] {
  if (length <= 0) return [0];
  const rough = length / count;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = (NICE.find((nice) => nice * size >= rough) ?? 10) * size;
  return Array.from({ length: Math.floor(length / step + 1e-9) + 1 }, (_, at) => at * step);
}
