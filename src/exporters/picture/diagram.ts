// The canvas as it is drawn, without a canvas: what stands where, in the order in which it is laid on one another.
import { kindByKey } from '../../catalogue/index.ts';
import type { Family, Kind } from '../../catalogue/kind.ts';
import { around, type Box, cardAt, type Place } from '../../layout/card.ts';
import { layoutDesign } from '../../layout/layout-design.ts';
import { hiddenIn, placeGroups, type PlacedGroup, shownPlaces } from '../../layout/place-groups.ts';
import { labelSize } from '../../layout/routing/labels.ts';
import type { Route } from '../../layout/routing/route.ts';
import { Router } from '../../layout/routing/router.ts';
import { bendsOf } from '../../model/connections.ts';
import type { Component, Connection, Design, Note } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { shown } from '../drawn.ts';

export interface Card {
  readonly component: Component;
  readonly name: string;
  readonly kind: Kind | undefined;
  readonly family: Family;
  readonly box: Box;
}

export interface Line {
  readonly connection: Connection;
  /** Empty where it says nothing. */
  readonly label: string;
  readonly route: Route;
}

export interface Diagram {
  /** The outermost first. */
  readonly groups: readonly PlacedGroup[];
  readonly lines: readonly Line[];
  /** Those that no collapsed group hides. */
  readonly cards: readonly Card[];
  readonly notes: readonly Note[];
  /** For each component that is not drawn: the collapsed group that stands for it. */
  readonly hidden: ReadonlyMap<string, string>;
  /** Around everything. */
  readonly bounds: Box;
}

/** Places are those of the design; what has none is laid out as the window would. */
export async function diagramOf(given: Design): Promise<Diagram> {
  const design = await layoutDesign(given);
  const origin: Place = { x: 0, y: 0 };
  const places = new Map(design.components.map(({ id, view }) => [id, view ?? origin]));
  const groups = placeGroups(design, places);
  const hidden = hiddenIn(design);
  const lines = linesOf(design, shownPlaces(places, groups, hidden), hidden);
  const cards = design.components.filter(({ id }) => !hidden.has(id)).map(cardOf);
  const notes = design.notes ?? [];
  const boxes = [...groups.map(({ rect }) => rect), ...cards.map(({ box }) => box), ...notes.map(({ view }) => view)];
  const corners = lines.flatMap(({ route }) => [...route.points, route.middle]);
  const bounds = around([...boxes, ...corners.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))]);
  return { groups, lines, cards, notes, hidden, bounds: bounds ?? cardAt(origin) };
}

/** What a collapsed group hides. */
export function collapsedGroups({ hidden }: Pick<Diagram, 'hidden'>): Finding[] {
  return [...new Set(hidden.values())].map((id) => ({
    rule: 'collapsed-group',
    severity: 'advice',
    path: `groups.${id}`,
    message: `the group ${id} is collapsed, so what lies in it is not drawn`,
    mend: 'Open the group and export again to see what lies in it.',
  }));
}

function cardOf(component: Component): Card {
  const kind = kindByKey(component.kind);
  const { id, name, view } = component;
  return {
    component,
    name: shown(name, id),
    kind,
    family: kind?.family ?? 'platform',
    box: cardAt(view ?? { x: 0, y: 0 }),
  };
}

/** Within one collapsed group nothing is drawn. */
function linesOf(design: Design, places: ReadonlyMap<string, Place>, hidden: ReadonlyMap<string, string>): Line[] {
  const drawn = (design.connections ?? []).filter(({ from, to }) => {
    const box = hidden.get(from);
    return places.has(from) && places.has(to) && (box === undefined || box !== hidden.get(to));
  });
  const wanted = drawn.map((connection) => {
    const { id, from, to } = connection;
    const label = labelOf(connection);
    return { id, from, to, points: bendsOf(connection), label: label === '' ? null : labelSize([label]) };
  });
  const routes = new Router().routes(wanted, places);
  return drawn.flatMap((connection) => {
    const route = routes.get(connection.id);
    return route === undefined ? [] : [{ connection, label: labelOf(connection), route }];
  });
}

/** What a connection says of itself, as the canvas shows it. */
export function labelOf({ label, protocol }: Connection): string {
  return (label ?? protocol ?? '').trim();
}
