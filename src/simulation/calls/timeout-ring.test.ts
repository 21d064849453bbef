import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TimeoutRing } from './timeout-ring.ts';

it('a timeout ring gives back in the order in which it was given, however it grows and wraps', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 500 }), (pushes) => {
      const ring = new TimeoutRing();
      const model: number[] = [];
      pushes.forEach((push, i) => {
        if (push) {
          ring.push(i, i / 2);
          model.push(i);
        } else if (model.length > 0) {
          expect([ring.frame, ring.deadline]).toEqual([model[0], model[0]! / 2]);
          ring.shift();
          model.shift();
        }
        expect(ring.isEmpty).toBe(model.length === 0);
      });
    }),
  );
});
