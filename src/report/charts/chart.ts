// A chart as data: what is drawn over which axes. The drawing itself is in draw.ts and bars.ts.
import type { Scale } from './scale.ts';

export interface Axis {
  readonly title: string;
  readonly scale: Scale;
  /** A value as it stands beside the axis: "88 ms". */
  readonly format: (value: number) => string;
  /** The values that are written beside it, where only these can be. */
  readonly ticks?: readonly number[];
}

/** A value that is null leaves a gap. */
export type Point = readonly [x: number, y: number | null];

export interface Line {
  /** Empty where the title says it already. */
  readonly label: string;
  readonly points: readonly Point[];
  /** Place in the palette, from 0. */
  readonly colour: number;
  readonly dash?: readonly number[] | undefined;
  /** Drawn in steps, and filled down to the axis: a histogram. */
  readonly filled?: boolean;
  /** Drawn faintly, as another is looked at. */
  readonly faint?: boolean;
  /** Each point with a dot; the line between them may be left out. */
  readonly dots?: 'on-line' | 'only';
  /** An interval about the line: the area between low and high. A single one is drawn as a whisker. */
  readonly spread?: readonly Interval[];
}

export type Interval = readonly [x: number, low: number, high: number];

/** A place on the x axis that is worth knowing: a line from top to bottom, with its name. */
export interface Guide {
  readonly at: number;
  readonly label: string;
  readonly tone: 'accent' | 'soft' | 'critical';
}

/** A stretch of the x axis in which something was done. */
export interface Band {
  readonly kind: 'fault' | 'rollout' | 'warmup';
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export interface Chart {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly Line[];
  readonly bands?: readonly Band[];
  readonly guides?: readonly Guide[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A bar of several parts, one row of a bar chart. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly { readonly name: string; readonly value: number; readonly fill: string }[];
  /** Written behind the bar. */
  readonly text: string;
}

export interface BarChart {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Where the axis ends. */
  readonly most: number;
  readonly format: (value: number) => string;
  readonly key: readonly { readonly name: string; readonly fill: string }[];
}

/** A table of values as colours: `cells` holds a row for each value of y. */
export interface HeatMap {
  readonly title: string;
  readonly x: HeatAxis;
  readonly y: HeatAxis;
  readonly cells: readonly (readonly HeatCell[])[];
  readonly format: (value: number) => string;
}

export interface HeatAxis {
  readonly title: string;
  readonly values: readonly string[];
}

export interface HeatCell {
  /** Null where it is not known, or not yet. */
  readonly value: number | null;
  /** All that is known of it, in words. */
  readonly told: string;
}
