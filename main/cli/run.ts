// The `spandrel` command: finds the verb, lets it define itself, runs it, and turns what happened into an exit code.
import { Command } from 'commander';
import { createDefectLog } from '../files/defect-log.ts';
import { stateFolder } from '../files/folders.ts';
import { version } from '../files/version.ts';
import { done, exitCodeOf, exitCodeOfError, EXIT, type Ending, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { findingsText } from './print-findings.ts';
import type { Verb } from './verb.ts';
import { verbs } from './verbs/index.ts';

/** `argv` is what follows the program's name. Never throws. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  let ending: Ending = done;
  try {
    const program = await createProgram(argv, io, (verbEnding) => {
      ending = verbEnding;
    });
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    const code = exitCodeOfError(error);
    if (code === EXIT.defect) reportDefect(error, argv, io);
    return code;
  }
  return finish(ending, io);
}

function finish(ending: Ending, io: Io): ExitCode {
  if (ending.kind === 'notGood') io.err(findingsText(ending.file, ending.findings));
  return exitCodeOf(ending);
}

async function createProgram(argv: readonly string[], io: Io, end: (ending: Ending) => void): Promise<Command> {
  const pending: Promise<void>[] = [];
  const program = new Command('spandrel')
    .description(
      'Design a software architecture, load it in a simulator, see where it breaks and what it costs, and hand it on.',
    )
    .version(version)
    .configureOutput({
      writeOut: (text) => {
        pending.push(io.out(text));
      },
      writeErr: io.err,
    })
    .exitOverride((error) => {
      throw error;
    })
    .showHelpAfterError('Usage: spandrel VERB …\nsee: spandrel --help')
    .addHelpText('after', '\n"spandrel VERB --help" says more. A file named - is standard input or output.');
  const asked = argv[0] === 'help' ? argv[1] : argv[0];
  for (const verb of verbs) await addVerb(program, verb, verb.name === asked, io, end);
  return program;
}

/** Only the verb that was asked for is defined in full, since that may load what the others do not need. */
async function addVerb(
  program: Command,
  verb: Verb,
  asked: boolean,
  io: Io,
  end: (ending: Ending) => void,
): Promise<void> {
  const command = program.command(verb.name).description(verb.summary);
  if (!asked) return;
  const example = (line: string): string => `  spandrel ${line}`;
  command.addHelpText('after', `\nExamples:\n${verb.examples.map(example).join('\n')}`);
  await verb.define(command, io, end);
  explainUsage(command, verb);
}

/** Wrong usage is answered with the usage of the command that was meant. */
function explainUsage(command: Command, verb: Verb): void {
  const usage = `Usage: ${fullName(command)} ${command.usage()}`;
  const example = verb.examples[0] === undefined ? '' : `\nfor example: spandrel ${verb.examples[0]}`;
  command.showHelpAfterError(`${usage}${example}`);
  for (const below of command.commands) explainUsage(below, verb);
}

function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
}

/** In a URL; a log may be sent to others. */
const CREDENTIALS = /:\/\/[^\s@/]*@/g;

/** The stack goes to a file that is named, not to the terminal. */
export function reportDefect(error: unknown, argv: readonly string[], io: Io): void {
  const { number, file } = createDefectLog(stateFolder(io.env))(
    error,
    `running: spandrel ${argv.join(' ').replace(CREDENTIALS, '://***@')}`,
  );
  const where = file === null ? '' : `; what happened is in ${file}`;
  io.err(`spandrel: this is a defect of Spandrel itself, number ${number}${where}\n`);
  // With no place to write to, the terminal is the last place where the stack is not lost.
  if (file === null && error instanceof Error) io.err(`${error.stack ?? error.message}\n`);
}
