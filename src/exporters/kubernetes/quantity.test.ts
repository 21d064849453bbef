import { describe, expect, it } from 'vitest';
import { memoryQuantity, milliQuantity } from './quantity.ts';

describe('quantities', () => {
  it('of cores are whole or in thousandths, never less than was asked', () => {
    const cores = [1, 0.5, 0.29, 2.5, 0.0001, 0.1 + 0.2, 1.0001, 1e300, 1.7e308];
    expect(cores.map(milliQuantity)).toEqual([
      '1',
      '500m',
      '290m',
      '2500m',
      '1m',
      '300m',
      '1001m',
      '9007199254740991m',
      '9007199254740991m',
    ]);
  });

  it('of memory are in the largest unit that fits', () => {
    const sizes = [256, 1024, 1536, 0.5, 256.25, 0.0001, 8192];
    expect(sizes.map(memoryQuantity)).toEqual(['256Mi', '1Gi', '1536Mi', '512Ki', '262400Ki', '1Ki', '8Gi']);
  });
});
