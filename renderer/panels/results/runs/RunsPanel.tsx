// "Runs": what was run in this session and what was changed in between, and two of the runs compared.
import { useState } from 'react';
import { comparedRuns, resultsStore, useResults, type Run } from '../../../state/results.ts';
import { t } from '../../../texts.ts';
import { Segmented } from '../../../theme/Segmented.tsx';
import { EmptyResult } from '../EmptyResult.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import { HistoryTable } from './HistoryTable.tsx';

type View = 'history' | 'comparison';

function Comparison() {
  // The pair is made anew each time it is asked for; its parts are what it depends on.
  useResults((state) => state.runs);
  useResults((state) => state.pinnedIds);
  const pair = comparedRuns(resultsStore.getState());
  if (!pair) return <EmptyResult title={t('results.compareNeedsTwo')} hint={t('results.compareHint')} />;
  const [a, b] = pair;
  return <ComparisonView a={a} b={b} />;
}

export function RunsPanel({ run }: { readonly run: Run }) {
  const [view, setView] = useState<View>('history');
  return (
    <div className="results-pane">
      <div className="results-tools">
        <Segmented
          label={t('results.runsView')}
          value={view}
          choices={[
            { value: 'history', label: t('results.history') },
            { value: 'comparison', label: t('results.comparison') },
          ]}
          onChoose={setView}
        />
        {view === 'history' && <span className="results-tools-text">{t('results.compareHint')}</span>}
      </div>
      <div className="results-scroll" tabIndex={0} role="group" aria-label={t('results.runsOfSession')}>
        {view === 'history' ? <HistoryTable shown={run} /> : <Comparison />}
      </div>
    </div>
  );
}
