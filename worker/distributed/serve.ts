// A worker: takes tasks from the queue, computes each on a thread, and lays the answer down beside the task. The main
// thread only talks to Redis, so that it goes on saying that the worker lives.
import { Worker, WaitingError, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Executor } from '../../src/analysis/executor.ts';
import type { Network } from '../../src/simulation/network.ts';
import type { Connection } from './connection.ts';
import { decode, encode, type TaskMessage } from './message.ts';
import { answersKey, ATTEMPTS, lockKey, networksKey, PREFIX, queueName, type Patience } from './names.ts';
import { runWatched } from './thread.ts';

/** A task that has begun may end within so long, once the worker is told to stop; then it is given back. */
const GRACE_MS = 5_000;
/** Between two looks at whether a task is still wanted. */
const WANTED_LOOK_MS = 2_000;
/** After a lost connection, until a command of BullMQ is tried again. */
const RETRY_MS = 1_000;
/** Networks kept: of the sweeps that are served by turns. */
const KEPT_NETWORKS = 8;

/** Lays an answer down, unless another worker has the task by now or nobody waits for it. */
const DELIVER = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if redis.call('HEXISTS', KEYS[2], ARGV[2]) == 0 then return 1 end
redis.call('HSET', KEYS[3], ARGV[3], ARGV[4])
redis.call('PEXPIRE', KEYS[3], ARGV[5])
return 1`;

export interface ServeOptions {
  readonly build: string;
  readonly patience: Patience;
  /** Each computes one task at a time. */
  readonly threads: readonly Executor[];
  readonly tell: (sentence: string) => void;
}

export interface Serving {
  /** What has begun may end for some seconds, the rest is given back. Closes the threads and the connection too. */
  stop(): Promise<void>;
}

/** Resolves when tasks can come. */
export async function serveTasks({ client, close }: Connection, options: ServeOptions): Promise<Serving> {
  const { build, patience, threads, tell } = options;
  const tasks = new Tasks(client, options);
  const worker = new Worker<TaskMessage, string>(
    queueName(build),
    (job, token, signal) => tasks.compute(job, token, signal),
    {
      connection: client,
      prefix: PREFIX,
      name: `${String(process.pid)}`,
      concurrency: threads.length,
      lockDuration: patience.lockMs,
      stalledInterval: patience.lockMs / 2,
      maxStalledCount: ATTEMPTS - 1,
      runRetryDelay: RETRY_MS,
    },
  );
  // A connection that is lost is told by itself; a lock that is lost, by the next.
  worker.on('error', () => undefined);
  worker.on('lockRenewalFailed', (ids) => {
    for (const id of ids)
      if (worker.cancelJob(id)) tell(`Task ${id} is with another worker by now; what was computed here is dropped.`);
  });
  worker.on('failed', (job, error) => {
    tell(`Task ${job?.id ?? ''} failed: ${error.message}`);
  });
  await worker.waitUntilReady();
  return {
    stop: async () => {
      const grace = setTimeout(() => {
        tasks.giveBack();
      }, GRACE_MS);
      // Without Redis nothing can be given back; the silence will tell.
      await worker.close(client.status !== 'ready');
      clearTimeout(grace);
      await Promise.all(threads.map((thread) => thread.close()));
      close();
    },
  };
}

class Tasks {
  readonly #client: Redis;
  readonly #options: ServeOptions;
  readonly #free: Executor[];
  readonly #networks = new Map<string, Network>();
  #isGivingBack = false;

  constructor(client: Redis, options: ServeOptions) {
    this.#client = client;
    this.#options = options;
    this.#free = [...options.threads];
  }

  giveBack(): void {
    this.#isGivingBack = true;
  }

  /** What it returns says how it ended; the answer itself is beside the task. */
  async compute(job: Job<TaskMessage, string>, token = '', signal?: { readonly aborted: boolean }): Promise<string> {
    const { first, replications } = job.data;
    const network = await this.#network(job.data);
    if (network === null) return 'unwanted';
    const thread = this.#free.pop();
    if (thread === undefined) throw new Error('more tasks than threads');
    const wanted = this.#watchWanted(job.data);
    try {
      const isCancelled = (): boolean => this.#isGivingBack || !wanted.isWanted() || signal?.aborted === true;
      const task = { network, first, replications, isCancelled };
      const outcome = await runWatched(thread, task, this.#options.patience.hangMs);
      if (outcome.kind !== 'cancelled') return await this.#deliver(job, token, outcome);
    } finally {
      wanted.stop();
      this.#free.push(thread);
    }
    if (!wanted.isWanted()) return 'unwanted';
    if (signal?.aborted === true) throw new Error('another worker has it');
    await job.moveToWait(token);
    throw new WaitingError();
  }

  async #deliver(job: Job<TaskMessage, string>, token: string, answer: unknown): Promise<string> {
    const { sweep, run } = job.data;
    const { build, patience } = this.#options;
    const id = job.id ?? '';
    const keys = [lockKey(build, id), networksKey(sweep), answersKey(sweep)];
    const isOurs = await this.#client.eval(
      DELIVER,
      keys.length,
      ...keys,
      ...[token, run, id, encode(build, answer), patience.leaseMs],
    );
    if (isOurs !== 1) throw new Error('another worker has it');
    return 'done';
  }

  /** Null where nobody waits for the run any more. */
  async #network({ sweep, run }: TaskMessage): Promise<Network | null> {
    const field = String(run);
    const key = `${sweep}-${field}`;
    const known = this.#networks.get(key);
    if (known !== undefined) return (await this.#isWanted(sweep, field)) ? known : null;
    const bytes = await this.#client.hgetBuffer(networksKey(sweep), field);
    if (bytes === null) return null;
    const network = decode(this.#options.build, bytes) as Network;
    this.#networks.set(key, network);
    const [oldest] = this.#networks.keys();
    if (this.#networks.size > KEPT_NETWORKS && oldest !== undefined) this.#networks.delete(oldest);
    return network;
  }

  async #isWanted(sweep: string, run: string): Promise<boolean> {
    return (await this.#client.hexists(networksKey(sweep), run)) === 1;
  }

  /** Without an answer from Redis it goes on: what is computed meanwhile may still be wanted. */
  #watchWanted({ sweep, run }: TaskMessage) {
    let isWanted = true;
    const look = setInterval(() => {
      if (this.#client.status !== 'ready') return;
      void this.#isWanted(sweep, String(run)).then(
        (now) => {
          isWanted = now;
        },
        () => undefined,
      );
    }, WANTED_LOOK_MS);
    return {
      isWanted: () => isWanted,
      stop: () => {
        clearInterval(look);
      },
    };
  }
}
