// Bringing boxes into line: along one side or middle of the box around them, with equal gaps between, or of one size.
import { around, type Box, type Place } from './card.ts';

export interface NamedBox {
  readonly id: string;
  readonly box: Box;
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'horizontal' | 'vertical';

/** The left top corners of all boxes once they are in line. */
export function aligned(boxes: readonly NamedBox[], alignment: Alignment): ReadonlyMap<string, Place> {
  const whole = around(boxes.map(({ box }) => box));
  if (whole === null) return new Map();
  return new Map(boxes.map(({ id, box }) => [id, { x: box.x, y: box.y, ...inLine(box, whole, alignment) }]));
}

function inLine(box: Box, whole: Box, alignment: Alignment): Partial<Place> {
  switch (alignment) {
    case 'left':
      return { x: whole.x };
    case 'centre':
      return { x: Math.round(whole.x + (whole.width - box.width) / 2) };
    case 'right':
      return { x: whole.x + whole.width - box.width };
    case 'top':
      return { y: whole.y };
    case 'middle':
      return { y: Math.round(whole.y + (whole.height - box.height) / 2) };
    case 'bottom':
      return { y: whole.y + whole.height - box.height };
  }
}

/** The outermost two stay; between all of them lie equal gaps, or equal overlaps where there is no room. */
export function distributed(boxes: readonly NamedBox[], axis: Axis): ReadonlyMap<string, Place> {
  const [at, length] = axis === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const sorted = [...boxes].sort((a, b) => a.box[at] - b.box[at] || a.box[length] - b.box[length]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || first === last) return new Map(boxes.map(({ id, box }) => [id, { x: box.x, y: box.y }]));
  const room = last.box[at] + last.box[length] - first.box[at];
  const filled = sorted.reduce((sum, { box }) => sum + box[length], 0);
  const gap = (room - filled) / (sorted.length - 1);
  let next = first.box[at];
  return new Map(
    sorted.map(({ id, box }) => {
      const place = { x: box.x, y: box.y, [at]: Math.round(next) };
      next += box[length] + gap;
      return [id, place];
    }),
  );
}
