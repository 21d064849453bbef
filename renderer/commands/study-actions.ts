// Starting and stopping studies, and what the window does with what they find.
import type { StudyKind } from '../../src/analysis/studies/study.ts';
import { designAt, type PointSet } from '../../src/analysis/sweep/grid.ts';
import type { StudyQuestion } from '../../src/ipc/contract.ts';
import { writeDesign } from '../../src/model/write.ts';
import { host } from '../host.ts';
import { documentStore, replaceDesign } from '../state/document.ts';
import { notify, panelsStore } from '../state/panels.ts';
import { scenarioAtHand } from '../state/selectors.ts';
import { studiesStore, studyEnded, studyFound, studyProgressed, studyStarted } from '../state/studies.ts';
import { said, t } from '../texts.ts';
import { reportDefect, start } from './defects.ts';

/** Asks it of the design and the scenario at hand; one of the same kind that is under way is stopped. */
export function startStudy(question: StudyQuestion): void {
  const { design, revision } = documentStore.getState();
  const scenario = scenarioAtHand(design, panelsStore.getState().scenarioId);
  if (!scenario) {
    notify('error', t('runs.nothing'), t('runs.nothingMore'));
    return;
  }
  stopStudy(question.kind);
  const id = crypto.randomUUID();
  studyStarted({ id, kind: question.kind, question, design, revision, scenario: scenario.id });
  start(() => run(id, writeDesign(design), scenario.id, question));
}

async function run(studyId: string, text: string, scenario: string, question: StudyQuestion): Promise<void> {
  try {
    const outcome = await host.call('study.run', { studyId, text, scenario, question });
    if (outcome.kind === 'done') return studyEnded(studyId, outcome.answer);
    if (outcome.kind === 'cancelled') return studyEnded(studyId, null);
    studyEnded(studyId, null, outcome.findings);
    const [first] = outcome.findings;
    if (first) notify('error', t('analysis.noAnswer', { why: said(first.message) }), said(first.mend));
  } catch (thrown) {
    studyEnded(studyId, null);
    await reportDefect(thrown);
  }
}

export function stopStudy(kind: StudyKind): void {
  const study = studiesStore.getState().underWay[kind];
  if (study) start(async () => void (await host.call('study.cancel', { studyId: study.id })));
}

/** Takes a point over into the design that is open now, as one step. */
export function applySetting(set: PointSet): void {
  const at = designAt(documentStore.getState().design, set);
  if (at.ok) replaceDesign(t('analysis.stepApply'), at.value);
  else notify('error', t('analysis.notApplied'), said(at.findings[0]?.message ?? ''));
}

/** Once, at the start of the window. */
export function listenToStudies(): () => void {
  const stops = [
    host.on('study.progress', ({ studyId, ...progress }) => studyProgressed(studyId, progress)),
    host.on('study.part', ({ studyId, part }) => studyFound(studyId, part)),
  ];
  return () => stops.forEach((stop) => stop());
}
