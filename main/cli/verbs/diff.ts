// `spandrel diff A B`: what changed between two designs, as a person would tell it; or one design as lines for git.
import type { Design } from '../../../src/model/design.ts';
import type { Outcome } from '../../../src/model/finding.ts';
import { done, notGood, type Ending } from '../exit.ts';
import { STANDARD, type Io } from '../io.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly json?: true;
  readonly textconv?: true;
}

export const diffVerb: Verb = {
  name: 'diff',
  summary: 'tell what changed between two designs',
  examples: [
    'diff old.spandrel.json new.spandrel.json',
    'diff old.spandrel.json - --json',
    'diff --textconv shop.spandrel.json',
  ],
  define(command, io, end) {
    command
      .argument('<a>', 'the design before, or - for standard input')
      .argument('[b]', 'the design after, or - for standard input')
      .option('--json', 'print the changes as one JSON document')
      .option('--textconv', 'print one design as lines in an order of their own, for the textconv of git')
      .action(async (a: string, b: string | undefined, { json, textconv }: Options) => {
        if (textconv && (json || b !== undefined)) command.error('error: --textconv is for one design, without --json');
        if (textconv) return end(await printLines(a, io));
        if (b === undefined) return command.error('error: missing the design after');
        if (a === STANDARD && b === STANDARD) command.error('error: only one of the two can be standard input');
        end(await diffFiles(a, b, json === true, io));
      });
  },
};

async function diffFiles(a: string, b: string, json: boolean, io: Io): Promise<Ending> {
  const [{ readDesignInput }, { diffDesigns }, { diffText, isViewOnly }] = await Promise.all([
    import('../input.ts'),
    import('../../../src/analysis/diff.ts'),
    import('../diff-report.ts'),
  ]);
  const read = async (file: string): Promise<Outcome<Design>> => readDesignInput(file, io);
  const before = await read(a);
  if (!before.ok) return notGood(a, before.findings);
  const after = await read(b);
  if (!after.ok) return notGood(b, after.findings);
  const changes = diffDesigns(before.value, after.value);
  if (!json) {
    await io.out(diffText(changes));
    return done;
  }
  const told = changes.map((change) => ({ ...change, viewOnly: isViewOnly(change) }));
  await io.out(`${JSON.stringify({ a, b, changes: told }, null, 2)}\n`);
  return done;
}

/** What is no design goes through as it stands: git gives up on a whole history for one file that fails. */
async function printLines(file: string, io: Io): Promise<Ending> {
  const [{ readInput }, { readDesign }, { designLines }] = await Promise.all([
    import('../input.ts'),
    import('../../../src/model/read.ts'),
    import('../../../src/analysis/design-lines.ts'),
  ]);
  const text = await readInput(file, io);
  if (!text.ok) return notGood(file, text.findings);
  const design = readDesign(text.value);
  await io.out(design.ok ? `${designLines(design.value).join('\n')}\n` : text.value);
  return done;
}
