// Speed of the engine beside a hand-written minimal loop that does the same work, in one process, in turns.
//
// `node bench.js` runs each case in a process of its own, as a command line run would; `node bench.js CASE` runs one.
import { execFileSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import type { Design } from '../../src/model/design.ts';
import { compileNetwork } from '../../src/simulation/compile.ts';
import { runReplication } from '../../src/simulation/engine.ts';
import { ENGINE_V8_FLAGS } from '../../src/simulation/v8-flags.ts';
import { runMinimalLoop, type Tandem } from './minimal-loop.ts';
import { measureStartup } from './startup.ts';
import { isBenchThread, measureThreads, serveTasks, type ThreadTask } from './threads.ts';

interface Case extends Tandem {
  readonly title: string;
  readonly customers: number;
  /** The least ratio of the engine's customers per second to the loop's. */
  readonly atLeast: number;
}

const WARM_UPS = 5;
const RUNS = 5;

const CASES: Record<string, Case> = {
  mm1: {
    title: 'M/M/1, 80/s, 10 ms',
    ratePerSecond: 80,
    stations: [{ servers: 1, meanMs: 10 }],
    customers: 1_000_000,
    atLeast: 1,
  },
  chain: {
    title: 'gateway → auth → billing, 100/s',
    ratePerSecond: 100,
    stations: [
      { servers: 4, meanMs: 5 },
      { servers: 4, meanMs: 8 },
      { servers: 4, meanMs: 10 },
    ],
    customers: 500_000,
    atLeast: 0.75,
  },
  pending10: {
    title: '10 pending events',
    ratePerSecond: 1000,
    stations: [{ servers: 100_000, meanMs: 10 }],
    customers: 1_000_000,
    atLeast: 0.6,
  },
  pending1k: {
    title: '1,000 pending events',
    ratePerSecond: 100_000,
    stations: [{ servers: 100_000, meanMs: 10 }],
    customers: 1_000_000,
    atLeast: 0.6,
  },
  pending: {
    title: '10,000 pending events',
    ratePerSecond: 1_000_000,
    stations: [{ servers: 100_000, meanMs: 10 }],
    customers: 1_000_000,
    atLeast: 0.9,
  },
};

/** 200 components with everything on, beside the chain: events per second of the engine itself. */
const LARGE = 'large';
/** The least ratio of its event rate to the chain's. */
const LARGE_AT_LEAST = 0.25;

/** What a command costs before and after its events. */
const STARTUP = 'startup';
/** Two threads beside one, with replications of some seconds each; told, but not judged. */
const THREADS = 'threads';
const THREADS_ASKED = 1.7;
const THREAD_CUSTOMERS = 10_000_000;

if (isBenchThread) serveTasks(runTask);
else {
  const [name] = process.argv.slice(2);
  if (name === undefined) runAll();
  else if (name === LARGE) runLarge();
  else if (name === STARTUP) runStartup();
  else if (name === THREADS) await runThreads();
  else runCase(CASES[name]!);
}

function runAll(): void {
  const header = ['case', 'engine', '', 'minimal loop', '', 'ratio', 'asked'];
  print(header);
  print(['', 'M customers/s', 'M events/s', 'M customers/s', 'M events/s', '', '']);
  const missed = [...Object.keys(CASES), LARGE, THREADS, STARTUP].filter((key) => {
    const output = execFileSync(process.execPath, [process.argv[1]!, key], { encoding: 'utf8' });
    process.stdout.write(output);
    return output.includes('MISSED');
  });
  if (missed.length > 0) process.exitCode = 1;
}

function runCase(bench: Case): void {
  for (const flag of ENGINE_V8_FLAGS) setFlagsFromString(flag);
  const engine: Speed[] = [];
  const loop: Speed[] = [];
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    const speeds = [measure(() => runEngine(bench, run)), measure(() => runLoop(bench, run))] as const;
    if (run < WARM_UPS) continue;
    engine.push(speeds[0]);
    loop.push(speeds[1]);
  }
  const ratio = median(engine.map(({ customers }, i) => customers / loop[i]!.customers));
  print([
    bench.title,
    millions(median(engine.map(({ customers }) => customers))),
    millions(median(engine.map(({ events }) => events))),
    millions(median(loop.map(({ customers }) => customers))),
    millions(median(loop.map(({ events }) => events))),
    ratio.toFixed(2),
    `≥ ${bench.atLeast}${ratio < bench.atLeast ? ' MISSED' : ''}`,
  ]);
}

function runLarge(): void {
  for (const flag of ENGINE_V8_FLAGS) setFlagsFromString(flag);
  const large = largeDesign();
  const rates = { large: [] as number[], chain: [] as number[] };
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    const speeds = [
      measure(() => runDesign(large, run)),
      measure(() => runDesign(designOf({ ...CASES['chain']!, customers: 200_000 }), run)),
    ] as const;
    if (run < WARM_UPS) continue;
    rates.large.push(speeds[0].events);
    rates.chain.push(speeds[1].events);
  }
  const ratio = median(rates.large.map((events, i) => events / rates.chain[i]!));
  print([
    '200 components, everything on; chain',
    '',
    millions(median(rates.large)),
    '',
    millions(median(rates.chain)),
    ratio.toFixed(2),
    `≥ ${LARGE_AT_LEAST}${ratio < LARGE_AT_LEAST ? ' MISSED' : ''}`,
  ]);
}

function runStartup(): void {
  const { nodeMs, simulateMs, limitMs } = measureStartup(process.cwd(), median);
  print(['start-up of simulate; node -e 0', `${simulateMs.toFixed(0)} ms`, '', `${nodeMs.toFixed(0)} ms`, '', '']);
  process.stdout.write(`  asked: at most ${limitMs.toFixed(0)} ms${simulateMs > limitMs ? ' MISSED' : ''}\n`);
}

async function runThreads(): Promise<void> {
  for (const flag of ENGINE_V8_FLAGS) setFlagsFromString(flag);
  const engine = await measureThreads('engine', THREAD_CUSTOMERS);
  const loop = await measureThreads('loop', THREAD_CUSTOMERS);
  print([
    'two threads beside one, M/M/1; loop',
    '',
    engine.toFixed(2),
    '',
    loop.toFixed(2),
    (engine / loop).toFixed(2),
    `${THREADS_ASKED} of one`,
  ]);
}

function runTask({ what, customers, seed }: ThreadTask): void {
  const bench = { ...CASES['mm1']!, customers };
  if (what === 'engine') runEngine(bench, seed);
  else runLoop(bench, seed);
}

/** Forty chains of five services, with autoscalers, retries, breakers and timeouts all along. */
function largeDesign(): Design {
  const chains = Array.from({ length: 40 }, (_, chain) => chain);
  const stages = Array.from({ length: 5 }, (_, stage) => stage);
  const id = (chain: number, stage: number): string => `c${chain}-${stage}`;
  return {
    spandrel: 1,
    name: 'Large',
    components: chains.flatMap((chain) =>
      stages.map((stage) => ({
        id: id(chain, stage),
        kind: 'service',
        capacity: { replicas: 2, concurrency: 4, dispatch: 'least-connections' as const },
        service: { distribution: 'exponential' as const, meanMs: 5 },
        errorRate: 0.01,
        autoscale: { min: 2, max: 8, periodS: 15 },
      })),
    ),
    connections: chains.flatMap((chain) =>
      stages.slice(1).map((stage) => ({
        id: `${id(chain, stage - 1)}-${stage}`,
        from: id(chain, stage - 1),
        to: id(chain, stage),
        latencyMs: 0.5,
        timeoutMs: 500,
        retry: { attempts: 3, backoffMs: 10, jitter: 'full' as const, budgetRatio: 0.2 },
        circuitBreaker: {},
      })),
    ),
    scenarios: [
      {
        id: 'base',
        durationS: 60,
        arrivals: chains.map((chain) => ({ at: id(chain, 0), process: 'poisson' as const, ratePerSecond: 100 })),
      },
    ],
  };
}

interface Work {
  readonly customers: number;
  readonly events: number;
}

/** Per second. */
type Speed = Work;

/** By processor time, collecting garbage and compiling included, so that what else runs on the machine counts little. */
function measure(run: () => Work): Speed {
  const start = process.cpuUsage();
  const { customers, events } = run();
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  return { customers: customers / seconds, events: events / seconds };
}

function runEngine(bench: Case, replication: number): Work {
  return runDesign(designOf(bench), replication);
}

function runDesign(design: Design, replication: number): Work {
  const outcome = runReplication(compileNetwork(design, design.scenarios![0]!), replication);
  if (outcome.kind !== 'done') throw new Error(`The run ended as ${outcome.kind}`);
  return { customers: outcome.record.requests.succeeded, events: outcome.record.events };
}

function runLoop(bench: Case, seed: number): Work {
  return runMinimalLoop(bench, bench.customers, seed + 1);
}

/** Each station is a service that calls the next, with a queue that all its servers share. */
function designOf({ ratePerSecond, stations, customers }: Case): Design {
  return {
    spandrel: 1,
    name: 'Bench',
    components: stations.map(({ servers, meanMs }, i) => ({
      id: `s${i}`,
      kind: 'service',
      capacity: { concurrency: servers, dispatch: 'shared-queue' },
      service: { distribution: 'exponential', meanMs },
    })),
    connections: stations.slice(1).map((_, i) => ({ id: `c${i}`, from: `s${i}`, to: `s${i + 1}` })),
    scenarios: [
      {
        id: 'base',
        durationS: customers / ratePerSecond,
        arrivals: [{ at: 's0', process: 'poisson', ratePerSecond }],
      },
    ],
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function millions(perSecond: number): string {
  return (perSecond / 1e6).toFixed(2);
}

function print(cells: readonly string[]): void {
  const [first, ...rest] = cells;
  process.stdout.write(`${first!.padEnd(34)}${rest.map((cell) => cell.padStart(15)).join('')}\n`);
}
