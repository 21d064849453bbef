import { expect, it } from 'vitest';
import { taskSize } from './sizes.ts';

it('is the smallest task that gives what is asked for', () => {
  const sizes = [
    { cpu: null, memoryMiB: null },
    { cpu: 0.25, memoryMiB: 1500 },
    { cpu: 0.5, memoryMiB: 256 },
    { cpu: 0.25, memoryMiB: 5000 },
    { cpu: 20, memoryMiB: 100 },
  ].map(taskSize);
  expect(sizes.map(({ cpu, memoryMiB, isEnough }) => [cpu, memoryMiB, isEnough])).toEqual([
    [256, 512, true],
    [256, 2048, true],
    [512, 1024, true],
    [1024, 5120, true],
    [16_384, 122_880, false],
  ]);
});
