// `spandrel new TEMPLATE --out FILE`: a starter design as a file of one's own.
import type { Command } from 'commander';
import { done, notGood, type Ending } from '../exit.ts';
import { absolutePath, STANDARD, type Io } from '../io.ts';
import { withForce } from '../print-findings.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly out: string;
  readonly force?: true;
  readonly json?: true;
}

export const newVerb: Verb = {
  name: 'new',
  summary: 'write a starter design to a file',
  examples: ['new microservices --out shop.spandrel.json', 'new layered --out - | spandrel validate -'],
  define(command, io, end) {
    command
      .argument('<template>', 'one of: spandrel templates')
      .requiredOption('--out <file>', 'the design file to write, or - for standard output')
      .option('--force', 'overwrite a file that is there already')
      .option('--json', 'print what was written as one JSON document')
      .action(async (template: string, options: Options) => {
        end(await create(template, options, io, command));
      });
  },
};

async function create(template: string, options: Options, io: Io, command: Command): Promise<Ending> {
  const [{ createTemplates }, { writeWhole }] = await Promise.all([
    import('../../files/templates.ts'),
    import('../../files/write-whole.ts'),
  ]);
  const text = await createTemplates().read(template);
  if (!text.ok) command.error(text.findings.map((finding) => `error: ${finding.message}. ${finding.mend}`).join('\n'));
  if (options.out === STANDARD) {
    await io.out(text.value);
    return done;
  }
  const path = absolutePath(io, options.out);
  const written = await writeWhole(path, Buffer.from(text.value), { overwrite: options.force === true });
  if (!written.ok) return notGood(options.out, withForce(written.findings));
  await io.out(
    options.json ? `${JSON.stringify({ written: [path] }, null, 2)}\n` : `${options.out} written from ${template}\n`,
  );
  return done;
}
