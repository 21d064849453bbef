// Adding components: at a free place in sight, or where they were dropped; each starts with what its kind says.
import { kindByKey } from '../../src/catalogue/index.ts';
import { addComponent, moveComponents } from '../../src/model/edit.ts';
import type { Kind } from '../../src/catalogue/kind.ts';
import type { Design } from '../../src/model/design.ts';
import { canvasStore, type Point } from '../state/canvas.ts';
import { documentStore, edit } from '../state/document.ts';
import { panelsStore } from '../state/panels.ts';
import { select } from '../state/selection.ts';
import { freePlace } from './free-place.ts';
import { CARD, cardRect, GRID, groupAt, placeGroups, placesOf, snap } from './geometry.ts';
import { placesSeen } from './gestures.ts';

/** The type of what is dragged from the palette: the key of a kind. */
export const KIND_DRAG_TYPE = 'application/x-spandrel-kind';

/** "Cache", then "Cache 2": names tell components apart on the canvas. */
function freeName(design: Design, title: string): string {
  const taken = new Set(design.components.map(({ id, name }) => name ?? id));
  if (!taken.has(title)) return title;
  for (let number = 2; ; number++) if (!taken.has(`${title} ${number}`)) return `${title} ${number}`;
}

function add(kind: Kind, place: Point, group: string | null): void {
  const { design } = documentStore.getState();
  const seen = placesSeen();
  const { key, title, starter } = kind;
  let id = '';
  edit(`add ${title.toLowerCase()}`, (draft) => {
    moveComponents(draft, seen);
    id = addComponent(draft, {
      id: key,
      kind: key,
      name: freeName(design, title),
      ...(group !== null && { group }),
      ...(structuredClone(starter) as Kind['starter']),
      view: { x: snap(place.x, GRID), y: snap(place.y, GRID) },
    });
  });
  select({ components: [id] });
  panelsStore.setState({ tab: 'design' });
  requestAnimationFrame(() => canvasStore.getState().viewport?.reveal([id]));
}

/** At a free place near the middle of what is in sight. */
export function addComponentOfKind(key: string): void {
  const kind = kindByKey(key);
  if (!kind) return;
  const { fallback, viewport } = canvasStore.getState();
  const centre = viewport?.centre() ?? { x: 0, y: 0 };
  const wish = { x: centre.x - CARD.width / 2, y: centre.y - CARD.height / 2 };
  const { design } = documentStore.getState();
  const places = placesOf(design, fallback, null);
  const taken = [...[...places.values()].map(cardRect), ...placeGroups(design, places).map(({ rect }) => rect)];
  add(kind, freePlace(taken, wish), null);
}

/** With the middle of the card at a point of the canvas, or beside the card there; inside a group it becomes a member. */
export function addComponentAt(key: string, middle: Point): void {
  const kind = kindByKey(key);
  if (!kind) return;
  const { design } = documentStore.getState();
  const places = placesOf(design, canvasStore.getState().fallback, null);
  const group = groupAt(placeGroups(design, places), middle);
  const wish = { x: middle.x - CARD.width / 2, y: middle.y - CARD.height / 2 };
  add(kind, freePlace([...places.values()].map(cardRect), wish), group);
}
