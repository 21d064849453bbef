// The exit codes of the command line, and the one place where what happened becomes one of them.
import { CommanderError } from 'commander';
import type { Finding } from '../../src/model/finding.ts';

export const EXIT = { done: 0, notGood: 1, usage: 2, defect: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How a verb ended: what it had to print it has printed, but for the findings. */
export type Ending =
  | { readonly kind: 'done' }
  /** The input or the answer is not good; `file` is how the user named what the findings are about. */
  | { readonly kind: 'notGood'; readonly file: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'interrupted' };

export const done: Ending = { kind: 'done' };

export function notGood(file: string, findings: readonly Finding[]): Ending {
  return { kind: 'notGood', file, findings };
}

export function exitCodeOf(ending: Ending): ExitCode {
  switch (ending.kind) {
    case 'done':
      return EXIT.done;
    case 'notGood':
      return EXIT.notGood;
    case 'interrupted':
      return EXIT.interrupted;
  }
}

/** What was thrown: help that was asked for, wrong usage, or a defect. */
export function exitCodeOfError(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  return EXIT.defect;
}
