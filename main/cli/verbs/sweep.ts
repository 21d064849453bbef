// `spandrel sweep FILE --vary PATH=RANGE`: a scenario at every combination of some values.
import { Option } from 'commander';
import { gathered, seconds, secondsOrAuto, setting, share, vary, wholeNumber } from '../options.ts';
import { readRedisUrl, REDIS_URL_FORM } from '../../../worker/distributed/address.ts';
import type { SweepArguments } from '../sweep-file.ts';
import type { Verb } from '../verb.ts';

/** So many results fit in the memory of a small machine. */
const MOST_POINTS = 100_000;

export const sweepVerb: Verb = {
  name: 'sweep',
  summary: 'simulate a scenario at every combination of some values',
  examples: [
    'sweep shop.spandrel.json --vary components.api.capacity.replicas=1..8',
    'sweep shop.spandrel.json --vary components.api.capacity.replicas=1..9:2 --vary scenarios.base.arrivals.0.ratePerSecond=100,200,400 --csv',
    'sweep shop.spandrel.json --vary components.api.capacity.dispatch=random,round-robin,least-connections --json',
    'sweep shop.spandrel.json --vary components.db.capacity.speed=0.5..4:0.5 --replications 100 --precision 0.02 --resume db.sweep',
    'sweep shop.spandrel.json --vary components.api.capacity.replicas=1..8 --engine bullmq --redis redis://127.0.0.1:6379',
  ],
  define(command, io, end) {
    command
      .argument('<file>', 'a design file, or - for standard input')
      .requiredOption(
        '--vary <path=range>',
        'what is varied: 1..8, 1..9:2 in steps of 2, or a,b,c; may be given several times',
        gathered(vary),
      )
      .option('--scenario <id>', 'the scenario (default: the first)')
      .option('--seed <n>', 'where chance starts, the same at every point', wholeNumber({ min: 0, max: 2 ** 32 - 1 }))
      .option(
        '--replications <n>',
        'independent runs of each point; with --precision the most there may be',
        wholeNumber({ min: 1, max: 10_000 }),
      )
      .option('--duration <s>', 'simulated seconds of each run, warm-up included', seconds)
      .option('--warmup <s>', 'seconds left out of the figures, or auto', secondsOrAuto)
      .option('--set <path=value>', 'change a value at every point; may be given several times', gathered(setting))
      .option(
        '--precision <share>',
        'end a point once mean response and throughput are known to within this share, such as 0.02',
        share,
      )
      .option('--threads <n>', 'threads to run on (default: one a core)', wholeNumber({ min: 1, max: 1024 }))
      .addOption(
        new Option('--engine <where>', 'where it is computed: here, or by the workers of a Redis').choices([
          'local',
          'bullmq',
        ]),
      )
      .option('--redis <url>', 'with --engine bullmq: redis://[USER:PASSWORD@]HOST:PORT, or rediss:// for TLS')
      .option('--resume <file>', 'keep each point there as it ends, and compute only those that are not there yet')
      .option('--json', 'print all points with their results as one JSON document')
      .option('--csv', 'print a table with comma-separated values')
      .action(async (file: string, options: SweepArguments) => {
        if (options.json && options.csv) command.error('error: --json and --csv cannot both have standard output');
        const paths = options.vary.map(({ path }) => path);
        const twice = paths.find((path, index) => paths.indexOf(path) < index);
        if (twice !== undefined) command.error(`error: --vary names ${twice} twice; put all its values in one range`);
        const points = options.vary.reduce((size, { values }) => size * values.length, 1);
        if (points > MOST_POINTS)
          command.error(`error: these are ${String(points)} points, and the most are ${String(MOST_POINTS)}`);
        const wrong = wrongEngine(options);
        if (wrong !== null) command.error(`error: ${wrong}`);
        const { sweepFile } = await import('../sweep-file.ts');
        end(await sweepFile(file, options, io));
      });
  },
};

/** What of the engine, the Redis and the threads does not go together; null where all does. */
function wrongEngine({ engine = 'local', redis, threads }: SweepArguments): string | null {
  if (engine === 'local') return redis === undefined ? null : '--redis is for --engine bullmq';
  if (redis === undefined)
    return '--engine bullmq needs the Redis that the workers serve, as --redis redis://HOST:PORT';
  // Not with the text itself: there may be a password in it.
  if (readRedisUrl(redis) === null) return `--redis is no ${REDIS_URL_FORM}`;
  return threads === undefined ? null : '--threads counts threads here; with --engine bullmq each worker has its own';
}
