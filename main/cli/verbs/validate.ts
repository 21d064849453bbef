// `spandrel validate FILE`: schema and meaning, every finding with its path.
import { isError, type Finding } from '../../../src/model/finding.ts';
import { done, notGood, type Ending } from '../exit.ts';
import type { Io } from '../io.ts';
import { findingsText } from '../print-findings.ts';
import type { Verb } from '../verb.ts';

export const validateVerb: Verb = {
  name: 'validate',
  summary: 'check a design: schema and meaning',
  examples: ['validate shop.spandrel.json', 'validate --json - < shop.spandrel.json'],
  define(command, io, end) {
    command
      .argument('<file>', 'a design file, or - for standard input')
      .option('--json', 'print the findings as one JSON document')
      .action(async (file: string, options: { json?: true }) => {
        end(await validate(file, options.json === true, io));
      });
  },
};

async function validate(file: string, json: boolean, io: Io): Promise<Ending> {
  const findings = await findingsOf(file, io);
  if (json) await io.out(`${JSON.stringify({ findings }, null, 2)}\n`);
  const errors = findings.filter(isError);
  if (errors.length > 0) return notGood(file, json ? errors : findings);
  if (json) return done;
  io.err(findingsText(file, findings));
  await io.out(`${file}: ${summary(findings)}\n`);
  return done;
}

async function findingsOf(file: string, io: Io): Promise<readonly Finding[]> {
  const [{ readDesignInput }, { validateDesign }] = await Promise.all([
    import('../input.ts'),
    import('../../../src/catalogue/validate.ts'),
  ]);
  const read = await readDesignInput(file, io);
  return read.ok ? distinct([...read.notes, ...validateDesign(read.value)]) : read.findings;
}

/** Reading and meaning both look at ranges and unknown keys. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function summary(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  const warnings = count('warning');
  const remarks = [
    warnings === 1 ? '1 warning' : `${String(warnings)} warnings`,
    `${String(count('advice'))} of advice`,
  ];
  return findings.length === 0 ? 'good, nothing to remark' : `good, with ${remarks.join(' and ')}`;
}
