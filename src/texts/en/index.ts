// The English texts, a section for each part of the window.
import { canvas } from './canvas.ts';
import { files } from './files.ts';
import { inspector } from './inspector.ts';
import { nodes } from './nodes.ts';
import { palette } from './palette.ts';
import { results } from './results.ts';
import { scenario } from './scenario.ts';
import { shell } from './shell.ts';

export const en = { canvas, files, inspector, nodes, palette, results, scenario, shell };
