#!/usr/bin/env node
// The command line from a checkout: installs and builds what is missing, then is the `spandrel` command. One file and no
// verb opens the app with it, as `npm start` does.
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './install.mjs';

/** A checkout that does not build is a defect, not the user's doing. */
const DEFECT = 3;

/** No verb has a dot or a slash in its name. */
function isFileAlone([file, ...others]) {
  if (!file || others.length > 0 || file.startsWith('-') || !/[./\\]/.test(file)) return false;
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

ensureInstalled();
if (isFileAlone(process.argv.slice(2))) await import('./start.mjs');
else if (ensureBuilt()) await import(pathToFileURL(join(root, 'out', 'main', 'cli.js')).href);
else process.exitCode = DEFECT;
