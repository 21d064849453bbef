import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SerialHeap } from './serial-heap.ts';

function drain(heap: SerialHeap): [number, number][] {
  const entries: [number, number][] = [];
  while (heap.size > 0) {
    entries.push([heap.serial, heap.item]);
    heap.pop();
  }
  return entries;
}

describe('a heap by serial numbers', () => {
  const cases = fc.uniqueArray(fc.nat(), { maxLength: 60 });

  it('gives its entries back in their order', () => {
    fc.assert(
      fc.property(cases, (serials) => {
        const heap = new SerialHeap();
        serials.forEach((serial, item) => {
          heap.push(serial, item);
        });
        const expected = serials.map((serial, item) => [serial, item]).sort((a, b) => a[0]! - b[0]!);
        expect(drain(heap)).toEqual(expected);
      }),
      { seed: 20260101 },
    );
  });

  it('keeps what a sweep leaves, in order', () => {
    fc.assert(
      fc.property(cases, (serials) => {
        const heap = new SerialHeap();
        for (const serial of serials) heap.push(serial, serial % 7);
        heap.sweep((_, item) => item !== 3);
        const expected = serials.filter((serial) => serial % 7 !== 3).sort((a, b) => a - b);
        expect(drain(heap).map(([serial]) => serial)).toEqual(expected);
      }),
      { seed: 20260101 },
    );
  });
});
