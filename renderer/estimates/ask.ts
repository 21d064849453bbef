// Asks the thread for estimates. Only the latest question of each topic is waited for: an earlier one that is still being
// worked out is given up with its thread, since the design it is of is gone.
import type { Design } from '../../src/model/design.ts';
import { answerOf, type Answers, type Told, type Topic } from './asked.ts';
import EstimateThread from './thread.ts?worker';

interface Waiting {
  readonly id: number;
  readonly topic: Topic;
  readonly thread: Worker;
}

let lastId = 0;
const waiting = new Map<Topic, Waiting>();

/** Null where it was given up, or there is no answer. */
export function ask<T extends Topic>(topic: T, design: Design, scenario: string): Promise<Answers[T] | null> {
  giveUp(topic);
  const id = ++lastId;
  const asked = { id, topic, design, scenario };
  const thread = new EstimateThread();
  waiting.set(topic, { id, topic, thread });
  return new Promise((resolve) => {
    const end = (answer: Told['answer']): void => {
      thread.terminate();
      if (waiting.get(topic)?.id === id) waiting.delete(topic);
      resolve(answer as Answers[T] | null);
    };
    thread.addEventListener('message', ({ data }: MessageEvent<Told>) => end(data.answer));
    // A thread that cannot be had: then here.
    thread.addEventListener('error', () => end(answerOf(asked)));
    thread.postMessage(asked);
  });
}

/** Nobody waits for it any more. */
export function giveUp(topic: Topic): void {
  waiting.get(topic)?.thread.terminate();
  waiting.delete(topic);
}
