// `spandrel plan FILE --slo EXPR`: the cheapest capacity that meets the objectives.
import { gathered, slo, vary, wholeNumber } from '../options.ts';
import type { PlanArguments } from '../plan-file.ts';
import type { Verb } from '../verb.ts';

export const planVerb: Verb = {
  name: 'plan',
  summary: 'find the cheapest capacity that meets the objectives',
  examples: [
    'plan shop.spandrel.json --slo "p95<200" --slo "errorRate<0.01"',
    'plan shop.spandrel.json --slo "api.p95<200" --vary components.api.capacity.replicas=1..8 --vary components.db.capacity.speed=1,2,4 --json',
  ],
  define(command, io, end) {
    command
      .argument('<file>', 'a design file, or - for standard input')
      .option(
        '--slo <expression>',
        'an objective besides those of the design, such as p95<200, api.p95<200 or throughput>100; may be given several times',
        gathered(slo),
      )
      .option(
        '--vary <path=range>',
        'what may be changed, as in sweep (default: the replicas, or the most of the autoscaler, of every component under load)',
        gathered(vary),
      )
      .option('--scenario <id>', 'the scenario (default: the first)')
      .option('--threads <n>', 'threads to run on (default: one a core)', wholeNumber({ min: 1, max: 1024 }))
      .option('--json', 'print the plan as one JSON document')
      .action(async (file: string, options: PlanArguments) => {
        const paths = (options.vary ?? []).map(({ path }) => path);
        const twice = paths.find((path, index) => paths.indexOf(path) < index);
        if (twice !== undefined) command.error(`error: --vary names ${twice} twice; put all its values in one range`);
        const { planFile } = await import('../plan-file.ts');
        end(await planFile(file, options, io));
      });
  },
};
