// `spandrel simulate FILE`: replications of one scenario, and the figures that come of them.
import { STANDARD } from '../io.ts';
import { gathered, seconds, secondsOrAuto, setting, wholeNumber } from '../options.ts';
import type { SimulateArguments } from '../simulate-file.ts';
import type { Verb } from '../verb.ts';

export const simulateVerb: Verb = {
  name: 'simulate',
  summary: 'simulate a scenario and print its figures',
  examples: [
    'simulate shop.spandrel.json',
    'simulate shop.spandrel.json --scenario peak --replications 20 --json',
    'simulate shop.spandrel.json --set components.api.capacity.replicas=4 --check',
    'simulate shop.spandrel.json --report shop.html',
    'simulate shop.spandrel.json --check --github --junit objectives.xml',
  ],
  define(command, io, end) {
    command
      .argument('<file>', 'a design file, or - for standard input')
      .option('--scenario <id>', 'the scenario (default: the first)')
      .option(
        '--seed <n>',
        'where chance starts; the same seed gives the same figures',
        wholeNumber({ min: 0, max: 2 ** 32 - 1 }),
      )
      .option(
        '--replications <n>',
        'independent runs, from which the intervals come',
        wholeNumber({ min: 1, max: 10_000 }),
      )
      .option('--duration <s>', 'simulated seconds of each run, warm-up included', seconds)
      .option('--warmup <s>', 'seconds left out of the figures, or auto', secondsOrAuto)
      .option('--set <path=value>', 'change a value for this run; may be given several times', gathered(setting))
      .option('--threads <n>', 'threads to run on (default: one a core)', wholeNumber({ min: 1, max: 1024 }))
      .option(
        '--traces <n>',
        'keep so many requests of the first run, the slowest included: with --json as OTLP under "traces", else drawn',
        wholeNumber({ min: 1, max: 10_000 }),
      )
      .option('--check', 'exit with 1 where an objective is missed')
      .option('--junit <file>', 'write the objectives as JUnit XML, one test case each; - is standard output')
      .option('--github', 'print an annotation of GitHub for each objective that is missed')
      .option('--json', 'print the result as one JSON document')
      .option('--report <file>', 'write a page of HTML with figures and charts; - is standard output')
      .option('--force', 'overwrite a report that is there already')
      .action(async (file: string, options: SimulateArguments) => {
        if (options.report === STANDARD && options.json)
          command.error('error: --report - and --json cannot both have standard output; name a file for the report');
        if (options.junit === STANDARD && (options.json || options.report === STANDARD))
          command.error('error: only one of --json, --report - and --junit - can have standard output');
        const { simulateFile } = await import('../simulate-file.ts');
        end(await simulateFile(file, options, io));
      });
  },
};
