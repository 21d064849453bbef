// A design as a small picture: its cards in the colours of their families, its groups, and its connections.
import { kindByKey } from '../../../src/catalogue/index.ts';
import type { Design } from '../../../src/model/design.ts';
import { CARD } from '../../../src/layout/card.ts';
import { placeGroups, placesOf } from '../../canvas/geometry.ts';
import { Router } from '../../../src/layout/routing/router.ts';
import { bendsOf } from '../../../src/model/connections.ts';

const MARGIN = 24;

/** Decorative; nothing where the design has no places. */
export function DesignPicture({ design }: { readonly design: Design }) {
  if (design.components.every(({ view }) => view === undefined)) return null;
  const places = placesOf(design, null, null);
  const groups = placeGroups(design, places);
  const boxes = [...groups.map(({ rect }) => rect), ...[...places.values()].map((place) => ({ ...place, ...CARD }))];
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN - top;
  const wanted = (design.connections ?? []).map((connection) => {
    const { id, from, to } = connection;
    return { id, from, to, points: bendsOf(connection), label: null };
  });
  const routes = new Router().routes(wanted, places);
  return (
    <svg viewBox={`${left} ${top} ${width} ${height}`} className="picture" aria-hidden="true">
      {groups.map(({ group, rect }) => (
        <rect key={group.id} {...rect} rx={10} className="picture-group" />
      ))}
      {[...routes].map(([id, { path }]) => (
        <path key={id} d={path} className="picture-line" />
      ))}
      {design.components.map(({ id, kind }) => (
        <rect
          key={id}
          {...places.get(id)}
          {...CARD}
          rx={10}
          fill={`var(--family-${kindByKey(kind)?.family ?? 'platform'})`}
        />
      ))}
    </svg>
  );
}
