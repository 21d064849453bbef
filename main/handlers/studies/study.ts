// The form of a study: one file a kind of question.
import type { Executor, Progress } from '../../../src/analysis/executor.ts';
import type { StudyAnswer, StudyKind, StudyPart } from '../../../src/analysis/studies/study.ts';
import type { StudyQuestion } from '../../../src/ipc/contract.ts';
import type { Design } from '../../../src/model/design.ts';
import type { Finding } from '../../../src/model/finding.ts';

export interface StudyTools {
  readonly executor: Executor;
  readonly isCancelled: () => boolean;
  /** `isEndless`: the number of replications is not how many there will be. */
  readonly onProgress: (progress: Progress, isEndless?: boolean) => void;
  readonly onPart: (part: StudyPart) => void;
}

export type StudyOutcome =
  | { readonly kind: 'done'; readonly answer: StudyAnswer }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly findings: readonly Finding[] };

export type QuestionOf<K extends StudyKind> = Extract<StudyQuestion, { readonly kind: K }>;

/** `scenario` is the id of one that the design has. */
export type Study<K extends StudyKind> = (
  design: Design,
  scenario: string,
  question: QuestionOf<K>,
  tools: StudyTools,
) => Promise<StudyOutcome>;
