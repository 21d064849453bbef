import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligned, distributed, type NamedBox } from './align.ts';
import { nextInDirection } from './direction.ts';
import { snappedPlace, snapToNeighbours } from './guides.ts';

function box(id: string, x: number, y: number, width = 180, height = 64): NamedBox {
  return { id, box: { x, y, width, height } };
}

describe('in line', () => {
  const boxes = [box('a', 0, 0), box('b', 300, 100, 100, 20), box('c', 700, 50)];

  it('each side and middle is that of the box around all', () => {
    const places = (['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const).map((how) =>
      aligned(boxes, how).get('b'),
    );
    expect(places).toEqual(
      [
        { x: 0, y: 100 },
        { x: 390, y: 100 },
        { x: 780, y: 100 },
        { x: 300, y: 0 },
        { x: 300, y: 50 },
        { x: 300, y: 100 },
      ].map((place, index) => (index === 4 ? { x: 300, y: 50 } : index === 5 ? { x: 300, y: 100 } : place)),
    );
    expect(aligned(boxes, 'bottom').get('a')).toEqual({ x: 0, y: 56 });
  });

  it('distributing leaves equal gaps, the order and the outermost two', () => {
    const size = fc.integer({ min: 10, max: 300 });
    const any = fc.record({ x: fc.integer({ min: 0, max: 2000 }), width: size });
    fc.assert(
      fc.property(fc.array(any, { minLength: 3, maxLength: 8 }), (list) => {
        const given = list.map(({ x, width }, index) => box(String(index), x, index, width, 20));
        const places = distributed(given, 'horizontal');
        const inOrder = [...places].map(([id, { x }]) => ({ x, width: given[Number(id)]?.box.width ?? 0 }));
        const gaps = inOrder
          .slice(1)
          .map(({ x }, index) => x - (inOrder[index]?.x ?? 0) - (inOrder[index]?.width ?? 0));
        // Places are whole, so gaps may differ by the rounding of both ends.
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2);
        expect(Math.min(...inOrder.map(({ x }) => x))).toBe(Math.min(...list.map(({ x }) => x)));
        expect(given.every(({ id, box: { y } }) => places.get(id)?.y === y)).toBe(true);
      }),
    );
  });
});

describe('neighbours', () => {
  const still = [box('a', 0, 0).box, box('b', 500, 300).box];

  it('take hold within reach, axis by axis, and show along which line', () => {
    const snap = snapToNeighbours({ x: 504, y: 97, width: 180, height: 64 }, still, 6);
    expect(snap.by).toEqual({ x: -4, y: null });
    expect(snap.guides).toEqual([500, 590, 680].map((at) => ({ direction: 'upright', at, from: 97, to: 364 })));
    expect(snappedPlace({ x: 504, y: 97 }, snap, 20)).toEqual({ x: 500, y: 100 });
  });

  it('beyond reach leave the grid', () => {
    const snap = snapToNeighbours({ x: 512, y: 97, width: 180, height: 64 }, still, 6);
    expect([snap.by, snap.guides]).toEqual([{ x: null, y: null }, []]);
    expect(snappedPlace({ x: 512, y: 97 }, snap, 20)).toEqual({ x: 520, y: 100 });
  });
});

describe('walking with the arrows', () => {
  const from = box('from', 500, 500).box;
  const others = [box('near', 740, 540), box('far', 1000, 500), box('above', 500, 200), box('left', 200, 520)];
  const to = (direction: 'left' | 'right' | 'up' | 'down', connected: readonly string[] = []) =>
    nextInDirection(from, others, direction, (id) => connected.includes(id));

  it('goes to what lies next that way, and nowhere where nothing does', () => {
    expect([to('right'), to('up'), to('left'), to('down')]).toEqual(['near', 'above', 'left', null]);
  });

  it('prefers what is connected over what is only nearer', () => {
    expect(to('right', ['far'])).toBe('far');
  });
});
