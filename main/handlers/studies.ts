// The calls that run studies: several at once, each to be cancelled by its id, all of them gone with their window.
import type { Progress } from '../../src/analysis/executor.ts';
import { validateDesign } from '../../src/catalogue/validate.ts';
import type { CallInput, CallOutput, Handlers } from '../../src/ipc/contract.ts';
import type { Design } from '../../src/model/design.ts';
import { isError } from '../../src/model/finding.ts';
import { readDesign } from '../../src/model/read.ts';
import { timedProgress } from '../timed-progress.ts';
import type { Ports } from '../window/ports.ts';
import { compareStudy } from './studies/compare.ts';
import { loadStudy } from './studies/load.ts';
import { planStudy } from './studies/plan.ts';
import type { StudyOutcome, StudyTools } from './studies/study.ts';
import { sweepStudy } from './studies/sweep.ts';

export interface Studies {
  readonly handlers: Pick<Handlers, 'study.run' | 'study.cancel'>;
  cancelAll(): void;
}

type Input = CallInput<'study.run'>;

export function createStudies(ports: Ports): Studies {
  const cancelled = new Map<string, boolean>();

  async function run(input: Input): Promise<CallOutput<'study.run'>> {
    const { studyId, text } = input;
    if (cancelled.has(studyId)) throw new Error(`the study ${studyId} is already under way`);
    const design = readDesign(text);
    if (!design.ok) return { kind: 'failed', findings: [...design.findings] };
    const obstacles = validateDesign(design.value).filter(isError);
    if (obstacles.length > 0) return { kind: 'failed', findings: obstacles };
    cancelled.set(studyId, false);
    try {
      const tools = { executor: await ports.executor(), ...toolsOf(ports, cancelled, studyId) };
      const outcome = await answer(input, design.value, tools);
      return outcome.kind === 'failed' ? { kind: 'failed', findings: [...outcome.findings] } : outcome;
    } finally {
      cancelled.delete(studyId);
    }
  }

  const cancel = (studyId: string): void => {
    if (cancelled.has(studyId)) cancelled.set(studyId, true);
  };
  return {
    handlers: {
      'study.run': run,
      // A study that has just ended is no error: the answer and the cancelling may cross.
      'study.cancel': ({ studyId }) => {
        cancel(studyId);
        return Promise.resolve({});
      },
    },
    cancelAll: () => [...cancelled.keys()].forEach(cancel),
  };
}

function toolsOf(ports: Ports, cancelled: ReadonlyMap<string, boolean>, studyId: string): Omit<StudyTools, 'executor'> {
  const tell = timedProgress(({ fraction, replicationsDone: done, replications, leftMs }) => {
    const total = replications === 0 ? null : replications;
    ports.emit('study.progress', { studyId, fraction, done, total, leftMs });
  });
  return {
    isCancelled: () => cancelled.get(studyId) === true,
    onProgress: (progress: Progress, isEndless = false) =>
      tell(isEndless ? { ...progress, replications: 0 } : progress),
    onPart: (part) => ports.emit('study.part', { studyId, part }),
  };
}

function answer({ scenario, question }: Input, design: Design, tools: StudyTools): Promise<StudyOutcome> {
  switch (question.kind) {
    case 'sweep':
      return sweepStudy(design, scenario, question, tools);
    case 'load':
      return loadStudy(design, scenario, question, tools);
    case 'plan':
      return planStudy(design, scenario, question, tools);
    case 'compare':
      return compareStudy(design, scenario, question, tools);
  }
}
