// Where a value lies along an axis, from 0 to 1, and which values are written beside it.

export type Scale =
  | { readonly kind: 'linear'; readonly from: number; readonly to: number }
  | { readonly kind: 'log'; readonly from: number; readonly to: number }
  /** Shares below 1: each nine after the point takes as much room as the one before, so that the tail can be read. */
  | { readonly kind: 'tail'; readonly from: number; readonly to: number };

/** Number of nines: 0.9 is 1, 0.99 is 2. */
function nines(share: number): number {
  return -Math.log10(Math.max(1e-12, 1 - share));
}

function bent({ kind }: Scale, value: number): number {
  if (kind === 'log') return Math.log10(Math.max(1e-300, value));
  return kind === 'tail' ? nines(value) : value;
}

/** 0 at the start, 1 at the end; outside of these for what lies beyond. */
export function along(scale: Scale, value: number): number {
  const [from, to] = [bent(scale, scale.from), bent(scale, scale.to)];
  return to === from ? 0 : (bent(scale, value) - from) / (to - from);
}

/** The value at a place from 0 to 1. */
export function valueAt(scale: Scale, place: number): number {
  const [from, to] = [bent(scale, scale.from), bent(scale, scale.to)];
  const inner = from + place * (to - from);
  if (scale.kind === 'log') return 10 ** inner;
  return scale.kind === 'tail' ? 1 - 10 ** -inner : inner;
}

const NICE = [1, 2, 5, 10] as const;
const TAIL = [0.5, 0.75, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9995, 0.9999] as const;

/** Round values between the ends, about as many as asked for. */
export function ticksOf(scale: Scale, count: number): number[] {
  const { kind, from, to } = scale;
  if (kind === 'tail') {
    const inside = TAIL.filter((share) => share >= from && share <= to);
    return count < inside.length ? inside.filter((share) => [0.5, 0.9, 0.99, 0.999, 0.9999].includes(share)) : inside;
  }
  return kind === 'log' ? logTicks(from, to, count) : linearTicks(from, to, count);
}

function linearTicks(from: number, to: number, count: number): number[] {
  if (to <= from) return [from];
  const rough = (to - from) / Math.max(1, count);
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = (NICE.find((nice) => nice * size >= rough * (1 - 1e-9)) ?? 10) * size;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** Powers of ten, and 2 and 5 of them where there is room. */
function logTicks(from: number, to: number, count: number): number[] {
  const decades = Math.log10(to / from);
  const factors = decades * 3 <= count ? [1, 2, 5] : decades * 2 <= count ? [1, 3] : [1];
  const every = factors.length > 1 ? 1 : Math.max(1, Math.ceil(decades / Math.max(1, count)));
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power += 1) {
    if (power % every !== 0) continue;
    for (const factor of factors) ticks.push(Number((factor * 10 ** power).toPrecision(6)));
  }
  return ticks.filter((tick) => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9));
}
