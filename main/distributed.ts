// Sweeps over several processes and machines: what this build is called in the queue, and how both ends are made.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Executor } from '../src/analysis/executor.ts';
import { fail, succeed, type Outcome } from '../src/model/finding.ts';
import { shownAddress } from '../worker/distributed/address.ts';
import { connectRedis } from '../worker/distributed/connection.ts';
import { createQueueExecutor } from '../worker/distributed/executor.ts';
import { DEFAULT_LOCK_MS, patienceOf, type Patience } from '../worker/distributed/names.ts';
import { presentWorkers } from '../worker/distributed/presence.ts';
import { serveTasks, type Serving } from '../worker/distributed/serve.ts';
import { resourcePath } from './files/resources.ts';
import { version } from './files/version.ts';
import { createPoolOf } from './threads.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Points at the same time, for so few workers that more would not help. */
const LEAST_AT_ONCE = 64;
const MOST_AT_ONCE = 4_096;
/** So that a worker that is done finds the next task waiting. */
const POINTS_A_WORKER = 4;

export interface Distributed {
  readonly executor: Executor;
  /** How many points may be under way, so that no worker waits for work. */
  readonly pointsAtOnce: number;
}

/** The executor whose replications are computed by whoever serves that Redis. */
export async function createDistributedExecutor(
  url: URL,
  env: Environment,
  tell: (sentence: string) => void,
): Promise<Outcome<Distributed>> {
  const connected = await connectRedis(url, tell);
  if (!connected.ok) return connected;
  const build = buildName();
  const options = { build, patience: patienceIn(env), address: shownAddress(url), tell };
  const present = await presentWorkers(connected.value.client, build);
  const wanted = POINTS_A_WORKER * (present?.workers ?? 0);
  const pointsAtOnce = Math.min(MOST_AT_ONCE, Math.max(LEAST_AT_ONCE, wanted));
  return succeed({ executor: await createQueueExecutor(connected.value, options), pointsAtOnce });
}

/** Serves the tasks of all sweeps on that Redis, on so many threads. */
export async function serveDistributed(
  url: URL,
  threads: number,
  env: Environment,
  tell: (sentence: string) => void,
): Promise<Outcome<Serving>> {
  const connected = await connectRedis(url, tell);
  if (!connected.ok) return fail(connected.findings);
  // Each a pool of its own, so that one can be destroyed without the others.
  const pools = await Promise.all(Array.from({ length: threads }, () => createPoolOf(1)));
  const options = { build: buildName(), patience: patienceIn(env), threads: pools, tell };
  return succeed(await serveTasks(connected.value, options));
}

/** Equal only where the figures are: the version, V8's, and the engine as it was built, which the entry names by its hash. */
export function buildName(): string {
  const engine = createHash('sha256')
    .update(readFileSync(resourcePath('out/main/worker.js')))
    .digest('hex');
  return `${version}-v8-${process.versions.v8}-${engine.slice(0, 12)}`;
}

/** `SPANDREL_PATIENCE_MS`: after so long a silent worker is taken for dead; sweep and workers are to agree. */
function patienceIn(env: Environment): Patience {
  const given = Number(env['SPANDREL_PATIENCE_MS']);
  return patienceOf(given >= 300 && given <= 3_600_000 ? given : DEFAULT_LOCK_MS);
}
