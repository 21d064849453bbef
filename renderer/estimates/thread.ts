// The thread of the window in which estimates that take many solutions are worked out, so that typing never waits.
import { answerOf, type Asked, type Told } from './asked.ts';

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const told: Told = { id: data.id, answer: answerOf(data) };
  self.postMessage(told);
});
