// Leading an end of a connection to another component: one step, and everything else that is said of it stays.
import type { PointerEvent } from 'react';
import { reconnect } from '../../src/model/connections.ts';
import type { Connection } from '../../src/model/design.ts';
import { canvasStore, type Point } from '../state/canvas.ts';
import { documentStore, edit } from '../state/document.ts';
import { edgesStore, type EndName } from '../state/edges.ts';
import { notify } from '../state/panels.ts';
import { titleOf } from './bending.ts';
import { cycleMend, refusedFor, whyNotLead } from './connecting.ts';
import { dragPointer } from './drag-pointer.ts';
import { cardRect, placesOf } from './geometry.ts';
import type { Route } from '../../src/layout/routing/router.ts';
import { t } from '../texts.ts';

function componentAt({ x, y }: Point): string | null {
  const { fallback } = canvasStore.getState();
  for (const [id, place] of placesOf(documentStore.getState().design, fallback, null)) {
    const rect = cardRect(place);
    if (x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height) return id;
  }
  return null;
}

export function endsAfter({ from, to }: Connection, end: EndName, component: string): readonly [string, string] {
  return end === 'from' ? [component, to] : [from, component];
}

/** Nothing happens where it would change nothing, or may not be. */
export function lead(connection: Connection, from: string, to: string): void {
  const { design } = documentStore.getState();
  if (whyNotLead(design, connection, from, to) !== null) return;
  edit(t('steps.reconnect', { what: titleOf(design, connection) }), (draft) =>
    reconnect(draft, connection.id, from, to),
  );
}

export function dragEnd(pressed: PointerEvent, connection: Connection, route: Route, end: EndName): void {
  const anchor = (end === 'from' ? route.points.at(-1) : route.points[0]) as Point;
  const done = (): void => edgesStore.setState({ leading: null, refused: null });
  let over: string | null = null;
  dragPointer(pressed, {
    move: (at) => {
      const refused = edgesStore.getState().refused ?? refusedFor(documentStore.getState().design, connection, end);
      over = componentAt(at);
      edgesStore.setState({ refused, leading: { connection: connection.id, end, anchor, at, over } });
    },
    end: () => {
      done();
      if (over === null) return;
      const [from, to] = endsAfter(connection, end, over);
      const why = whyNotLead(documentStore.getState().design, connection, from, to);
      if (why === null) lead(connection, from, to);
      else notify('error', why, cycleMend());
    },
    cancel: done,
  });
}
