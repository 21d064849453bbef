import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from './event-queue.ts';

/** Takes every event out and pushes those that `react` names for it; the order in which they came. */
function drain(queue: EventQueue, react: (time: number, payload: number) => [number, number][] = () => []): number[] {
  const order: number[] = [];
  while (queue.times[0]! < Infinity) {
    const time = queue.times[0]!;
    const payload = queue.payloads[0]!;
    order.push(payload);
    queue.open();
    for (const [delay, next] of react(time, payload)) queue.push(time + delay, next);
    queue.close();
  }
  return order;
}

describe('the event queue', () => {
  it('gives events by time, and those of one time in the order in which they were pushed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 3000 }), (times) => {
        const queue = new EventQueue();
        times.forEach((time, payload) => queue.push(time, payload));
        const expected = times.map((_, payload) => payload).sort((a, b) => times[a]! - times[b]! || a - b);
        expect(drain(queue)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('does so while events push events, none, one or several', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }), { minLength: 1, maxLength: 400 }),
        (plans) => {
          const queue = new EventQueue();
          const model: { time: number; number: number; payload: number }[] = [];
          let pushed = 0;
          const note = (time: number, payload: number) => model.push({ time, number: pushed++, payload });
          queue.push(0, 0);
          note(0, 0);
          let next = 1;
          const order = drain(queue, (time, payload) => {
            const events = (plans[payload] ?? []).map((delay): [number, number] => [delay, next++]);
            events.forEach(([delay, number]) => note(time + delay, number));
            return events;
          });
          model.sort((a, b) => a.time - b.time || a.number - b.number);
          expect(order).toEqual(model.map(({ payload }) => payload));
        },
      ),
    );
  });

  it('knows how many wait, also while one is being handled', () => {
    const queue = new EventQueue();
    queue.push(1, 0);
    queue.push(2, 0);
    expect(queue.length).toBe(2);
    queue.open();
    expect(queue.length).toBe(1);
    queue.push(3, 0);
    expect(queue.length).toBe(2);
    queue.close();
    expect(queue.length).toBe(2);
  });
});
