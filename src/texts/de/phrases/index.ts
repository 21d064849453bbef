// Was der Kern auf Englisch sagt, auf Deutsch.
import type { Phrase } from '../../phrases.ts';
import { clusterPhrases } from './cluster.ts';
import { containerPhrases } from './containers.ts';
import { designPhrases } from './design.ts';
import { diagramPhrases } from './diagrams.ts';
import { exportPhrases } from './exports.ts';
import { filePhrases } from './files.ts';
import { kindPhrases } from './kinds.ts';
import { operationsPhrases } from './operations.ts';
import { picturePhrases } from './pictures.ts';
import { runPhrases } from './runs.ts';
import { scaffoldPhrases } from './scaffold.ts';
import { stepPhrases } from './steps.ts';
import { templatePhrases } from './templates.ts';

export const phrases: readonly Phrase[] = [
  ...designPhrases,
  ...runPhrases,
  ...filePhrases,
  ...exportPhrases,
  ...containerPhrases,
  ...clusterPhrases,
  ...operationsPhrases,
  ...diagramPhrases,
  ...kindPhrases,
  ...scaffoldPhrases,
  ...stepPhrases,
  ...templatePhrases,
  ...picturePhrases,
];
