// `spandrel FILE`, without a verb: opens the app with it. Here, where there is no desktop to do so, in the browser.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** No verb has a dot or a slash in its name, so a file never hides one. */
function looksLikeFile(argument: string): boolean {
  return !argument.startsWith('-') && /[./\\]/.test(argument);
}

/** The same arguments, unless they are one file that is there. */
export function withOpening(args: readonly string[], folder: string): readonly string[] {
  const [file] = args;
  if (args.length !== 1 || file === undefined || !looksLikeFile(file)) return args;
  const isFile = statSync(resolve(folder, file), { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? ['serve', file, '--open'] : args;
}
