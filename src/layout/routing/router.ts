// The routes of all connections, kept from one state of the canvas to the next: worked out anew are only those whose ends
// moved, and those on whose lines a card came to lie or left. What comes out is the same as for the whole design anew.
import type { Place as Point } from '../card.ts';
import type { Route } from './route.ts';
import { cardAt as cardRect, type Box as Rect } from '../card.ts';
import { drawn, pointAt } from './draw.ts';
import { Labels, type Size } from './labels.ts';
import { CLEAR, Obstacles, touches, type Probe } from './obstacles.ts';
import { KeptPorts } from './kept-ports.ts';
import { samePorts, type Link, type Ports } from './ports.ts';
import { findWay, wayThrough } from './way.ts';

/** What is asked of the router for one connection. */
export interface Wanted extends Link {
  /** Of its label; null where it has none. */
  readonly label: Size | null;
}

interface Kept {
  readonly wanted: Wanted;
  readonly ports: Ports;
  readonly probes: readonly Probe[];
  /** Around all probes. */
  readonly asked: Probe;
  readonly route: Route;
}

function samePoints(a: readonly Point[], b: readonly Point[]): boolean {
  return a === b || (a.length === b.length && a.every((point, at) => point.x === b[at]?.x && point.y === b[at]?.y));
}

function sameLabel(a: Size | null, b: Size | null): boolean {
  return a === b || (a?.width === b?.width && a?.height === b?.height);
}

function around(probes: readonly Probe[]): Probe {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const probe of probes) {
    left = Math.min(left, probe.left);
    top = Math.min(top, probe.top);
    right = Math.max(right, probe.right);
    bottom = Math.max(bottom, probe.bottom);
  }
  return { left, top, right, bottom };
}

export type { Route };

export class Router {
  /** How many ways were worked out, for tests of what is kept. */
  worked = 0;
  private readonly obstacles = new Obstacles();
  private readonly labels = new Labels();
  private readonly ports = new KeptPorts();
  private readonly kept = new Map<string, Kept>();
  private rects = new Map<string, Rect>();

  /** The route of every connection whose both ends have a place, by its id. */
  routes(wanted: readonly Wanted[], places: ReadonlyMap<string, Point>): ReadonlyMap<string, Route> {
    const changed = this.moveCards(places);
    const dirty = this.onLinesOf(changed);
    const ports = this.ports.of(wanted, this.rects);
    const gone = new Set(this.kept.keys());
    const routes = new Map<string, Route>();
    const relabel: Wanted[] = [];
    wanted.forEach((link, index) => {
      const at = ports[index];
      if (!at) return;
      gone.delete(link.id);
      const known = this.kept.get(link.id);
      const isSame =
        known !== undefined &&
        !dirty.has(link.id) &&
        samePorts(known.ports, at) &&
        known.wanted.from === link.from &&
        known.wanted.to === link.to &&
        samePoints(known.wanted.points, link.points);
      if (!isSame) this.keep(link, at);
      if (!isSame || !sameLabel(known.wanted.label, link.label) || this.isCovered(link.id, changed)) relabel.push(link);
    });
    for (const id of gone) this.forget(id);
    this.placeLabels(relabel);
    for (const { id } of wanted) {
      const known = this.kept.get(id);
      if (known) routes.set(id, known.route);
    }
    return routes;
  }

  /** The boxes that cards left or came to. */
  private moveCards(places: ReadonlyMap<string, Point>): readonly Rect[] {
    const changed: Rect[] = [];
    const rects = new Map<string, Rect>();
    for (const [id, place] of places) {
      const before = this.rects.get(id);
      if (before && before.x === place.x && before.y === place.y) {
        rects.set(id, before);
        continue;
      }
      const rect = cardRect(place);
      rects.set(id, rect);
      this.obstacles.set(id, rect);
      changed.push(rect, ...(before ? [before] : []));
    }
    for (const [id, rect] of this.rects) {
      if (rects.has(id)) continue;
      this.obstacles.delete(id);
      changed.push(rect);
    }
    this.rects = rects;
    return changed;
  }

  /** The ways that a card has left or come to. */
  private onLinesOf(changed: readonly Rect[]): ReadonlySet<string> {
    const dirty = new Set<string>();
    for (const [id, { asked, probes }] of this.kept)
      for (const rect of changed)
        if (touches(asked, rect, CLEAR) && probes.some((probe) => touches(probe, rect, CLEAR))) dirty.add(id);
    return dirty;
  }

  private keep(wanted: Wanted, ports: Ports): void {
    const { id, from, to, points: bends } = wanted;
    this.worked++;
    const way =
      bends.length > 0 ? wayThrough(ports, bends) : { ...findWay(ports, [from, to], this.obstacles), legs: [] };
    const { points, probes, legs } = way;
    const route = { ...drawn(points), points, middle: pointAt(points, 0.5), legs };
    this.kept.set(id, { wanted, ports, probes, asked: around(probes), route });
  }

  private forget(id: string): void {
    this.labels.remove(id);
    this.kept.delete(id);
  }

  private isCovered(id: string, changed: readonly Rect[]): boolean {
    const box = this.labels.boxOf(id);
    if (!box) return false;
    const span = { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
    return changed.some((rect) => touches(span, rect, 1));
  }

  /** First all are taken away, so that none keeps another from its place. */
  private placeLabels(links: readonly Wanted[]): void {
    for (const { id } of links) this.labels.remove(id);
    for (const wanted of links) {
      const known = this.kept.get(wanted.id);
      if (!known) continue;
      const { points } = known.route;
      const middle = wanted.label
        ? this.labels.place(wanted.id, points, wanted.label, this.obstacles)
        : pointAt(points, 0.5);
      this.kept.set(wanted.id, { ...known, wanted, route: { ...known.route, middle } });
    }
  }
}
