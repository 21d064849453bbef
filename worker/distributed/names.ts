// What sweep and workers call things in Redis, and how long they wait for each other.

/** Before every key of ours. */
export const PREFIX = 'spandrel';

/**
 * Workers of another build never see the tasks, so that no answer can come from another engine or another V8: each build
 * has a queue of its own.
 */
export function queueName(build: string): string {
  return `tasks-${build}`;
}

/** BullMQ's own: whose task it is at the moment. */
export function lockKey(build: string, task: string): string {
  return `${PREFIX}:${queueName(build)}:${task}:lock`;
}

/** A hash: each network of the sweep that is being computed, by the number of its run. Its time to live is the sweep's lease. */
export function networksKey(sweep: string): string {
  return `${PREFIX}:sweep:${sweep}:networks`;
}

/** A hash: the answers that the sweep has not fetched yet, by task. */
export function answersKey(sweep: string): string {
  return `${PREFIX}:sweep:${sweep}:answers`;
}

export interface Patience {
  /** So long a worker may be silent before its task is given to another. */
  readonly lockMs: number;
  /** So long a replication may stand still before its thread is destroyed. */
  readonly hangMs: number;
  /** The first wait before a failed task is tried again; the next is twice as long. */
  readonly backoffMs: number;
  /** Between two looks at what should have come by itself. */
  readonly lookMs: number;
  /** So long the keys of a sweep live without it. */
  readonly leaseMs: number;
}

/** All from one figure: the silence in ms after which a worker is taken for dead. */
export function patienceOf(lockMs: number): Patience {
  return { lockMs, hangMs: 2 * lockMs, backoffMs: lockMs / 15, lookMs: lockMs / 3, leaseMs: 8 * lockMs };
}

export const DEFAULT_LOCK_MS = 15_000;

/** How often a task is tried where it fails, and how many workers it may take with it, before its point has failed. */
export const ATTEMPTS = 3;
