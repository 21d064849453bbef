// The port to a bitmap: each host has a canvas of its own, and fills this in at its start.
import type { Fonts } from './fonts.ts';

/** What is used of the 2D context that browsers and `@napi-rs/canvas` share. */
export interface Pen {
  fillStyle: unknown;
  strokeStyle: unknown;
  globalAlpha: number;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  font: string;
  textAlign: string;
  save(): void;
  restore(): void;
  scale(x: number, y: number): void;
  translate(x: number, y: number): void;
  setLineDash(dashes: number[]): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
}

export interface Sheet {
  readonly pen: Pen;
  readonly fill: (path: string) => void;
  readonly stroke: (path: string) => void;
  /** PNG in base64. */
  readonly png: () => Promise<string>;
}

export interface Rasteriser {
  /** In pixels. The fonts are there under `FONT_FAMILY`, with the weights 400 and 600. */
  readonly sheet: (width: number, height: number, fonts: Fonts) => Promise<Sheet>;
}

export const FONT_FAMILY = 'Spandrel Picture';

let current: Rasteriser | null = null;

export function setRasteriser(rasteriser: Rasteriser): void {
  current = rasteriser;
}

export function rasteriser(): Rasteriser {
  if (current === null) throw new Error('this host has set no rasteriser');
  return current;
}
