// The saturation curve of the open design: response or throughput against load, by the estimate at once, by simulation on
// demand; with the load of today, the knee, and the limit.
import { useState } from 'react';
import { loadsToSimulate } from '../../../src/analysis/saturation.ts';
import { startStudy } from '../../commands/study-actions.ts';
import { PlotChart } from '../../charts/PlotChart.tsx';
import { useAnswer } from '../../estimates/use-answer.ts';
import { useDocument } from '../../state/document.ts';
import { partsOf, useStudies } from '../../state/studies.ts';
import { t } from '../../texts.ts';
import { Segmented } from '../../theme/Segmented.tsx';
import { formatMs } from '../../theme/format.ts';
import { TermHelp } from '../../theme/TermHelp.tsx';
import { loadChart, loadUnit, type LoadQuantity } from './load-chart.ts';
import { LoadTable } from './LoadTable.tsx';
import type { SectionProps } from './sections.ts';
import { StudyProgress } from './StudyProgress.tsx';

export function LoadSection({ isLarge }: SectionProps) {
  const { answer, design, scenario: id, isStale } = useAnswer('saturation');
  const [quantity, setQuantity] = useState<LoadQuantity>('response');
  const parts = useStudies((state) => partsOf(state, 'load'));
  const asked = useStudies((state) => state.underWay.load ?? state.ended.load);
  const isEdited = useDocument((state) => asked !== undefined && asked.revision !== state.revision);
  const scenario = design?.scenarios?.find((candidate) => candidate.id === id);
  if (answer === null || scenario === undefined) return <p className="analysis-hint">{t('analysis.workedOut')}</p>;
  const runs = parts.map(({ point }) => point);
  const unit = loadUnit(scenario, answer);
  const { knee } = answer;
  const kneeText =
    knee === null
      ? t('analysis.noKnee')
      : t('analysis.kneeAt', { load: unit.format(unit.of(knee.factor)), mean: formatMs(knee.meanMs) });
  return (
    <div className={isStale ? 'analysis-stale' : undefined} aria-busy={isStale}>
      <Segmented
        label={t('analysis.shown')}
        value={quantity}
        choices={[
          { value: 'response', label: t('analysis.response') },
          { value: 'throughput', label: t('analysis.throughput') },
        ]}
        onChoose={setQuantity}
      />
      <div className={isLarge ? 'analysis-plot analysis-plot-large' : 'analysis-plot'}>
        <PlotChart chart={loadChart(answer, runs, quantity, unit)} summary={kneeText} />
      </div>
      <p className="analysis-note">
        {kneeText} <TermHelp term="knee" />
      </p>
      <StudyProgress
        kind="load"
        start={runs.length === 0 ? t('analysis.simulateLoads') : t('analysis.simulateLoadsAgain')}
        name={t('analysis.sections.load')}
        told={(done, total) => t('analysis.loadsDone', { done, total: total ?? 0 })}
        onStart={() => startStudy({ kind: 'load', factors: [...loadsToSimulate(answer)] })}
      />
      {isEdited && runs.length > 0 && <p className="analysis-hint">{t('analysis.editedSince')}</p>}
      {runs.length > 0 && <LoadTable runs={runs} unit={unit} />}
    </div>
  );
}
