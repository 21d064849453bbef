#!/usr/bin/env node
// The command line from a checkout: installs and builds what is missing, then is the `spandrel` command.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './install.mjs';

/** A checkout that does not build is a defect, not the user's doing. */
const DEFECT = 3;

ensureInstalled();
if (ensureBuilt()) await import(pathToFileURL(join(root, 'out', 'main', 'cli.js')).href);
else process.exitCode = DEFECT;
