// Capacity planning as a form: which objectives, what may change, then the cheapest that meets them, live while it is sought.
import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { defaultVaries } from '../../../src/analysis/plan/dimensions.ts';
import type { Design, Scenario } from '../../../src/model/design.ts';
import { startStudy } from '../../commands/study-actions.ts';
import { useDocument } from '../../state/document.ts';
import { questionsStore, useQuestions, variedRow, type VariedRow } from '../../state/questions.ts';
import { scenarioAtHand, useScenarioId } from '../../state/selectors.ts';
import { partsOf, useStudies } from '../../state/studies.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { ObjectiveForm } from './ObjectiveForm.tsx';
import { PlanAnswer, PlanPoint } from './PlanAnswer.tsx';
import { StudyProgress } from './StudyProgress.tsx';
import { readRows } from './variables.ts';
import { VariedRows } from './VariedRows.tsx';

export function PlanSection() {
  const design = useDocument((state) => state.design);
  const scenario = scenarioAtHand(design, useScenarioId());
  const chosen = useQuestions((state) => state.planRows);
  const usual = useMemo(() => usualRows(design, scenario), [design, scenario]);
  const rows = chosen ?? usual;
  const hasObjectives = (design.objectives ?? []).length > 0;
  const varies = readRows(design, rows);
  return (
    <div>
      <ObjectiveForm />
      <h4 className="analysis-heading">{t('analysis.mayChange')}</h4>
      {rows.length === 0 ? (
        <p className="analysis-hint">{t('analysis.nothingWorks')}</p>
      ) : (
        <VariedRows rows={rows} onChange={(planRows) => questionsStore.setState({ planRows })} />
      )}
      {chosen !== null && (
        <Button look="quiet" icon={RotateCcw} onClick={() => questionsStore.setState({ planRows: null })}>
          {t('analysis.usualRanges')}
        </Button>
      )}
      <StudyProgress
        kind="plan"
        start={t('analysis.startPlan')}
        name={t('analysis.sections.plan')}
        told={(done) => t('analysis.tried', { count: done })}
        isDisabled={!hasObjectives || varies === null}
        onStart={() => {
          const vary = varies?.map(({ path, values }) => ({ path, values: [...values] })) ?? null;
          startStudy({ kind: 'plan', vary: chosen === null ? null : vary });
        }}
      />
      <Answer />
    </div>
  );
}

function Answer() {
  const asked = useStudies((state) => state.underWay.plan ?? state.ended.plan);
  const answer = useStudies((state) => state.ended.plan?.answer ?? null);
  const best = useStudies((state) => partsOf(state, 'plan').at(-1)?.best ?? null);
  const isEdited = useDocument((state) => asked !== undefined && asked.revision !== state.revision);
  if (asked === undefined) return null;
  return (
    <>
      {isEdited && <p className="analysis-hint">{t('analysis.editedSince')}</p>}
      {answer?.kind === 'plan' ? (
        <PlanAnswer plan={answer.plan} design={asked.design} />
      ) : (
        best && <PlanPoint title={t('analysis.bestSoFar')} point={best} design={asked.design} />
      )}
    </>
  );
}

/** The ranges that a plan takes where none are given, as they would be typed. */
function usualRows(design: Design, scenario: Scenario | null): readonly VariedRow[] {
  if (scenario === null) return [];
  return defaultVaries(design, scenario).map(({ path, values }) =>
    variedRow(path, `${String(values[0])}..${String(values.at(-1))}`),
  );
}
