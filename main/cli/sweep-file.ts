// What `spandrel sweep` does, with all that it needs: loaded at once, and only by those who sweep.
import { sweep, type SweepOptions, type SweepPoint } from '../../src/analysis/sweep.ts';
import { sizeOf, type Vary } from '../../src/analysis/sweep/grid.ts';
import type { Design } from '../../src/model/design.ts';
import type { Finding } from '../../src/model/finding.ts';
import { coreCount, createSweepExecutor } from '../threads.ts';
import { done, notGood, type Ending } from './exit.ts';
import { readDesignInput } from './input.ts';
import { absolutePath, type Io } from './io.ts';
import type { Setting } from './options.ts';
import { findingsText } from './print-findings.ts';
import { createProgressBar } from './progress-bar.ts';
import { openResumeFile, type ResumeFile } from './resume-file.ts';
import { withSettings } from './simulate-file.ts';
import { setText, sweepCsv, sweepText } from './sweep-report.ts';

export interface SweepArguments {
  readonly vary: readonly Vary[];
  readonly scenario?: string;
  readonly seed?: number;
  readonly replications?: number;
  readonly duration?: number;
  readonly warmup?: number | 'auto';
  readonly set?: readonly Setting[];
  readonly precision?: number;
  readonly threads?: number;
  readonly resume?: string;
  readonly json?: true;
  readonly csv?: true;
}

export async function sweepFile(file: string, options: SweepArguments, io: Io): Promise<Ending> {
  const read = await readDesignInput(file, io);
  if (!read.ok) return notGood(file, read.findings);
  const design = withSettings(read.value, options.set ?? []);
  if (!design.ok) return notGood(file, design.findings);
  const opened = await openedResume(design.value, options, io);
  if (!opened.ok) return notGood(options.resume ?? '', opened.findings);
  const outcome = await run(design.value, options, opened.value, io);
  if (outcome.kind === 'cancelled') {
    io.err(options.resume === undefined ? 'Cancelled.\n' : `Cancelled; the points so far are in ${options.resume}.\n`);
    return { kind: 'interrupted' };
  }
  io.err(findingsText(file, read.notes));
  await io.out(textOf(design.value, outcome.points, options));
  tellImprecise(outcome.points, io);
  return failures(file, outcome.points);
}

async function openedResume(design: Design, options: SweepArguments, io: Io) {
  if (options.resume === undefined) return { ok: true, value: null } as const;
  const { vary, precision } = options;
  const question = { design, vary, options: optionsOf(options), precision };
  return openResumeFile(absolutePath(io, options.resume), question);
}

function optionsOf({ scenario, seed, replications, duration, warmup, precision }: SweepArguments): SweepOptions {
  return { scenario, seed, replications, durationS: duration, warmupS: warmup, precision } as SweepOptions;
}

async function run(design: Design, options: SweepArguments, resume: ResumeFile | null, io: Io) {
  const threads = options.threads ?? coreCount();
  let isCancelled = false;
  const cancel = (): void => {
    isCancelled = true;
  };
  const stopListening = threads === 1 ? () => undefined : io.onInterrupt(cancel);
  const bar = await createProgressBar(io, 'point');
  const isAllKnown = resume?.known.size === sizeOf(options.vary);
  const executor = await createSweepExecutor(isAllKnown ? 1 : threads);
  try {
    return await sweep(design, options.vary, optionsOf(options), executor, {
      onProgress: bar.show,
      isCancelled: () => isCancelled,
      atOnce: threads,
      ...(resume && { known: resume.known, onPoint: resume.keep }),
    });
  } finally {
    bar.stop();
    stopListening();
    await executor.close();
    await resume?.close();
  }
}

function textOf(design: Design, points: readonly SweepPoint[], { json, csv, vary }: SweepArguments): string {
  if (json) return `${JSON.stringify({ points }, null, 2)}\n`;
  return csv ? sweepCsv(vary, points) : sweepText(design, vary, points);
}

function tellImprecise(points: readonly SweepPoint[], io: Io): void {
  const count = points.filter(({ precise }) => precise === false).length;
  if (count > 0)
    io.err(
      `${String(count)} of ${String(points.length)} points did not reach the precision; give more --replications.\n`,
    );
}

/** Each finding with the setting at which it was made. */
function failures(file: string, points: readonly SweepPoint[]): Ending {
  const findings = points.flatMap(({ set, findings = [] }) =>
    findings.map((finding): Finding => ({ ...finding, message: `at ${setText(set)}: ${finding.message}` })),
  );
  return findings.length === 0 ? done : notGood(file, findings);
}
