// What a sweep over Redis costs beside the engine's own time: throughput with one worker and with two, and what a task adds,
// against its length. Times of the processors are those of the processes, so that a busy machine disturbs them little.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { serialize, setFlagsFromString } from 'node:v8';
import type { Redis } from 'ioredis';
import { buildName } from '../../main/distributed.ts';
import type { Design } from '../../src/model/design.ts';
import { compileNetwork } from '../../src/simulation/compile.ts';
import { runReplication } from '../../src/simulation/engine.ts';
import type { Network } from '../../src/simulation/network.ts';
import { ENGINE_V8_FLAGS } from '../../src/simulation/v8-flags.ts';
import { connectRedis } from '../../worker/distributed/connection.ts';
import { createQueueExecutor } from '../../worker/distributed/executor.ts';
import { DEFAULT_LOCK_MS, patienceOf } from '../../worker/distributed/names.ts';
import { noRedis, startRedis, type RedisServer } from '../fixtures/redis-server.ts';

const LENGTHS_MS = [5, 20, 100, 500];
/** Of the engine's time, for each length and number of workers. */
const WORK_MS = 6_000;
const ASKED = 1.7;

const design = JSON.parse(
  readFileSync(join(process.cwd(), 'templates/designs/microservices.spandrel.json'), 'utf8'),
) as Design;

/** With a run of so many simulated seconds. */
function networkOf(durationS: number): Network {
  const scenario = { ...design.scenarios![0]!, durationS, warmupS: 0 };
  return compileNetwork({ ...design, scenarios: [scenario] }, scenario);
}

/** The engine's own processor time for one replication, in ms, and the bytes of its record. */
function engineOf(network: Network, replications: number): { cpuMs: number; recordBytes: number } {
  let recordBytes = 0;
  const before = process.cpuUsage();
  for (let number = 0; number < replications; number++) {
    const outcome = runReplication(network, number);
    if (outcome.kind === 'done') recordBytes = serialize(outcome.record).length;
  }
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1e3 / replications, recordBytes };
}

/** Processor time of a process so far, in ms; by the kernel's ticks of 10 ms. */
function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

interface Counters {
  readonly cpuMs: number;
  /** And commands altogether, those inside of scripts included. */
  readonly scripts: number;
  readonly commands: number;
  readonly bytes: number;
}

async function countersOf(client: Redis): Promise<Counters> {
  const info = await client.info('everything');
  const figure = (name: string): number => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1] ?? 0);
  const calls = [...info.matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm)];
  const sum = (of: RegExp): number =>
    calls.reduce((all, [, name = '', count]) => all + (of.test(name) ? Number(count) : 0), 0);
  return {
    cpuMs: 1e3 * (figure('used_cpu_user') + figure('used_cpu_sys')),
    scripts: sum(/^eval/),
    commands: sum(/./),
    bytes: figure('total_net_input_bytes') + figure('total_net_output_bytes'),
  };
}

interface Measured {
  readonly perSecond: number;
  readonly redisMs: number;
  readonly sweepMs: number;
  readonly workerMs: number;
  readonly scripts: number;
  readonly commands: number;
  readonly bytes: number;
}

async function measure(
  redis: RedisServer,
  network: Network,
  tasks: number,
  workers: readonly ChildProcess[],
): Promise<Measured> {
  const connected = await connectRedis(new URL(redis.url), console.log);
  if (!connected.ok) throw new Error(connected.findings[0]?.message);
  const executor = await createQueueExecutor(connected.value, {
    build: buildName(),
    patience: patienceOf(DEFAULT_LOCK_MS),
    address: redis.url,
    tell: console.log,
    taskMs: 0,
  });
  // Once before, so that the threads are there and have the network compiled.
  await executor.run({ network, replications: 4 * workers.length });
  const [redisBefore, workersBefore, ownBefore] = [
    await countersOf(redis.client),
    workers.map(cpuOf),
    process.cpuUsage(),
  ];
  const since = performance.now();
  const outcome = await executor.run({ network, replications: tasks });
  const tookMs = performance.now() - since;
  const own = process.cpuUsage(ownBefore);
  await setTimeout(50);
  const after = await countersOf(redis.client);
  const workerMs = workers.reduce((sum, worker, index) => sum + cpuOf(worker) - workersBefore[index]!, 0);
  await executor.close();
  if (outcome.kind !== 'done' || outcome.records.length !== tasks) throw new Error(`not done but ${outcome.kind}`);
  return {
    perSecond: (1e3 * tasks) / tookMs,
    redisMs: (after.cpuMs - redisBefore.cpuMs) / tasks,
    sweepMs: (own.user + own.system) / 1e3 / tasks,
    workerMs: workerMs / tasks,
    scripts: (after.scripts - redisBefore.scripts) / tasks,
    commands: (after.commands - redisBefore.commands) / tasks,
    bytes: (after.bytes - redisBefore.bytes) / tasks,
  };
}

async function startWorkers(count: number, url: string): Promise<ChildProcess[]> {
  const program = join(process.cwd(), 'out/main/cli.js');
  return Promise.all(
    Array.from({ length: count }, async () => {
      const child = spawn(process.execPath, [program, 'worker', '--redis', url, '--threads', '1'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      return child;
    }),
  );
}

async function main(): Promise<void> {
  if (noRedis !== null) {
    console.log(noRedis);
    return;
  }
  for (const flag of ENGINE_V8_FLAGS) setFlagsFromString(flag);
  engineOf(networkOf(600), 5);
  const { cpuMs: unitMs } = engineOf(networkOf(600), 5);
  const rows: string[][] = [];
  for (const lengthMs of LENGTHS_MS) {
    const network = networkOf((600 * lengthMs) / unitMs);
    const engine = engineOf(network, Math.ceil(1_000 / lengthMs));
    const tasks = Math.ceil(WORK_MS / lengthMs);
    const measured: Measured[] = [];
    for (const count of [1, 2]) {
      const redis = await startRedis('everysec');
      const workers = await startWorkers(count, redis.url);
      try {
        measured.push(await measure(redis, network, tasks, workers));
      } finally {
        for (const worker of workers) worker.kill('SIGKILL');
        await redis.stop();
      }
    }
    const [one, two] = measured as [Measured, Measured];
    rows.push([
      engine.cpuMs.toFixed(1),
      one.perSecond.toFixed(1),
      two.perSecond.toFixed(1),
      (two.perSecond / one.perSecond).toFixed(2),
      (one.workerMs - engine.cpuMs).toFixed(2),
      one.sweepMs.toFixed(2),
      one.redisMs.toFixed(3),
      `${one.scripts.toFixed(1)} / ${one.commands.toFixed(1)}`,
      (one.bytes / 1024).toFixed(1),
      (engine.recordBytes / 1024).toFixed(1),
    ]);
  }
  const titles = [
    'task (ms)',
    '1 worker /s',
    '2 workers /s',
    `ratio (${String(ASKED)})`,
    'worker + ms',
    'sweep ms',
    'Redis ms',
    'scripts / commands',
    'KiB on the wire',
    'KiB record',
  ];
  const widths = titles.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  for (const row of [titles, ...rows])
    console.log(row.map((cell, column) => cell.padStart(widths[column]!)).join('  '));
}

await main();
