// Where connections can be drawn from and to on a card, said once, so that nothing has to be measured and a card that is
// drawn from afar needs none on the screen.
import { Position, type NodeHandle } from '@xyflow/react';
import { CARD } from '../../src/layout/card.ts';

export const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const;

const SIZE = 10;

const MIDDLE: Readonly<Record<Position, { readonly x: number; readonly y: number }>> = {
  [Position.Top]: { x: CARD.width / 2, y: 0 },
  [Position.Right]: { x: CARD.width, y: CARD.height / 2 },
  [Position.Bottom]: { x: CARD.width / 2, y: CARD.height },
  [Position.Left]: { x: 0, y: CARD.height / 2 },
};

export const HANDLES: NodeHandle[] = [
  { id: 'whole', type: 'target', position: Position.Top, x: 0, y: 0, ...CARD },
  ...SIDES.map((side): NodeHandle => ({
    id: side,
    type: 'source',
    position: side,
    x: MIDDLE[side].x - SIZE / 2,
    y: MIDDLE[side].y - SIZE / 2,
    width: SIZE,
    height: SIZE,
  })),
];
