import { expect, it } from 'vitest';
import type { Source } from './samplers.ts';
import { Tapes } from './tapes.ts';

function counter(from: number): Source {
  let next = from;
  return {
    fill(target, start, end) {
      for (let i = start; i < end; i++) target[i] = next++;
    },
  };
}

it('each tape runs on by itself, over as many batches as it takes', () => {
  const tapes = new Tapes([counter(0), counter(1000)]);
  const first = Array.from({ length: 700 }, (_, i) => {
    if (i % 3 === 0) tapes.draw(1);
    return tapes.draw(0);
  });
  expect(first).toEqual(Array.from({ length: 700 }, (_, i) => i));
  expect(tapes.draw(1)).toBe(1234);
});
