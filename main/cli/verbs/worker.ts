// `spandrel worker --redis URL`: computes for the sweeps of others, until told to stop.
import { readRedisUrl, REDIS_URL_FORM, shownAddress } from '../../../worker/distributed/address.ts';
import { done, notGood, type Ending } from '../exit.ts';
import type { Io } from '../io.ts';
import { wholeNumber } from '../options.ts';
import { printable } from '../printable.ts';
import type { Verb } from '../verb.ts';

export const workerVerb: Verb = {
  name: 'worker',
  summary: 'compute for the sweeps that come over a Redis, until told to stop',
  examples: [
    'worker --redis redis://127.0.0.1:6379',
    'worker --redis rediss://me:secret@queue.example:6380 --threads 8',
  ],
  define(command, io, end) {
    command
      .requiredOption('--redis <url>', 'redis://[USER:PASSWORD@]HOST:PORT, or rediss:// for TLS')
      .option('--threads <n>', 'tasks at the same time (default: one a core)', wholeNumber({ min: 1, max: 1024 }))
      .action(async ({ redis, threads }: { readonly redis: string; readonly threads?: number }) => {
        const url = readRedisUrl(redis);
        // Not with the text itself: there may be a password in it.
        if (url === null) return command.error(`error: --redis is no ${REDIS_URL_FORM}`);
        end(await serve(url, threads, io));
      });
  },
};

async function serve(url: URL, given: number | undefined, io: Io): Promise<Ending> {
  const { coreCount } = await import('../../threads.ts');
  const { serveDistributed } = await import('../../distributed.ts');
  const threads = given ?? coreCount();
  const stopped = new Promise<void>((resolve) => io.onInterrupt(resolve));
  const serving = await serveDistributed(url, threads, io.env, (sentence) => {
    io.err(`${printable(sentence)}\n`);
  });
  if (!serving.ok) return notGood('worker', serving.findings);
  const count = threads === 1 ? '1 thread' : `${String(threads)} threads`;
  await io.out(`Serving ${shownAddress(url)} with ${count}; Ctrl+C ends it.\n`);
  await stopped;
  await serving.value.stop();
  return done;
}
