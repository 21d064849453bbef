// Where something is added when nobody points at a place: never on a card, a note or in the area that a group is drawn
// in, which for layers reaches beyond their members.
import type { Design } from '../../src/model/design.ts';
import { type Box, CARD, cardAt, cardsOf, GRID, grown, overlaps, snapped } from '../../src/layout/card.ts';
import { nextFreePlace } from '../../src/layout/next-free-place.ts';
import type { Point } from '../state/canvas.ts';
import { placeGroups, placesOf } from './geometry.ts';

const STEP = CARD.width + 3 * GRID;
const GAP = { top: GRID, side: GRID, bottom: GRID };
/** From one place that is tried to the next, around a point. */
const NEAR = { x: STEP, y: 5 * GRID };
const FARTHEST = 12;

function areasOf(design: Design): Box[] {
  const groups = placeGroups(design, placesOf(design, null, null)).map(({ rect }) => rect);
  return [...groups, ...(design.notes ?? []).map(({ view }) => view)];
}

/** The design must have a place for each component. */
export function freePlace(design: Design): Point {
  const areas = areasOf(design);
  const place = nextFreePlace(design);
  if (!areas.some((area) => overlaps(area, cardAt(place)))) return place;
  const cards = cardsOf(design.components).map((card) => grown(card, GAP));
  const y = snapped(Math.max(...areas.map((area) => area.y + area.height)) + 2 * GRID);
  // Cards are finite, so the row below the areas has room at some place.
  for (let x = snapped(Math.min(...areas.map((area) => area.x)) + GRID); ; x += STEP)
    if (!cards.some((card) => overlaps(card, cardAt({ x, y })))) return { x, y };
}

/** The nearest free place around a corner, to the right of it first; null where all is taken as far as it looks. */
export function freePlaceNear(
  design: Design,
  corner: Point,
  size: { width: number; height: number } = CARD,
): Point | null {
  const taken = [...cardsOf(design.components).map((card) => grown(card, GAP)), ...areasOf(design)];
  const from = { x: snapped(corner.x), y: snapped(corner.y) };
  const cells = [];
  for (let column = -FARTHEST; column <= FARTHEST; column++)
    for (let row = -FARTHEST; row <= FARTHEST; row++) {
      const x = column * NEAR.x;
      const y = row * NEAR.y;
      // A little farther to the left and upwards, so that what is new reads on from what is there.
      cells.push({ x, y, cost: Math.hypot(x, 2 * y) + (column < 0 ? GRID : 0) + (row < 0 ? GRID / 2 : 0) });
    }
  cells.sort((a, b) => a.cost - b.cost);
  for (const { x, y } of cells) {
    const place = { x: from.x + x, y: from.y + y };
    if (!taken.some((area) => overlaps(area, { ...place, ...size }))) return place;
  }
  return null;
}
