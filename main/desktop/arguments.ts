// What the command line of the desktop app asks for: a verb of the command, or a file to open.
import { isAbsolute, resolve } from 'node:path';
import { verbs } from '../cli/verbs/index.ts';

/** The arguments after the program, and, from a checkout, after the folder that Electron is told to run. */
export function ownArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  if (isPackaged) return argv.slice(1);
  // Debuggers put switches of their own before the folder.
  const folder = argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
  return folder < 0 ? [] : argv.slice(folder + 1);
}

export function isVerbCall(args: readonly string[]): boolean {
  return verbs.some((verb) => verb.name === args[0]);
}

/** The first argument that is no switch; Chromium adds switches of its own. */
export function fileArgument(args: readonly string[], folder: string): string | null {
  const file = args.find((argument) => !argument.startsWith('-'));
  if (file === undefined) return null;
  return isAbsolute(file) ? file : resolve(folder, file);
}
