// Die deutschen Texte.
import { analysis } from './analysis.ts';
import { canvas } from './canvas.ts';
import { charts } from './charts.ts';
import { commands } from './commands.ts';
import { connections } from './connections.ts';
import { dialogs } from './dialogs.ts';
import { diff } from './diff.ts';
import { estimate } from './estimate.ts';
import { exports } from './exports.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { findings } from './findings.ts';
import { help } from './help.ts';
import { inspector } from './inspector.ts';
import { keys } from './keys.ts';
import { nodes } from './nodes.ts';
import { numbers } from './numbers.ts';
import { palette } from './palette.ts';
import { recovery } from './recovery.ts';
import { replay } from './replay.ts';
import { report } from './report.ts';
import { results } from './results.ts';
import { rollouts } from './rollouts.ts';
import { runs } from './runs.ts';
import { scenario } from './scenario.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { steps } from './steps.ts';
import { tour } from './tour.ts';
import { traces } from './traces.ts';
import { versions } from './versions.ts';
import { views } from './views.ts';
import { welcome } from './welcome.ts';

export const de = {
  analysis,
  canvas,
  charts,
  commands,
  connections,
  dialogs,
  diff,
  estimate,
  exports,
  fields,
  files,
  findings,
  help,
  inspector,
  keys,
  nodes,
  numbers,
  palette,
  recovery,
  replay,
  report,
  results,
  rollouts,
  runs,
  scenario,
  settings,
  shell,
  steps,
  tour,
  traces,
  versions,
  views,
  welcome,
};
