// The ports of all connections, kept from one state of the canvas to the next. Where a card moves, the order of ends changes
// on it and on those that it is joined to, and nowhere else.
import type { Box as Rect } from '../card.ts';
import { portsOf, readsAcross, type Link, type Ports } from './ports.ts';

type Rects = ReadonlyMap<string, Rect>;

interface Known {
  readonly links: readonly Link[];
  readonly rects: Rects;
  readonly across: boolean;
  readonly ports: readonly (Ports | null)[];
}

function sameLinks(a: readonly Link[], b: readonly Link[]): boolean {
  return a.length === b.length && a.every((link, index) => link === b[index]);
}

/** The cards whose box is not the one of before; the router keeps the box of a card that stays. */
function movedCards(before: Rects, now: Rects): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const [id, rect] of now) if (before.get(id) !== rect) moved.add(id);
  for (const id of before.keys()) if (!now.has(id)) moved.add(id);
  return moved;
}

/** The places in the list of the links that end at one of the cards. */
function linksAt(links: readonly Link[], cards: ReadonlySet<string>): readonly number[] {
  return links.flatMap(({ from, to }, index) => (cards.has(from) || cards.has(to) ? index : []));
}

function endsOf(links: readonly Link[], indices: readonly number[]): ReadonlySet<string> {
  return new Set(indices.flatMap((index) => [links[index]?.from ?? '', links[index]?.to ?? '']));
}

export class KeptPorts {
  private known: Known | null = null;

  of(links: readonly Link[], rects: Rects): readonly (Ports | null)[] {
    const across = readsAcross(links, rects);
    const { known } = this;
    const isNear = known !== null && known.across === across && sameLinks(known.links, links);
    const ports = isNear ? this.mended(known, rects) : portsOf(links, rects, across);
    this.known = { links, rects, across, ports };
    return ports;
  }

  private mended({ links, rects: before, across, ports }: Known, rects: Rects): readonly (Ports | null)[] {
    const moved = movedCards(before, rects);
    if (moved.size === 0) return ports;
    // Another order of ends: on what moved and on what is joined to it; so another port: for all links of those.
    const touched = linksAt(links, endsOf(links, linksAt(links, moved)));
    // All that end on the same cards take part in the order.
    const asked = linksAt(links, endsOf(links, touched));
    const anew = portsOf(
      asked.map((index) => links[index] as Link),
      rects,
      across,
    );
    const at = new Map(asked.map((index, place) => [index, anew[place] ?? null]));
    const mended = [...ports];
    for (const index of touched) mended[index] = at.get(index) ?? null;
    return mended;
  }
}
