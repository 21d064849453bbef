// The report of `simulate --report`: whether it may be written where it is wanted, and writing it.
import { stat } from 'node:fs/promises';
import type { Design } from '../../src/model/design.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Result } from '../../src/simulation/result.ts';
import { fileFinding } from '../files/file-finding.ts';
import { writeWhole } from '../files/write-whole.ts';
import { notGood, type Ending } from './exit.ts';
import { absolutePath, STANDARD, type Io } from './io.ts';
import { withForce } from './print-findings.ts';

/** What stands in the way of a report that is to overwrite nothing. */
export async function reportStands(report: string, io: Io): Promise<readonly Finding[]> {
  const standing = await stat(absolutePath(io, report)).catch(() => null);
  if (!standing?.isFile()) return [];
  return withForce([fileFinding('file-exists', `${report} is there already`, 'Choose another name.')]);
}

/** Null where it was written; to standard output, or whole to a file. */
export async function writeReport(text: string, report: string, force: boolean, io: Io): Promise<Ending | null> {
  if (report === STANDARD) {
    await io.out(text);
    return null;
  }
  const written = await writeWhole(absolutePath(io, report), Buffer.from(text), { overwrite: force });
  if (!written.ok) return notGood(report, withForce(written.findings));
  io.err(`${report}: report written\n`);
  return null;
}

/** The design with its scenario as it was run, whatever the options of the run said in place of it. */
export function asRun(design: Design, { scenario, seed, replications, simulatedS, warmupS }: Result): Design {
  const scenarios = design.scenarios?.map((one) =>
    one.id === scenario ? { ...one, seed, replications, durationS: simulatedS, warmupS } : one,
  );
  return { ...design, ...(scenarios && { scenarios }) };
}
