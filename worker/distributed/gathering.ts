// The answers to the parts of one run, in whatever order they come, become its outcome.
import type { ExecutorJob, ExecutorOutcome } from '../../src/analysis/executor.ts';
import type { Answer } from './message.ts';

/** Some replications that are computed together. */
export interface Part {
  readonly first: number;
  readonly replications: number;
}

/** Parts of at most `size` replications. */
export function partsOf(
  { first = 0, replications }: Pick<ExecutorJob, 'first' | 'replications'>,
  size: number,
): Part[] {
  const count = Math.ceil(replications / size);
  return Array.from({ length: count }, (_, index) => ({
    first: first + index * size,
    replications: Math.min(size, replications - index * size),
  }));
}

export class Gathering {
  readonly outcome: Promise<ExecutorOutcome>;
  readonly #job: ExecutorJob;
  readonly #parts: readonly Part[];
  readonly #startedMs: number;
  readonly #answers: (Answer | undefined)[];
  #end: (outcome: ExecutorOutcome) => void = () => undefined;
  /** Parts from this one on are not needed: the run ends with the one before. */
  #needed: number;

  constructor(job: ExecutorJob, parts: readonly Part[], startedMs: number) {
    this.#job = job;
    this.#parts = parts;
    this.#startedMs = startedMs;
    this.#answers = parts.map(() => undefined);
    this.#needed = parts.length;
    this.outcome = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  isNeeded(part: number): boolean {
    return part < this.#needed && this.#answers[part] === undefined;
  }

  /** A second answer to the same part is not looked at. */
  take(part: number, answer: Answer, nowMs: number): void {
    if (!this.isNeeded(part)) return;
    this.#answers[part] = answer;
    // Earlier parts go on, so that it is always the first obstacle that is told.
    if (answer.kind === 'stopped') this.#needed = part + 1;
    this.#tell();
    const answers = this.#answers.slice(0, this.#needed);
    if (!answers.includes(undefined)) this.#end(outcomeOf(answers as Answer[], nowMs - this.#startedMs));
  }

  /** Whether it has been cancelled by that: asked for again and again while it runs. */
  look(): boolean {
    if (this.#job.isCancelled?.() !== true) return false;
    this.#needed = 0;
    this.#end({ kind: 'cancelled' });
    return true;
  }

  #tell(): void {
    const { replications, onProgress } = this.#job;
    const replicationsDone = this.#parts.reduce(
      (sum, part, index) => sum + (this.#answers[index]?.kind === 'done' ? part.replications : 0),
      0,
    );
    onProgress?.({ fraction: replicationsDone / replications, replicationsDone, replications });
  }
}

function outcomeOf(answers: readonly Answer[], wallMs: number): ExecutorOutcome {
  const stopped = answers.find((answer) => answer.kind === 'stopped');
  if (stopped !== undefined) return stopped;
  return { kind: 'done', records: answers.flatMap((answer) => (answer.kind === 'done' ? answer.records : [])), wallMs };
}
