// The English texts, a section for each part of the window.
import { canvas } from './canvas.ts';
import { commands } from './commands.ts';
import { connections } from './connections.ts';
import { dialogs } from './dialogs.ts';
import { estimate } from './estimate.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { findings } from './findings.ts';
import { help } from './help.ts';
import { inspector } from './inspector.ts';
import { keys } from './keys.ts';
import { nodes } from './nodes.ts';
import { palette } from './palette.ts';
import { recovery } from './recovery.ts';
import { report } from './report.ts';
import { results } from './results.ts';
import { scenario } from './scenario.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { tour } from './tour.ts';
import { versions } from './versions.ts';
import { views } from './views.ts';
import { welcome } from './welcome.ts';

export const en = {
  canvas,
  commands,
  connections,
  dialogs,
  estimate,
  fields,
  files,
  findings,
  help,
  inspector,
  keys,
  nodes,
  palette,
  recovery,
  report,
  results,
  scenario,
  settings,
  shell,
  tour,
  versions,
  views,
  welcome,
};
