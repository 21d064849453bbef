// Everything at once gives the same bytes from any number of threads, and from none.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Executor } from '../../src/analysis/executor.ts';
import { simulate } from '../../src/analysis/simulate.ts';
import type { Design } from '../../src/model/design.ts';
import { createInlineExecutor } from '../../worker/inline.ts';
import { createPatientExecutor } from '../../worker/patient.ts';
import { createPool } from '../../worker/pool.ts';
import { buildWorker } from '../fixtures/built-worker.ts';
import type { BuiltWorker } from '../fixtures/built-worker.ts';
import { everythingDesign } from './everything-design.ts';
import { kitchenSink } from './kitchen-sink.ts';

let worker: BuiltWorker;
let executors: readonly (readonly [name: string, executor: Executor])[] = [];
beforeAll(async () => {
  worker = await buildWorker();
  const patient = createPatientExecutor(() => Promise.resolve(createPool(2, worker.file)));
  executors = [
    ...[1, 2, 3].map((threads) => [`${threads} threads`, createPool(threads, worker.file)] as const),
    ['first in the calling thread', patient],
  ];
});
afterAll(async () => {
  await Promise.all(executors.map(([, executor]) => executor.close()));
  await worker.remove();
});

async function bytes(design: Design, executor: Executor): Promise<string> {
  const outcome = await simulate(design, { traces: 20 }, executor);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return JSON.stringify({ ...outcome.result, wallMs: 0 });
}

async function expectSameBytes(design: Design): Promise<void> {
  const expected = await bytes(design, createInlineExecutor());
  for (const [name, executor] of executors) expect(await bytes(design, executor), name).toBe(expected);
}

it('random designs with everything switched on', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(everythingDesign, async (design) => {
      const [scenario] = design.scenarios!;
      await expectSameBytes({ ...design, scenarios: [{ ...scenario!, durationS: 15, replications: 3 }] });
    }),
    { numRuns: 4, seed: 20260104 },
  );
});

it('one design with a use of everything', { timeout: 300_000 }, async () => {
  await expectSameBytes(kitchenSink);
  const [scenario] = kitchenSink.scenarios!;
  const other = await bytes({ ...kitchenSink, scenarios: [{ ...scenario!, seed: 12 }] }, executors[0]![1]);
  expect(other).not.toBe(await bytes(kitchenSink, executors[0]![1]));
});
