// Which box lies next in a direction, as the arrow keys walk: what is connected goes before what is only near.
import type { Box, Place } from './card.ts';
import type { NamedBox } from './align.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const WAY: Readonly<Record<Direction, Place>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Going astray costs so many times as much as going ahead. */
const ASTRAY = 2;
/** What is connected may be so many times as far as what is not. */
const CONNECTED = 3;

function middle({ x, y, width, height }: Box): Place {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The id of the next box; null where nothing lies that way. */
export function nextInDirection(
  from: Box,
  others: readonly NamedBox[],
  direction: Direction,
  isConnected: (id: string) => boolean,
): string | null {
  const way = WAY[direction];
  const start = middle(from);
  let best: { id: string; cost: number } | null = null;
  for (const { id, box } of others) {
    const end = middle(box);
    const ahead = (end.x - start.x) * way.x + (end.y - start.y) * way.y;
    const astray = Math.abs((end.x - start.x) * way.y) + Math.abs((end.y - start.y) * way.x);
    // Within the quarter that the arrow points to, the cards' breadth on both sides included.
    if (ahead <= 0 || astray > ahead + (way.x === 0 ? from.width : from.height)) continue;
    const cost = (ahead + ASTRAY * astray) / (isConnected(id) ? CONNECTED : 1);
    if (best === null || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
