// `spandrel estimate FILE`: the analytic answer in milliseconds, without simulation.
import type { Ending } from '../exit.ts';
import { done, notGood } from '../exit.ts';
import type { Io } from '../io.ts';
import { findingsText } from '../print-findings.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly scenario?: string;
  readonly json?: true;
}

export const estimateVerb: Verb = {
  name: 'estimate',
  summary: 'work out the figures of a scenario at once, as a network of queues',
  examples: ['estimate shop.spandrel.json', 'estimate shop.spandrel.json --scenario peak --json'],
  define(command, io, end) {
    command
      .argument('<file>', 'a design file, or - for standard input')
      .option('--scenario <id>', 'the scenario (default: the first)')
      .option('--json', 'print the estimate as one JSON document')
      .action(async (file: string, options: Options) => {
        end(await estimateFile(file, options, io));
      });
  },
};

async function estimateFile(file: string, { scenario, json }: Options, io: Io): Promise<Ending> {
  const [{ readDesignInput }, { estimateFully }] = await Promise.all([
    import('../input.ts'),
    import('../../../src/analysis/estimate.ts'),
  ]);
  const read = await readDesignInput(file, io);
  if (!read.ok) return notGood(file, read.findings);
  const outcome = estimateFully(read.value, scenario);
  if (!outcome.ok) return notGood(file, outcome.findings);
  io.err(findingsText(file, read.notes));
  if (json) {
    await io.out(`${JSON.stringify(outcome.value, null, 2)}\n`);
    return done;
  }
  const { estimateText } = await import('../estimate-report.ts');
  await io.out(estimateText(read.value, outcome.value));
  return done;
}
