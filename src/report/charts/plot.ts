// Where things lie in the picture of a chart, and in which colour: what all that draw into it agree on.
import type { Chart, Line, Size } from './chart.ts';
import { rounded } from './mark.ts';
import type { Palette } from './palette.ts';
import { along } from './scale.ts';

export interface Looks extends Size {
  readonly palette: Palette;
  /** Without its own title and key, where they stand beside the picture. */
  readonly bare?: boolean;
}

/** The place of the plot within the picture. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
/** Of the 11 px letters, on the generous side: pictures are drawn where nothing can be measured. */
const LETTER = 6.2;
/** Of the key. */
export const ROW = 18;
const LEFT = 62;
/** Beside the plot, up to the edge of the picture. */
export const RIGHT = 18;

export function textWidth(text: string): number {
  return [...text].length * LETTER;
}

/** As many of its letters as have room, the last of them `…` where some have not. */
export function shortened(label: string, width: number): string {
  const letters = [...label];
  const room = Math.floor(width / textWidth('x'));
  return letters.length <= room ? label : `${letters.slice(0, Math.max(1, room - 1)).join('')}…`;
}

export function plotOf({ width, height, bare = false }: Looks, keyRows: number): Plot {
  const top = bare ? 8 : 30 + keyRows * ROW;
  const bottom = 38;
  return { left: LEFT, top, width: Math.max(20, width - LEFT - RIGHT), height: Math.max(20, height - top - bottom) };
}

export function colourOf({ colour }: Line, { lines }: Palette): string {
  return lines[colour % lines.length] ?? 'currentColor';
}

export function dashOf({ dash }: Line): Record<string, string> {
  return dash ? { 'stroke-dasharray': dash.join(' ') } : {};
}

export function placer({ x, y }: Chart, plot: Plot) {
  const clamped = (place: number): number => Math.min(1, Math.max(0, place));
  return {
    x: (value: number): number => rounded(plot.left + clamped(along(x.scale, value)) * plot.width),
    y: (value: number): number => rounded(plot.top + (1 - clamped(along(y.scale, value))) * plot.height),
  };
}
