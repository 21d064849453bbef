// The form of a verb: its line in the help, its options, and what it does. Heavy modules are loaded by the verb that needs them.
import type { Command } from 'commander';
import type { Ending } from './exit.ts';
import type { Io } from './io.ts';

export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** Whole command lines, without the program's name; the first is what wrong usage is answered with. */
  readonly examples: readonly string[];
  /** Adds arguments and options, and an action that hands its ending to `end`. Wrong usage is `command.error(…)`. */
  readonly define: (command: Command, io: Io, end: (ending: Ending) => void) => void | Promise<void>;
}
