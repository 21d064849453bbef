// Edits of one connection: the bends of its line, and what it joins. As recipes, like those of edit.ts.
import type { Connection, Design } from './design.ts';

export interface Bend {
  readonly x: number;
  readonly y: number;
}

const NO_BENDS: readonly Bend[] = [];

/** The places that its line goes through, from caller to callee. */
export function bendsOf(connection: Connection): readonly Bend[] {
  return connection.view?.points ?? NO_BENDS;
}

/** None leaves nothing of them in the file. */
export function setBends(draft: Design, connectionId: string, bends: readonly Bend[]): void {
  const connection = draft.connections?.find(({ id }) => id === connectionId);
  if (!connection) return;
  if (bends.length > 0) connection.view = { ...connection.view, points: bends.map(({ x, y }) => ({ x, y })) };
  else if (connection.view) {
    delete connection.view.points;
    if (Object.keys(connection.view).length === 0) delete connection.view;
  }
}

/** Other ends, with everything else that is said of the connection, its id included, since scenarios and results name it. */
export function reconnect(draft: Design, connectionId: string, from: string, to: string): void {
  const connection = draft.connections?.find(({ id }) => id === connectionId);
  if (!connection || (connection.from === from && connection.to === to)) return;
  connection.from = from;
  connection.to = to;
}
