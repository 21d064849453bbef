// Comparisons with the same chance: the open design against one that was pinned, another scenario or an earlier run. What
// was found can be pinned too, and stays while others are made.
import { Pin, PinOff } from 'lucide-react';
import { writeDesign } from '../../../src/model/write.ts';
import { startStudy } from '../../commands/study-actions.ts';
import { useDocument } from '../../state/document.ts';
import {
  pinComparison,
  pinDesign,
  questionsStore,
  unpinComparison,
  useQuestions,
  type PinnedComparison,
} from '../../state/questions.ts';
import { useResults } from '../../state/results.ts';
import { useScenarioId } from '../../state/selectors.ts';
import { useStudies } from '../../state/studies.ts';
import { t } from '../../texts.ts';
import { Button, IconButton } from '../../theme/Button.tsx';
import { Select } from '../../theme/Select.tsx';
import { showMoment } from '../../recovery/moment.ts';
import { comparables, scenarioName } from './compared.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { StudyProgress } from './StudyProgress.tsx';

const REPLICATIONS = [5, 10, 20, 40] as const;

export function CompareSection() {
  const design = useDocument((state) => state.design);
  const scenario = useScenarioId();
  const pinned = useQuestions((state) => state.pinnedDesigns);
  const runs = useResults((state) => state.runs);
  const chosen = useQuestions((state) => state.comparedWith);
  const replications = useQuestions((state) => state.comparedReplications);
  const choices = comparables(design, scenario, pinned, runs);
  const other = choices.find(({ value }) => value === chosen) ?? choices[0];
  const now = scenario === null ? '' : t('analysis.designNow', { scenario: scenarioName(design, scenario) });
  return (
    <div>
      <Button
        icon={Pin}
        onClick={() => {
          if (scenario === null) return;
          const label = t('analysis.pinnedAt', {
            scenario: scenarioName(design, scenario),
            time: showMoment(new Date().toISOString()),
          });
          pinDesign({ id: crypto.randomUUID(), label, design, scenario });
        }}
      >
        {t('analysis.pinDesign')}
      </Button>
      {other === undefined ? (
        <p className="analysis-hint">{t('analysis.nothingToCompare')}</p>
      ) : (
        <>
          <div className="analysis-choice">
            <span>{t('analysis.compareWith')}</span>
            <Select
              label={t('analysis.compareWith')}
              value={other.value}
              choices={choices}
              onChoose={(comparedWith) => questionsStore.setState({ comparedWith })}
            />
          </div>
          <div className="analysis-choice">
            <span>{t('analysis.replications')}</span>
            <Select
              label={t('analysis.replications')}
              value={String(replications)}
              choices={REPLICATIONS.map((count) => ({ value: String(count), label: String(count) }))}
              onChoose={(count) => questionsStore.setState({ comparedReplications: Number(count) })}
            />
          </div>
          <StudyProgress
            kind="compare"
            start={t('analysis.startCompare')}
            name={t('analysis.sections.compare')}
            told={(done, total) => t('analysis.replicationsDone', { done, total: total ?? 0 })}
            onStart={() => {
              questionsStore.setState({ compared: { a: other.label, b: now } });
              const asked = { text: writeDesign(other.design), scenario: other.scenario };
              startStudy({ kind: 'compare', other: asked, replications });
            }}
          />
        </>
      )}
      <Latest />
      <Pinned />
    </div>
  );
}

function Latest() {
  const ended = useStudies((state) => state.ended.compare);
  const compared = useQuestions((state) => state.compared);
  const isPinned = useQuestions((state) => state.pinnedComparisons.some(({ id }) => id === ended?.id));
  const isEdited = useDocument((state) => ended !== undefined && ended.revision !== state.revision);
  if (ended?.answer?.kind !== 'compare' || compared === null || isPinned) return null;
  const comparison: PinnedComparison = { id: ended.id, ...compared, answer: ended.answer };
  return (
    <>
      {isEdited && <p className="analysis-hint">{t('analysis.editedSince')}</p>}
      <ComparisonTable comparison={comparison}>
        <IconButton icon={Pin} label={t('analysis.pinComparison')} onClick={() => pinComparison(comparison)} />
      </ComparisonTable>
    </>
  );
}

function Pinned() {
  const comparisons = useQuestions((state) => state.pinnedComparisons);
  return comparisons.map((comparison) => (
    <ComparisonTable key={comparison.id} comparison={comparison}>
      <IconButton icon={PinOff} label={t('analysis.unpinComparison')} onClick={() => unpinComparison(comparison.id)} />
    </ComparisonTable>
  ));
}
