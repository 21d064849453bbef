// Die deutschen Texte.
import { canvas } from './canvas.ts';
import { files } from './files.ts';
import { inspector } from './inspector.ts';
import { report } from './report.ts';
import { results } from './results.ts';
import { scenario } from './scenario.ts';
import { shell } from './shell.ts';

export const de = { canvas, files, inspector, report, results, scenario, shell };
