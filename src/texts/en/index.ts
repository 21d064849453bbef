// The English texts, a section for each part of the window.
import { canvas } from './canvas.ts';
import { files } from './files.ts';
import { inspector } from './inspector.ts';
import { recovery } from './recovery.ts';
import { results } from './results.ts';
import { scenario } from './scenario.ts';
import { shell } from './shell.ts';
import { versions } from './versions.ts';

export const en = { canvas, files, inspector, recovery, results, scenario, shell, versions };
