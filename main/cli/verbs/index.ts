// The verbs of the command line, in the order of its help.
import type { Verb } from '../verb.ts';
import { compareVerb } from './compare.ts';
import { diffVerb } from './diff.ts';
import { estimateVerb } from './estimate.ts';
import { exportVerb } from './export.ts';
import { newVerb } from './new.ts';
import { planVerb } from './plan.ts';
import { serveVerb } from './serve.ts';
import { simulateVerb } from './simulate.ts';
import { sweepVerb } from './sweep.ts';
import { templatesVerb } from './templates.ts';
import { validateVerb } from './validate.ts';
import { workerVerb } from './worker.ts';

export const verbs: readonly Verb[] = [
  newVerb,
  templatesVerb,
  validateVerb,
  estimateVerb,
  simulateVerb,
  sweepVerb,
  planVerb,
  compareVerb,
  diffVerb,
  exportVerb,
  serveVerb,
  workerVerb,
];
