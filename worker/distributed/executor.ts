// The port on a Redis queue: replications go out as tasks of BullMQ, any number of `spandrel worker` processes compute
// them, and each answer is taken once, whatever happens on the way.
//
// A task is known here until its answer is here. Events tell that an answer lies ready; a look now and then finds what no
// event told, and sends again what Redis has lost. An answer depends on its task only, so it does not matter who gave it,
// nor how often it was computed.
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Executor, ExecutorJob, ExecutorOutcome } from '../../src/analysis/executor.ts';
import { nowMs } from '../clock.ts';
import type { Connection } from './connection.ts';
import { lostFinding, taskFinding, unreadableFinding } from './findings.ts';
import { Gathering, partsOf } from './gathering.ts';
import { decode, encode, type Answer, type TaskMessage } from './message.ts';
import { answersKey, ATTEMPTS, networksKey, PREFIX, queueName, type Patience } from './names.ts';
import { watchWorkers } from './presence.ts';

/** Between two looks at whether a run is cancelled. */
const CANCEL_LOOK_MS = 100;
/** A task is to take about so long: many times what the queue adds to it, and short beside a person's patience. */
const TASK_MS = 250;
/** An answer with so many records still is a small message. */
const MOST_REPLICATIONS = 50;
/** How long the connections of the queue may take to close. */
const CLOSE_MS = 1_000;
/** How long they may take to come up. */
const LISTEN_MS = 5_000;
/** A blocked read that a lost connection has left behind is given up after it, and a second; the default is ten times that. */
const EVENTS_BLOCK_MS = 1_000;
/** Tasks that are looked after at a time, the longest silent first. */
const LOOKED_AFTER = 1_000;
/** A task that Redis has lost is sent again so often. */
const MOST_SENDINGS = 5;
/** The queue's own few keys, when nobody sweeps any more. */
const QUEUE_LIFE_S = 86_400;

export interface QueueOptions {
  /** Who may share a queue: see `queueName`. */
  readonly build: string;
  readonly patience: Patience;
  /** As it is shown, without a password. */
  readonly address: string;
  /** Hears whole sentences about what goes on. */
  readonly tell: (sentence: string) => void;
  /** How long a task is to take; 0 for one replication each. */
  readonly taskMs?: number;
}

interface SentTask {
  readonly message: TaskMessage;
  readonly gathering: Gathering;
  readonly part: number;
  sendings: number;
  lookedAtMs: number;
}

/** Closes the connection with itself. */
export async function createQueueExecutor(connection: Connection, options: QueueOptions): Promise<Executor> {
  const executor = new QueueExecutor(connection, options);
  await executor.listening();
  return executor;
}

class QueueExecutor implements Executor {
  readonly #client: Redis;
  readonly #disconnect: () => void;
  readonly #options: QueueOptions;
  readonly #sweep = randomBytes(8).toString('hex');
  readonly #networks = networksKey(this.#sweep);
  readonly #answers = answersKey(this.#sweep);
  readonly #queue: Queue<TaskMessage>;
  readonly #events: QueueEvents;
  readonly #timers: NodeJS.Timeout[];
  readonly #stopWatching: () => void;
  readonly #live = new Map<number, { readonly gathering: Gathering; readonly network: Buffer }>();
  readonly #sent = new Map<string, SentTask>();
  /** Whose answers lie ready. */
  readonly #ready = new Set<string>();
  readonly #removals = new Set<Promise<unknown>>();
  #runs = 0;
  #msPerReplication = TASK_MS;

  constructor({ client, close }: Connection, options: QueueOptions) {
    this.#client = client;
    this.#disconnect = close;
    this.#options = options;
    const { build, patience } = options;
    this.#queue = new Queue(queueName(build), { connection: client, prefix: PREFIX });
    this.#events = new QueueEvents(queueName(build), {
      connection: client,
      prefix: PREFIX,
      blockingTimeout: EVENTS_BLOCK_MS,
    });
    // What is wrong with a connection is told once, by the first of them.
    this.#queue.on('error', () => undefined);
    this.#events.on('error', () => undefined);
    this.#events.on('completed', ({ jobId }) => this.#isReady(jobId));
    this.#events.on('failed', ({ jobId, failedReason }) =>
      this.#take(jobId, { kind: 'stopped', finding: taskFinding(failedReason) }),
    );
    this.#timers = [
      setInterval(() => this.#lookForCancelled(), CANCEL_LOOK_MS),
      setInterval(() => void this.#lookAfter().catch(() => undefined), patience.lookMs),
    ];
    this.#stopWatching = watchWorkers(client, { ...options, isWaiting: () => this.#sent.size > 0 });
  }

  /**
   * A connection of BullMQ that is lost before it was ready never is, nor can it be closed; so nothing begins before. Where it
   * takes too long the looks tell what its events do not.
   */
  async listening(): Promise<void> {
    await within(LISTEN_MS, this.#events.waitUntilReady());
  }

  async run(job: ExecutorJob): Promise<ExecutorOutcome> {
    const run = this.#runs++;
    const parts = partsOf(job, this.#partSize());
    const gathering = new Gathering(job, parts, nowMs());
    if (gathering.look()) return gathering.outcome;
    const network = encode(this.#options.build, job.network);
    this.#live.set(run, { gathering, network });
    const tasks = parts.map(({ first, replications }, part): SentTask => {
      const message = { sweep: this.#sweep, run, first, replications };
      return { message, gathering, part, sendings: 0, lookedAtMs: nowMs() };
    });
    for (const task of tasks) this.#sent.set(idOf(task), task);
    // Not waited for: with Redis away it comes later, and the run can still be cancelled.
    void this.#send(tasks);
    const outcome = await gathering.outcome;
    this.#live.delete(run);
    // Only what nobody needs is left, such as parts after one that cannot end.
    for (const task of tasks) this.#forget(task);
    if (this.#isUp()) void this.#client.hdel(this.#networks, String(run)).catch(() => undefined);
    return outcome;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#stopWatching();
    if (this.#isUp()) await this.#clear().catch(() => undefined);
    await this.#closeQueue();
    this.#disconnect();
  }

  /** Told in any case, as it would listen for ever. Where a connection is on its way back nobody says when that is done. */
  async #closeQueue(): Promise<void> {
    const closed = Promise.allSettled([this.#events.close(), this.#queue.close()]);
    if (this.#isUp()) await within(CLOSE_MS, closed);
  }

  /** Workers that are on a task of ours see within seconds that the networks are gone. */
  async #clear(): Promise<void> {
    await this.#keepAlive();
    await this.#client.del(this.#networks);
    const left = [...this.#sent.values()];
    for (const task of left) this.#forget(task);
    await Promise.allSettled(this.#removals);
    await this.#client.del(this.#answers);
  }

  #isUp(): boolean {
    return this.#client.status === 'ready';
  }

  #partSize(): number {
    const { taskMs = TASK_MS } = this.#options;
    return Math.min(MOST_REPLICATIONS, Math.max(1, Math.round(taskMs / this.#msPerReplication)));
  }

  async #send(tasks: readonly SentTask[]): Promise<void> {
    const { leaseMs, backoffMs } = this.#options.patience;
    for (const task of tasks) task.sendings += 1;
    try {
      const runs = new Set(tasks.map(({ message }) => message.run));
      const networks = [...runs].flatMap((run) => [String(run), this.#live.get(run)?.network ?? Buffer.alloc(0)]);
      await this.#client
        .multi()
        .hset(this.#networks, ...networks)
        .pexpire(this.#networks, leaseMs)
        .exec();
      await this.#queue.addBulk(
        tasks.map((task) => ({
          name: 'replications',
          data: task.message,
          opts: {
            jobId: idOf(task),
            attempts: ATTEMPTS,
            backoff: { type: 'exponential', delay: backoffMs },
            // The answer lies beside it, and a failure is told by its event.
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      );
    } catch (error) {
      // What is not there is sent again at the next look.
      const reason = error instanceof Error ? error.message : String(error);
      this.#options.tell(`${this.#options.address} did not take a task: ${reason}`);
    }
  }

  #isReady(id: string): void {
    if (!this.#sent.has(id)) return;
    if (this.#ready.size === 0) setImmediate(() => void this.#fetch().catch(() => undefined));
    this.#ready.add(id);
  }

  /** Those that are ready by now, together. */
  async #fetch(): Promise<void> {
    const ids = [...this.#ready];
    this.#ready.clear();
    const answers = await this.#client.hmgetBuffer(this.#answers, ...ids);
    const found = ids.filter((_, index) => isBytes(answers[index]));
    if (found.length > 0) void this.#client.hdel(this.#answers, ...found).catch(() => undefined);
    for (const [index, id] of ids.entries()) {
      const bytes = answers[index];
      if (isBytes(bytes)) this.#take(id, this.#read(bytes));
    }
  }

  #read(bytes: Buffer): Answer {
    try {
      return decode(this.#options.build, bytes) as Answer;
    } catch (error) {
      return { kind: 'stopped', finding: unreadableFinding(error) };
    }
  }

  /** Once: a task that is not known any more has had its answer. */
  #take(id: string, answer: Answer): void {
    const task = this.#sent.get(id);
    if (task === undefined) return;
    this.#sent.delete(id);
    if (answer.kind === 'done') {
      const measured = answer.wallMs / task.message.replications;
      this.#msPerReplication += (measured - this.#msPerReplication) / 8;
    }
    task.gathering.take(task.part, answer, nowMs());
  }

  #lookForCancelled(): void {
    for (const { gathering } of this.#live.values()) gathering.look();
  }

  /** What no event told, and what Redis has lost. */
  async #lookAfter(): Promise<void> {
    if (!this.#isUp()) return;
    await this.#keepAlive();
    const { lookMs } = this.#options.patience;
    const silent = [...this.#sent.values()]
      .filter(({ lookedAtMs }) => nowMs() - lookedAtMs >= lookMs)
      .sort((a, b) => a.lookedAtMs - b.lookedAtMs)
      .slice(0, LOOKED_AFTER);
    if (silent.length === 0) return;
    for (const task of silent) task.lookedAtMs = nowMs();
    // The task first: an answer is there before its task is gone.
    const asked = this.#client.pipeline();
    for (const task of silent) asked.exists(this.#queue.toKey(idOf(task)));
    for (const task of silent) asked.hexists(this.#answers, idOf(task));
    const said = (await asked.exec()) ?? [];
    const isThere = (index: number): boolean => said[index]?.[1] !== 0;
    const lost = silent.filter((_, index) => !isThere(index) && !isThere(silent.length + index));
    for (const [index, task] of silent.entries())
      if (!isThere(index) && isThere(silent.length + index)) this.#isReady(idOf(task));
    await this.#sendAgain(lost.filter((task) => this.#sent.has(idOf(task))));
  }

  /** While the sweep lives its keys do, and the few of the queue a day longer. */
  async #keepAlive(): Promise<void> {
    const kept = this.#client.pipeline().pexpire(this.#networks, this.#options.patience.leaseMs);
    for (const name of ['meta', 'id', 'events', 'marker']) kept.expire(this.#queue.toKey(name), QUEUE_LIFE_S);
    await kept.exec();
  }

  async #sendAgain(lost: readonly SentTask[]): Promise<void> {
    for (const task of lost)
      if (task.sendings >= MOST_SENDINGS)
        this.#take(idOf(task), { kind: 'stopped', finding: lostFinding(task.sendings) });
    const again = lost.filter((task) => this.#sent.has(idOf(task)));
    if (again.length > 0) await this.#send(again);
  }

  /** A worker that has begun it throws it away by itself. */
  #forget(task: SentTask): void {
    const id = idOf(task);
    if (!this.#sent.delete(id) || !this.#isUp()) return;
    const removal: Promise<unknown> = this.#queue
      .remove(id)
      .catch(() => undefined)
      .finally(() => this.#removals.delete(removal));
    this.#removals.add(removal);
  }
}

/** Until it has ended, well or not, but no longer than so many ms. */
async function within(ms: number, ending: Promise<unknown>): Promise<void> {
  const limit = new AbortController();
  await Promise.race([ending.catch(() => undefined), setTimeout(ms, null, { signal: limit.signal })]);
  limit.abort();
}

/** Null stands for what is not there. */
function isBytes(answer: Buffer | null | undefined): answer is Buffer {
  return Buffer.isBuffer(answer);
}

/** Never the same twice, whatever sweeps there are. */
function idOf({ message }: SentTask): string {
  return `${message.sweep}-${String(message.run)}-${String(message.first)}`;
}
