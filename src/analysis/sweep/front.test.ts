import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paretoFront, type Judged } from './front.ts';

const beats = (a: Judged, b: Judged): boolean =>
  a.cost <= b.cost && a.value <= b.value && (a.cost < b.cost || a.value < b.value);

it('holds exactly what nothing beats, as comparing all with all says', () => {
  const point = fc.record({ cost: fc.integer({ min: 0, max: 6 }), value: fc.integer({ min: 0, max: 6 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), (points) => {
      const front = paretoFront(points);
      const key = ({ cost, value }: Judged): string => `${String(cost)} ${String(value)}`;
      const unbeaten = points.filter((one) => !points.some((other) => beats(other, one)));
      expect(front.map(key)).toEqual(
        [...new Map(unbeaten.map((one) => [key(one), one])).values()].sort((a, b) => a.cost - b.cost).map(key),
      );
    }),
  );
});
