// A connection as it is drawn.
import type { Place } from '../card.ts';

export interface Route {
  /** An SVG path from the caller to the foot of the arrow. */
  readonly path: string;
  /** The arrow head as an SVG path. */
  readonly head: string;
  /** The way from border to border, corner by corner. */
  readonly points: readonly Place[];
  /** Where the label stands. */
  readonly middle: Place;
  /** For each kept bend, the index of its corner. */
  readonly legs: readonly number[];
}
