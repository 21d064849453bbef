// `spandrel compare A B`: two designs, scenarios or results side by side, with the significance of each difference.
import type { CompareArguments } from '../compare-files.ts';
import { STANDARD } from '../io.ts';
import { wholeNumber } from '../options.ts';
import type { Verb } from '../verb.ts';

export const compareVerb: Verb = {
  name: 'compare',
  summary: 'show two designs, scenarios or results side by side, and what of it is more than chance',
  examples: [
    'compare old.spandrel.json new.spandrel.json',
    'compare shop.spandrel.json --scenario base --with peak --replications 20',
    'compare monday.result.json tuesday.result.json --json',
  ],
  define(command, io, end) {
    command
      .argument('<a>', 'a design, or a result as "simulate --json" prints it; - for standard input')
      .argument('[b]', 'the other one; A once more unless given, with --with')
      .option('--scenario <id>', 'the scenario of the designs (default: the first of each)')
      .option('--with <id>', 'the scenario of B, where it is another')
      .option(
        '--replications <n>',
        'runs of each design (default: as many as the scenario of A says)',
        wholeNumber({ min: 2, max: 10_000 }),
      )
      .option('--threads <n>', 'threads to run on (default: one a core)', wholeNumber({ min: 1, max: 1024 }))
      .option('--json', 'print the comparison as one JSON document')
      .action(async (a: string, b: string | undefined, options: CompareArguments) => {
        if (b === undefined && options.with === undefined)
          command.error('error: missing what to compare with: a second file, or --with SCENARIO');
        if (a === STANDARD && b === STANDARD) command.error('error: only one of the two can be standard input');
        const { compareFiles } = await import('../compare-files.ts');
        end(await compareFiles(a, b, options, io));
      });
  },
};
