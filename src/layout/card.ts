// The measures of the canvas: what a component and a group need of it.
import type { Component } from '../model/design.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

/** A component at 100 %. */
export const CARD = { width: 180, height: 64 } as const;

/** Places are multiples of it. */
export const GRID = 20;

/** From the cards of a group to its frame, the title on top included. */
export const FRAME = { top: 60, side: 40, bottom: 40 } as const;

export function snapped(value: number): number {
  // Not -0, which would be written as a change of the file.
  return Math.round(value / GRID) * GRID + 0;
}

export function cardAt({ x, y }: Place): Box {
  return { x, y, ...CARD };
}

/** The cards of those that have a place. */
export function cardsOf(components: readonly Component[]): Box[] {
  return components.flatMap(({ view }) => (view === undefined ? [] : cardAt(view)));
}

/** The smallest box around all; null around nothing. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function grown({ x, y, width, height }: Box, by: { top: number; side: number; bottom: number }): Box {
  return { x: x - by.side, y: y - by.top, width: width + 2 * by.side, height: height + by.top + by.bottom };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
