// A sweep of the open design: what is varied and how exactly, then its picture and its points, filling as they come.
import { useDeferredValue, useMemo, useState } from 'react';
import { sizeOf } from '../../../src/analysis/sweep/grid.ts';
import { startStudy } from '../../commands/study-actions.ts';
import { useDocument } from '../../state/document.ts';
import { questionsStore, useQuestions, variedRow, type VariedRow } from '../../state/questions.ts';
import { shownRun, useResults } from '../../state/results.ts';
import { scenarioAtHand, useScenarioId } from '../../state/selectors.ts';
import { partsOf, useStudies } from '../../state/studies.ts';
import { t } from '../../texts.ts';
import { Select } from '../../theme/Select.tsx';
import { formatWhole } from '../../theme/format.ts';
import type { SectionProps } from './sections.ts';
import { StudyProgress } from './StudyProgress.tsx';
import { SweepPicture } from './SweepPicture.tsx';
import { placedPoints } from './sweep-points.ts';
import { SweepTable } from './SweepTable.tsx';
import { busiestVariable, rangeFor, readRows, subjectsOf } from './variables.ts';
import { VariedRows } from './VariedRows.tsx';
import type { MeasureId } from './measures.ts';

/** So many runs are a job for the command line, or for workers. */
const MOST_POINTS = 5_000;
const PRECISIONS = [0.05, 0.02, 0.01] as const;

export function SweepSection({ isLarge }: SectionProps) {
  const design = useDocument((state) => state.design);
  const rows = useSweepRows();
  const precision = useQuestions((state) => state.precision);
  const varies = readRows(design, rows);
  const size = varies === null ? 0 : sizeOf(varies);
  const isTooLarge = size > MOST_POINTS;
  return (
    <div>
      <VariedRows rows={rows} onChange={(sweepRows) => questionsStore.setState({ sweepRows })} />
      <div className="analysis-choice">
        <span>{t('analysis.precision')}</span>
        <Select
          label={t('analysis.precision')}
          value={String(precision ?? '')}
          choices={[
            { value: '', label: t('analysis.precisionOfScenario') },
            ...PRECISIONS.map((share) => ({
              value: String(share),
              label: t('analysis.precisionWithin', { percent: 100 * share }),
            })),
          ]}
          onChoose={(value) => questionsStore.setState({ precision: value === '' ? null : Number(value) })}
        />
      </div>
      <StudyProgress
        kind="sweep"
        start={
          varies === null
            ? t('analysis.startSweep')
            : t('analysis.startSweepOf', { count: size, size: formatWhole(size) })
        }
        name={t('analysis.sections.sweep')}
        told={(done, total) => t('analysis.pointsDone', { done, total: total ?? 0 })}
        isDisabled={varies === null || isTooLarge}
        onStart={() => {
          if (varies) startStudy({ kind: 'sweep', vary: varies.map(copied), ...(precision !== null && { precision }) });
        }}
      />
      {isTooLarge && (
        <p className="analysis-problem">{t('analysis.tooManyPoints', { most: formatWhole(MOST_POINTS) })}</p>
      )}
      <Found isLarge={isLarge} />
    </div>
  );
}

/** Drawn when there is time for it, as points may come faster; the points and what they are of stay together. */
function Found({ isLarge }: SectionProps) {
  const [measure, setMeasure] = useState<MeasureId>('p95');
  const parts = useStudies((state) => partsOf(state, 'sweep'));
  const study = useStudies((state) => state.underWay.sweep ?? state.ended.sweep);
  const now = useMemo(() => ({ study, points: placedPoints(parts) }), [study, parts]);
  const { study: asked, points } = useDeferredValue(now);
  const isEdited = useDocument((state) => asked !== undefined && asked.revision !== state.revision);
  if (asked?.question.kind !== 'sweep' || points.length === 0) return null;
  const shown = { design: asked.design, varies: asked.question.vary, points, measure, isLarge };
  return (
    <>
      {isEdited && <p className="analysis-hint">{t('analysis.editedSince')}</p>}
      <SweepPicture key={asked.id} {...shown} onMeasure={setMeasure} />
      <SweepTable {...shown} />
    </>
  );
}

function copied({ path, values }: { readonly path: string; readonly values: readonly unknown[] }) {
  return { path, values: [...values] };
}

/** Until something is chosen, the replicas of the component that has most to do. */
function useSweepRows(): readonly VariedRow[] {
  const chosen = useQuestions((state) => state.sweepRows);
  const design = useDocument((state) => state.design);
  const scenario = scenarioAtHand(design, useScenarioId());
  const run = useResults(shownRun);
  return useMemo(() => {
    if (chosen !== null) return chosen;
    const path = busiestVariable(design, run?.result ?? null) ?? subjectsOf(design, scenario)[0]?.variables[0]?.path;
    return path === undefined ? [] : [variedRow(path, rangeFor(design, path))];
  }, [chosen, design, scenario, run]);
}
