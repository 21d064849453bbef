// Runs a small design on the engine, and compares its figures with theory by their own standard errors.
//
// It runs the bundled engine, which is several times as fast as the same modules one by one under the test runner.
import { afterAll, expect } from 'vitest';
import type { Executor } from '../../src/analysis/executor.ts';
import { simulate } from '../../src/analysis/simulate.ts';
import type { SimulateOutcome } from '../../src/analysis/simulate.ts';
import type { Arrival, Component, Connection, Design, Scenario } from '../../src/model/design.ts';
import type { Distribution } from '../../src/model/distribution.ts';
import { compileNetwork } from '../../src/simulation/compile.ts';
import type { Result, Statistic } from '../../src/simulation/result.ts';
import { createPool } from '../../worker/pool.ts';
import { buildWorker } from '../fixtures/built-worker.ts';
import type { BuiltWorker } from '../fixtures/built-worker.ts';

/** Independent runs of every case, and the 97.5 % quantile of Student's t with one degree of freedom fewer. */
const REPLICATIONS = 21;
const STUDENT_T = 2.085963;
/** Beyond so many standard errors a right engine lands once in some 15,000 comparisons, of which there are hundreds. */
const STANDARD_ERRORS = 5;

export interface Model {
  readonly components: readonly Component[];
  readonly connections?: readonly Connection[];
  readonly arrivals: readonly Arrival[];
  readonly groups?: Design['groups'];
  readonly groupLatencies?: Design['groupLatencies'];
}

/** A design with one scenario; by default 1,000 s at some 100 requests a second, of which 20 s are not measured. */
export function designOf(model: Model, run: Partial<Scenario> = {}): Design {
  return {
    spandrel: 1,
    name: 'Law',
    ...(model.groups && { groups: model.groups }),
    ...(model.groupLatencies && { groupLatencies: model.groupLatencies }),
    components: [...model.components],
    connections: [...(model.connections ?? [])],
    scenarios: [
      {
        id: 'base',
        durationS: 1020,
        warmupS: 20,
        seed: 1,
        replications: REPLICATIONS,
        arrivals: [...model.arrivals],
        ...run,
      },
    ],
  };
}

let started: Promise<{ readonly worker: BuiltWorker; readonly pool: Executor }> | null = null;

/** One thread for all cases of a test file, ended with it. */
async function engine(): Promise<Executor> {
  started ??= buildWorker().then((worker) => ({ worker, pool: createPool(1, worker.file) }));
  return (await started).pool;
}

afterAll(async () => {
  const running = await started;
  await running?.pool.close();
  await running?.worker.remove();
});

export async function attempt(design: Design): Promise<SimulateOutcome> {
  return simulate(design, {}, await engine());
}

export async function run(design: Design): Promise<Result> {
  const outcome = await attempt(design);
  if (outcome.kind !== 'done') throw new Error(`The case does not run: ${JSON.stringify(outcome)}`);
  return outcome.result;
}

/** When a request came, was begun, and was answered, in ms. */
interface SingleRequest {
  readonly arrivedMs: number;
  readonly startedMs: number;
  readonly endedMs: number;
}

/** Every request of one replication, as its trace has it at the component where it arrives. */
export async function singleRequests(design: Design): Promise<SingleRequest[]> {
  const [scenario] = design.scenarios!;
  const network = { ...compileNetwork(design, scenario!), traces: 1_000_000 };
  const outcome = await (await engine()).run({ network, replications: 1 });
  if (outcome.kind !== 'done') throw new Error(`The case does not run: ${JSON.stringify(outcome)}`);
  return outcome.records[0]!.traces.map(({ spans }) => spans[0]!);
}

export async function measure(model: Model, scenario: Partial<Scenario> = {}): Promise<Result> {
  return run(designOf(model, scenario));
}

/** A figure, what theory says of it, and how far five standard errors may reach (0.02: 2 % of it). */
export type Comparison = readonly [measured: Statistic | undefined, theory: number, reach?: number];

/**
 * Each figure lies within five standard errors of theory, and these are small enough for a wrong engine to be seen.
 * `reading` is what the instrument itself may be off, as a share: percentiles are right to 0.5 %.
 */
export function expectAgreement(comparisons: Readonly<Record<string, Comparison>>, reading = 0): void {
  const wrong = Object.entries(comparisons).flatMap(([name, [measured, theory, reach = 0.03]]) => {
    const complaint = disagreement(measured, theory, reach, reading);
    return complaint === null ? [] : [`${name}: ${complaint}`];
  });
  expect(wrong).toEqual([]);
}

function disagreement(measured: Statistic | undefined, theory: number, reach: number, reading: number): string | null {
  if (measured === undefined || measured.mean === null || measured.ci95 === null) return 'nothing was measured';
  const margin = (STANDARD_ERRORS * measured.ci95) / STUDENT_T;
  const distance = Math.abs(measured.mean - theory);
  // What is not random at all agrees to the last digits only.
  const rounding = 1e-9 * Math.abs(theory);
  if (distance > margin + reading * theory + rounding) {
    return `${measured.mean} ± ${margin} measured, ${theory} expected, ${((STANDARD_ERRORS * distance) / margin).toFixed(1)} errors off`;
  }
  if (margin > reach * Math.abs(theory)) {
    return `the margin of ${margin} around ${measured.mean} is too wide to prove anything about ${theory}`;
  }
  return null;
}

export function exponential(meanMs: number): Distribution {
  return { distribution: 'exponential', meanMs };
}

export function deterministic(meanMs: number): Distribution {
  return { distribution: 'deterministic', meanMs };
}

export function poisson(at: string, ratePerSecond: number): Arrival {
  return { at, process: 'poisson', ratePerSecond };
}

/** A service with exponential work. */
export function service(id: string, meanMs: number, rest: Partial<Component> = {}): Component {
  return { id, kind: 'service', service: exponential(meanMs), ...rest };
}

/** Where requests start: no work, and nobody waits. */
export function client(id: string, rest: Partial<Component> = {}): Component {
  return { id, kind: 'web-client', ...rest };
}

export function call(from: string, to: string, rest: Partial<Connection> = {}): Connection {
  return { id: `${from}-${to}`, from, to, ...rest };
}

/** A capacity so large that nobody ever waits. */
export const UNLIMITED = { concurrency: 100_000 } as const;
