import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../card.ts';
import type { Place as Point } from '../card.ts';
import { cardAt as cardRect, type Box as Rect } from '../card.ts';
import { labelSize } from './labels.ts';
import { Router, type Route, type Wanted } from './router.ts';

type Places = ReadonlyMap<string, Point>;

function link(id: string, from: string, to: string, points: readonly Point[] = []): Wanted {
  return { id, from, to, points, label: labelSize(['http']) };
}

/** Cards in a grid with room between them, as they are after an arrangement; each a little off its place. */
const scattered = fc
  .array(fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 40 }) }), {
    minLength: 2,
    maxLength: 30,
  })
  .map(
    (shifts): Places =>
      new Map(
        shifts.map(({ x, y }, at) => [`c${at}`, { x: (at % 6) * 300 + x, y: Math.floor(at / 6) * 170 + y }] as const),
      ),
  );

function linksOf(places: Places, seeds: readonly number[]): Wanted[] {
  const ids = [...places.keys()];
  return seeds.flatMap((seed, at) => {
    const [from, to] = [ids[seed % ids.length], ids[Math.floor(seed / ids.length) % ids.length]] as [string, string];
    return from === to ? [] : [link(`l${at}`, from, to)];
  });
}

const seeds = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 25 });

function onBorder({ x, y, width, height }: Rect, point: Point): boolean {
  const isBeside = Math.min(Math.abs(point.x - x), Math.abs(point.x - x - width)) < 0.01;
  const isAbove = Math.min(Math.abs(point.y - y), Math.abs(point.y - y - height)) < 0.01;
  const inside = point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
  return inside && (isBeside || isAbove);
}

function stretches({ points }: Route): Rect[] {
  return points.slice(1).map((point, at) => {
    const before = points[at] as Point;
    return {
      x: Math.min(before.x, point.x),
      y: Math.min(before.y, point.y),
      width: Math.abs(before.x - point.x),
      height: Math.abs(before.y - point.y),
    };
  });
}

function crossed(route: Route, { from, to }: Wanted, places: Places): string[] {
  return [...places].flatMap(([id, place]) =>
    id !== from && id !== to && stretches(route).some((stretch) => overlaps(stretch, cardRect(place))) ? [id] : [],
  );
}

/** Of the processor, which says more than the clock where others work beside. */
function cpuMs(): number {
  return process.cpuUsage().user / 1000;
}

function routed(links: readonly Wanted[], places: Places): ReadonlyMap<string, Route> {
  return new Router().routes(links, places);
}

/** Labels stay where they are as long as they can, so they are no part of this. */
function ways(routes: ReadonlyMap<string, Route>): unknown {
  return [...routes].map(([id, { path, head, points }]) => [id, path, head, points]);
}

describe('routes', () => {
  it('run from border to border in right angles, and through no other card where there is room', () => {
    fc.assert(
      fc.property(scattered, seeds, (places, picks) => {
        const links = linksOf(places, picks);
        const routes = routed(links, places);
        for (const wanted of links) {
          const route = routes.get(wanted.id) as Route;
          const [from, to] = [wanted.from, wanted.to].map((id) => cardRect(places.get(id) as Point)) as [Rect, Rect];
          expect([onBorder(from, route.points[0] as Point), onBorder(to, route.points.at(-1) as Point)]).toEqual([
            true,
            true,
          ]);
          expect(stretches(route).every(({ width, height }) => Math.min(width, height) < 2)).toBe(true);
          expect(crossed(route, wanted, places)).toEqual([]);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('come out the same however the cards got where they are', () => {
    fc.assert(
      fc.property(
        scattered,
        seeds,
        fc.array(fc.tuple(fc.nat(29), fc.nat(1500), fc.nat(900))),
        (places, picks, moves) => {
          const links = linksOf(places, picks);
          const router = new Router();
          router.routes(links, places);
          let now = places;
          for (const [which, x, y] of moves) {
            const id = [...places.keys()][which % places.size] as string;
            now = new Map([...now].map(([key, place]) => [key, key === id ? { x, y } : place]));
            expect(ways(router.routes(links, now))).toEqual(ways(routed(links, now)));
          }
          expect(ways(router.routes(links.slice(1), now))).toEqual(ways(routed(links.slice(1), now)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are kept where a move does not touch them', () => {
    const places: Places = new Map(
      Array.from({ length: 40 }, (_, at) => [`c${at}`, { x: (at % 8) * 300, y: Math.floor(at / 8) * 170 }]),
    );
    const links = Array.from({ length: 39 }, (_, at) => link(`l${at}`, `c${at}`, `c${at + 1}`));
    const router = new Router();
    const before = router.routes(links, places);
    const { worked } = router;
    const after = router.routes(links, new Map([...places, ['c20', { x: 1220, y: 360 }]]));
    expect(router.worked - worked).toBeLessThan(8);
    expect(after.get('l0')).toBe(before.get('l0'));
    expect(after.get('l19')).not.toBe(before.get('l19'));
  });

  it('have no NaN, wherever the cards stand, one upon another included', () => {
    const point = fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) });
    fc.assert(
      fc.property(point, point, fc.array(point, { maxLength: 3 }), (a, b, bends) => {
        const route = routed([link('ab', 'a', 'b', bends)], new Map(Object.entries({ a, b }))).get('ab');
        expect(JSON.stringify(route)).not.toMatch(/null|NaN|Infinity/);
        for (const [at, bend] of bends.entries()) expect(route?.points[route.legs[at] ?? -1]).toEqual(bend);
      }),
    );
  });

  it('are straight where two cards face each other', () => {
    const places = new Map(Object.entries({ a: { x: 0, y: 0 }, b: { x: 400, y: 20 } }));
    expect(routed([link('ab', 'a', 'b')], places).get('ab')?.points).toEqual([
      { x: 180, y: 42 },
      { x: 400, y: 42 },
    ]);
  });

  it('keep opposite and parallel connections apart', () => {
    const places = new Map(Object.entries({ a: { x: 0, y: 0 }, b: { x: 400, y: 200 } }));
    const links = [link('one', 'a', 'b'), link('two', 'a', 'b'), link('back', 'b', 'a')];
    const all = [...routed(links, places).values()].flatMap((route) => stretches(route));
    const apart = all.map(({ x, y, width, height }) => ({ x: x - 1, y: y - 1, width: width + 2, height: height + 2 }));
    const along = apart.flatMap((a, at) =>
      apart
        .slice(at + 1)
        .filter((b) => overlaps(a, b) && a.width > 20 === b.width > 20 && a.height > 20 === b.height > 20),
    );
    expect(along).toEqual([]);
  });

  it('leave out connections to what does not exist', () => {
    expect(routed([link('x', 'a', 'nowhere')], new Map([['a', { x: 0, y: 0 }]])).size).toBe(0);
  });

  it('put labels on no card and not on one another', () => {
    fc.assert(
      fc.property(scattered, (places) => {
        const ids = [...places.keys()];
        const links = ids.slice(1).map((id, at) => link(`l${at}`, ids[at] as string, id));
        const { width, height } = labelSize(['http']);
        const boxes = [...routed(links, places).values()].map(({ middle }) => ({
          x: middle.x - width / 2,
          y: middle.y - height / 2,
          width,
          height,
        }));
        const cards = [...places.values()].map(cardRect);
        const covered = boxes.filter((box, at) =>
          [...cards, ...boxes.slice(at + 1)].some((other) => overlaps(box, other)),
        );
        expect(covered).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('of 2,000 connections are worked out in time, and those of one moved card at once', () => {
    const places: Places = new Map(
      Array.from({ length: 1000 }, (_, at) => [`c${at}`, { x: (at % 40) * 260, y: Math.floor(at / 40) * 140 }]),
    );
    const links = Array.from({ length: 2000 }, (_, at) =>
      link(`l${at}`, `c${at % 1000}`, `c${(at * 7 + 13 + (at % 5) * 41) % 1000}`),
    ).filter(({ from, to }) => from !== to);
    const router = new Router();
    const began = cpuMs();
    router.routes(links, places);
    const first = cpuMs() - began;
    const times = Array.from({ length: 20 }, (_, step) => {
      const moved = new Map([...places, ['c500', { x: 5200 + step * 20, y: 1700 }]]);
      const start = cpuMs();
      router.routes(links, moved);
      return cpuMs() - start;
    }).sort((a, b) => a - b);
    console.info(`2,000 routes: ${first.toFixed(0)} ms; after a move: ${(times[10] as number).toFixed(1)} ms`);
    expect(first).toBeLessThan(3000);
    expect(times[10]).toBeLessThan(first / 4);
  });
});
