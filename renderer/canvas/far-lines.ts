// From afar a large design has more lines than anyone tells apart: they are drawn together, a handful of paths for all of
// them, and which one is meant is worked out from where the pointer is.
import type { Point } from '../state/canvas.ts';
import type { CanvasEdge } from './derive.ts';

/** Lines that look the same. */
export interface LineBundle {
  readonly id: string;
  readonly markClass: string;
  readonly lineClass: string;
  readonly path: string;
}

/** So many lines in one path: a drag draws again only the paths of the lines that move. */
const BUNDLE = 64;

function straight(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${Math.round(x)},${Math.round(y)}`).join('');
}

/** The look of a line as two class names: what it is marked with, and what its colour tells. */
function lookOf({ className = '', data }: CanvasEdge): readonly [string, string] {
  const level = data?.level;
  return [className, level === null || level === undefined ? '' : `canvas-edge-${level}`];
}

/** Made once for each route, as the other lines of a bundle stay where they are. */
const drawn = new WeakMap<object, string>();

function pathOf({ data }: CanvasEdge): string {
  if (!data) return '';
  const known = drawn.get(data.route);
  if (known !== undefined) return known;
  const path = straight(data.route.points);
  drawn.set(data.route, path);
  return path;
}

export function bundled(edges: readonly CanvasEdge[]): readonly LineBundle[] {
  const looks = new Map<string, CanvasEdge[]>();
  for (const edge of edges) {
    const look = lookOf(edge).join('|');
    const alike = looks.get(look);
    if (alike) alike.push(edge);
    else looks.set(look, [edge]);
  }
  const bundles: LineBundle[] = [];
  for (const [look, alike] of looks) {
    const [markClass = '', lineClass = ''] = look.split('|');
    for (let from = 0; from < alike.length; from += BUNDLE) {
      const path = alike
        .slice(from, from + BUNDLE)
        .map(pathOf)
        .join('');
      bundles.push({ id: `${look}|${from}`, markClass, lineClass, path });
    }
  }
  return bundles;
}

function distanceTo({ x, y }: Point, a: Point, b: Point): number {
  const along = { x: b.x - a.x, y: b.y - a.y };
  const length = along.x ** 2 + along.y ** 2;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * along.x + (y - a.y) * along.y) / length));
  return Math.hypot(a.x + share * along.x - x, a.y + share * along.y - y);
}

/** The id of the line that passes nearest to a point, within reach; null where none does. */
export function lineNear(edges: readonly CanvasEdge[], point: Point, reach: number): string | null {
  let [nearest, least]: [string | null, number] = [null, reach];
  for (const { id, data, selectable } of edges) {
    const points = data?.route.points ?? [];
    if (selectable === false) continue;
    for (let index = 1; index < points.length; index++) {
      const far = distanceTo(point, points[index - 1] as Point, points[index] as Point);
      if (far <= least) [nearest, least] = [id, far];
    }
  }
  return nearest;
}
