// What `spandrel sweep` does, with all that it needs: loaded at once, and only by those who sweep.
import type { Executor } from '../../src/analysis/executor.ts';
import { sweep, type SweepOptions, type SweepPoint } from '../../src/analysis/sweep.ts';
import { sizeOf, type Vary } from '../../src/analysis/sweep/grid.ts';
import { LEAST_REPLICATIONS } from '../../src/analysis/sweep/precision.ts';
import type { Design } from '../../src/model/design.ts';
import { succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { readRedisUrl } from '../../worker/distributed/address.ts';
import { coreCount, createSweepExecutor } from '../threads.ts';
import { done, notGood, type Ending } from './exit.ts';
import { readDesignInput } from './input.ts';
import { absolutePath, type Io } from './io.ts';
import type { Setting } from './options.ts';
import { findingsText } from './print-findings.ts';
import { printable } from './printable.ts';
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
  readonly engine?: 'local' | 'bullmq';
  /** With the engine bullmq, and of the right form. */
  readonly redis?: string;
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
  const place = await placeFor(options, opened.value, io);
  if (!place.ok) {
    await opened.value?.close();
    return notGood('sweep', place.findings);
  }
  const outcome = await run(design.value, options, place.value, opened.value, io);
  if (outcome.kind === 'unkept') return notGood(options.resume ?? '', [outcome.finding]);
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

/** Where it is computed, and how much of it at the same time. */
interface Place {
  readonly executor: Executor;
  readonly atOnce: number;
  readonly replicationsAtOnce?: number;
  /** It leaves the thread to hear a signal. */
  readonly isAside: boolean;
}

async function placeFor(options: SweepArguments, resume: ResumeFile | null, io: Io): Promise<Outcome<Place>> {
  const size = sizeOf(options.vary);
  const url = options.redis === undefined ? null : readRedisUrl(options.redis);
  const isAllKnown = resume?.known.size === size;
  const threads = isAllKnown ? 1 : (options.threads ?? coreCount());
  if (url === null || isAllKnown)
    return succeed({ executor: await createSweepExecutor(threads), atOnce: threads, isAside: threads !== 1 });
  const { createDistributedExecutor } = await import('../distributed.ts');
  const made = await createDistributedExecutor(url, io.env, (sentence) => {
    io.err(`${printable(sentence)}\n`);
  });
  if (!made.ok) return made;
  const { executor, pointsAtOnce: atOnce } = made.value;
  // With many points few of each: what comes after the last one needed is computed for nothing.
  const replicationsAtOnce = Math.max(LEAST_REPLICATIONS, Math.ceil(atOnce / size));
  return succeed({ executor, atOnce, replicationsAtOnce, isAside: true });
}

async function run(design: Design, options: SweepArguments, place: Place, resume: ResumeFile | null, io: Io) {
  const { executor, isAside, ...atOnce } = place;
  let isCancelled = false;
  const cancel = (): void => {
    isCancelled = true;
  };
  const stopListening = isAside ? io.onInterrupt(cancel) : () => undefined;
  const bar = await createProgressBar(io, 'point');
  try {
    return await sweep(design, options.vary, optionsOf(options), executor, {
      onProgress: bar.show,
      isCancelled: () => isCancelled,
      ...atOnce,
      ...(resume && { known: resume.known, onPoint: resume.keep }),
    });
  } catch (error) {
    const finding = resume?.failure() ?? null;
    if (finding === null) throw error;
    return { kind: 'unkept' as const, finding };
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
