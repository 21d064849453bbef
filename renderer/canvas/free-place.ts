// Where a component in no group is added: a free place of the layout, but never in the area that a group is drawn in,
// which for layers reaches beyond their members.
import type { Design } from '../../src/model/design.ts';
import { CARD, cardAt, cardsOf, GRID, grown, overlaps, snapped } from '../../src/layout/card.ts';
import { nextFreePlace } from '../../src/layout/next-free-place.ts';
import type { Point } from '../state/canvas.ts';
import { placeGroups, placesOf } from './geometry.ts';

const STEP = CARD.width + 3 * GRID;
const GAP = { top: GRID, side: GRID, bottom: GRID };

/** The design must have a place for each component. */
export function freePlace(design: Design): Point {
  const areas = placeGroups(design, placesOf(design, null, null)).map(({ rect }) => rect);
  const place = nextFreePlace(design);
  if (!areas.some((area) => overlaps(area, cardAt(place)))) return place;
  const cards = cardsOf(design.components).map((card) => grown(card, GAP));
  const y = snapped(Math.max(...areas.map((area) => area.y + area.height)) + 2 * GRID);
  // Cards are finite, so the row below the areas has room at some place.
  for (let x = snapped(Math.min(...areas.map((area) => area.x)) + GRID); ; x += STEP)
    if (!cards.some((card) => overlaps(card, cardAt({ x, y })))) return { x, y };
}
