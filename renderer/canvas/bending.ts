// Bends of a connection: made by dragging its line, moved by dragging or with the arrow keys, and taken away again. Each is
// one step.
import type { PointerEvent } from 'react';
import { bendsOf, setBends } from '../../src/model/connections.ts';
import type { Connection, Design } from '../../src/model/design.ts';
import { componentById, nameOf } from '../../src/model/graph.ts';
import { canvasStore, type Point } from '../state/canvas.ts';
import { documentStore, edit } from '../state/document.ts';
import { edgesStore } from '../state/edges.ts';
import { dragPointer } from './drag-pointer.ts';
import { FINE_GRID, snap } from './geometry.ts';
import { nearestStretch, pointAt } from '../../src/layout/routing/draw.ts';
import type { Route } from '../../src/layout/routing/router.ts';
import { t } from '../texts.ts';

/** So near to the line of what comes before or after, a bend comes to lie on it. */
const ATTRACTION = 6;

/** "API to Database", as the history names it. */
export function titleOf(design: Design, { from, to }: Connection): string {
  const [caller = from, callee = to] = [from, to].map((id) => nameOf(componentById(design, id) ?? { id }));
  return t('steps.fromTo', { from: caller, to: callee });
}

type Step = 'bend' | 'removeBend';

function commit(connection: Connection, points: readonly Point[], step: Step, mergeKey: string | null = null): void {
  edit(
    t(`steps.${step}`, { what: titleOf(documentStore.getState().design, connection) }),
    (draft) => setBends(draft, connection.id, points),
    mergeKey,
  );
}

/** On the fine grid, or in line with its neighbours. */
function settled({ x, y }: Point, neighbours: readonly Point[]): Point {
  const onto = (value: number, values: readonly number[]): number =>
    values.find((other) => Math.abs(other - value) <= ATTRACTION) ?? snap(value, FINE_GRID);
  return {
    x: onto(
      x,
      neighbours.map((point) => point.x),
    ),
    y: onto(
      y,
      neighbours.map((point) => point.y),
    ),
  };
}

function neighboursOf(points: readonly Point[], index: number, route: Route): readonly Point[] {
  const before = points[index - 1] ?? (route.points[0] as Point);
  const after = points[index + 1] ?? (route.points.at(-1) as Point);
  return [before, after];
}

function drag(
  pressed: PointerEvent,
  connection: Connection,
  route: Route,
  start: readonly Point[],
  index: number,
  step: Step,
) {
  let points: readonly Point[] | null = null;
  dragPointer(pressed, {
    move: (at) => {
      points = start.with(index, settled(at, neighboursOf(start, index, route)));
      edgesStore.setState({ bending: { connection: connection.id, points } });
    },
    end: () => {
      if (points) commit(connection, points, step);
      edgesStore.setState({ bending: null });
    },
    cancel: () => edgesStore.setState({ bending: null }),
  });
}

export function dragBend(pressed: PointerEvent, connection: Connection, route: Route, index: number): void {
  drag(pressed, connection, route, bendsOf(connection), index, 'bend');
}

/** Pressed on the line itself: what is dragged becomes a new bend. */
export function dragLine(pressed: PointerEvent, connection: Connection, route: Route): void {
  const at = canvasStore.getState().viewport?.at({ x: pressed.clientX, y: pressed.clientY });
  if (!at) return;
  const stretch = nearestStretch(route.points, at);
  const index = route.legs.filter((corner) => corner < stretch).length;
  drag(pressed, connection, route, bendsOf(connection).toSpliced(index, 0, at), index, 'bend');
}

export function moveBend(connection: Connection, index: number, by: Point): void {
  const bends = bendsOf(connection);
  const bend = bends[index];
  if (!bend) return;
  const points = bends.with(index, { x: bend.x + by.x, y: bend.y + by.y });
  commit(connection, points, 'bend', `bend ${connection.id} ${index}`);
}

export function removeBend(connection: Connection, index: number): void {
  commit(connection, bendsOf(connection).toSpliced(index, 1), 'removeBend');
}

/** For the keyboard: a bend in the middle of the longest way between two bends, to be moved with the arrow keys. */
export function addBend(connection: Connection, route: Route): number {
  const corners = [0, ...route.legs, route.points.length - 1];
  const ways = corners.slice(1).map((corner, at) => route.points.slice(corners[at], corner + 1));
  const reach = ways.map((way) => way.slice(1).reduce((sum, point, at) => sum + gap(way[at] as Point, point), 0));
  const index = reach.indexOf(Math.max(...reach));
  const at = pointAt(ways[index] as readonly Point[], 0.5);
  const bend = { x: snap(at.x, FINE_GRID), y: snap(at.y, FINE_GRID) };
  commit(connection, bendsOf(connection).toSpliced(index, 0, bend), 'bend');
  return index;
}

function gap(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}
