// The points of a sweep as they come: by their places in the grid, and the slices of it that a picture can show.
import type { StudyPart, SweptPoint } from '../../../src/analysis/studies/study.ts';
import { pointAt, type Vary } from '../../../src/analysis/sweep/grid.ts';

type SweepPart = Extract<StudyPart, { readonly kind: 'sweep' }>;

export interface PlacedPoint {
  readonly number: number;
  readonly point: SweptPoint;
}

/** In the order of the grid. */
export function placedPoints(parts: readonly SweepPart[]): PlacedPoint[] {
  return parts.map(({ number, point }) => ({ number, point })).sort((a, b) => a.number - b.number);
}

/** The dimensions that have more than one value: the others are no axis. */
export function axesOf(varies: readonly Vary[]): Vary[] {
  return varies.filter(({ values }) => values.length > 1);
}

/** Of every dimension that is not shown, the place of its value. */
export type Fixed = Readonly<Record<string, number>>;

/** The number of the point with these places; what is not named stands at its fixed place, or at its first. */
export function numberAt(varies: readonly Vary[], places: Fixed): number {
  return varies.reduce((number, { path, values }) => number * values.length + (places[path] ?? 0), 0);
}

/** A value as it is written beside an axis. */
export function valueText(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);
}

/** All values of a dimension are numbers, that grow. */
export function isNumeric({ values }: Vary): boolean {
  return values.every((value, at) => typeof value === 'number' && (at === 0 || value > Number(values[at - 1])));
}

/** "2 · 1.5", the values of a point. */
export function pointText(varies: readonly Vary[], number: number): string {
  return Object.values(pointAt(varies, number)).map(valueText).join(' · ');
}
