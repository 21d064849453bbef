// The English texts, a section for each part of the window.
import { canvas } from './canvas.ts';
import { connections } from './connections.ts';
import { files } from './files.ts';
import { inspector } from './inspector.ts';
import { results } from './results.ts';
import { scenario } from './scenario.ts';
import { shell } from './shell.ts';
import { views } from './views.ts';

export const en = { canvas, connections, files, inspector, results, scenario, shell, views };
