// The English texts, a section for each part of the window.
import { canvas } from './canvas.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { findings } from './findings.ts';
import { inspector } from './inspector.ts';
import { keys } from './keys.ts';
import { results } from './results.ts';
import { scenario } from './scenario.ts';
import { shell } from './shell.ts';

export const en = { canvas, fields, files, findings, inspector, keys, results, scenario, shell };
