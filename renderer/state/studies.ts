// The studies of a design: what is under way, and what the last of each kind said. One of each kind at a time; each
// remembers what it was asked of, whatever has been edited since.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StudyAnswer, StudyKind, StudyPart } from '../../src/analysis/studies/study.ts';
import type { StudyQuestion } from '../../src/ipc/contract.ts';
import type { Design } from '../../src/model/design.ts';
import type { Finding } from '../../src/model/finding.ts';
import { changeWhere, perDesign } from './per-design.ts';

type PartOf<K extends StudyKind> = Extract<StudyPart, { readonly kind: K }>;

/** What a study was asked, and of what. */
export interface AskedStudy {
  readonly id: string;
  readonly kind: StudyKind;
  readonly question: StudyQuestion;
  readonly design: Design;
  readonly revision: number;
  readonly scenario: string;
}

export interface StudyUnderWay extends AskedStudy {
  readonly fraction: number;
  readonly done: number;
  /** Null where nobody knows how many it takes. */
  readonly total: number | null;
  readonly leftMs: number | null;
  /** What it found so far, in the order in which it came. */
  readonly parts: readonly StudyPart[];
}

export interface EndedStudy extends AskedStudy {
  /** Null where it was stopped, or failed. */
  readonly answer: StudyAnswer | null;
  /** What had been found when it was stopped. */
  readonly parts: readonly StudyPart[];
  readonly findings: readonly Finding[];
}

export interface StudiesState {
  readonly underWay: Readonly<Partial<Record<StudyKind, StudyUnderWay>>>;
  /** The last of each kind that ended, stopped ones too. */
  readonly ended: Readonly<Partial<Record<StudyKind, EndedStudy>>>;
}

export const studiesStore = createStore<StudiesState>(() => ({ underWay: {}, ended: {} }));

perDesign(studiesStore, studiesStore.getInitialState());

function underWayOf({ underWay }: StudiesState, id: string): StudyUnderWay | undefined {
  return Object.values(underWay).find((study) => study.id === id);
}

/** A study belongs to the design that it was asked of, also where another tab is shown by now. */
function changeStudy(id: string, next: (study: StudyUnderWay, state: StudiesState) => Partial<StudiesState>): void {
  changeWhere(
    studiesStore,
    (state) => underWayOf(state, id) !== undefined,
    (state) => {
      const study = underWayOf(state, id);
      return study ? next(study, state) : {};
    },
  );
}

export function studyStarted(asked: AskedStudy): void {
  const study: StudyUnderWay = { ...asked, fraction: 0, done: 0, total: null, leftMs: null, parts: [] };
  studiesStore.setState(({ underWay, ended }) => {
    const { [asked.kind]: _, ...others } = ended;
    return { underWay: { ...underWay, [asked.kind]: study }, ended: others };
  });
}

export function studyProgressed(
  id: string,
  progress: Pick<StudyUnderWay, 'fraction' | 'done' | 'total' | 'leftMs'>,
): void {
  changeStudy(id, (study, { underWay }) => ({ underWay: { ...underWay, [study.kind]: { ...study, ...progress } } }));
}

export function studyFound(id: string, part: StudyPart): void {
  changeStudy(id, (study, { underWay }) => ({
    underWay: { ...underWay, [study.kind]: { ...study, parts: [...study.parts, part] } },
  }));
}

/** `answer` is null where it was stopped or failed; what it found stays. */
export function studyEnded(id: string, answer: StudyAnswer | null, findings: readonly Finding[] = []): void {
  changeStudy(id, (study, { underWay, ended }) => {
    const { kind, question, design, revision, scenario, parts } = study;
    const { [kind]: _, ...others } = underWay;
    const end: EndedStudy = { id, kind, question, design, revision, scenario, parts, answer, findings };
    return { underWay: others, ended: { ...ended, [kind]: end } };
  });
}

export function useStudies<T>(selector: (state: StudiesState) => T): T {
  return useStore(studiesStore, selector);
}

/** The parts of the study of a kind: of the one under way, else of the last. */
export function partsOf<K extends StudyKind>({ underWay, ended }: StudiesState, kind: K): readonly PartOf<K>[] {
  return (underWay[kind]?.parts ?? ended[kind]?.parts ?? NONE) as readonly PartOf<K>[];
}

const NONE: readonly StudyPart[] = [];
