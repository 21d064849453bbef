// The runs of this session, the newest first, with what was changed between them. Any can be shown; two can be compared.
import { Eye, Pin } from 'lucide-react';
import { nameOf } from '../../../../src/model/graph.ts';
import { chooseRun, togglePin, useResults, type Run } from '../../../state/results.ts';
import { t } from '../../../texts.ts';
import { Button } from '../../../theme/Button.tsx';
import { StatisticFigure } from '../../../theme/Figure.tsx';
import { reportWords } from '../words.ts';
import { changesBetween } from './changes.ts';

const MOST_SAID = 3;

function Changes({ run, before }: { readonly run: Run; readonly before: Run | undefined }) {
  if (!before) return <span className="results-soft">{t('results.firstRun')}</span>;
  const changes = changesBetween(before, run, (name) => t('results.otherScenario', { name }));
  if (changes.length === 0) return <span className="results-soft">{t('results.nothingChanged')}</span>;
  const said = changes.slice(0, MOST_SAID);
  const more = changes.length - said.length;
  return (
    <span title={changes.join('\n')}>
      {said.join('; ')}
      {more > 0 && <span className="results-soft">; {t('results.moreChanges', { count: more })}</span>}
    </span>
  );
}

function RunRow({
  run,
  before,
  isShown,
}: {
  readonly run: Run;
  readonly before: Run | undefined;
  readonly isShown: boolean;
}) {
  const isPinned = useResults((state) => state.pinnedIds.includes(run.id));
  const scenario = run.design.scenarios?.find(({ id }) => id === run.scenario);
  const { requests } = run.result;
  const { number } = run;
  return (
    <tr className={isShown ? 'results-selected' : undefined}>
      <th scope="row" className="results-name">
        <span>
          {t('results.runNumber', { number })}
          <span className="results-soft"> · {nameOf(scenario ?? { id: run.scenario })}</span>
        </span>
      </th>
      <td className="results-changes">
        <Changes run={run} before={before} />
      </td>
      <td>
        <StatisticFigure kind="rate" statistic={requests.throughputPerSecond} />
      </td>
      <td>
        <StatisticFigure kind="share" statistic={requests.errorRate} />
      </td>
      <td>
        <StatisticFigure kind="ms" statistic={requests.responseMs.p95} />
      </td>
      <td className="results-row-actions">
        <Button
          look="quiet"
          icon={Eye}
          aria-label={t('results.showRun', { number })}
          aria-pressed={isShown}
          onClick={() => chooseRun(run.id)}
        >
          {isShown ? t('results.shown') : t('results.show')}
        </Button>
        <Button
          look="quiet"
          icon={Pin}
          aria-label={t('results.pinRun', { number })}
          aria-pressed={isPinned}
          onClick={() => togglePin(run.id)}
        >
          {isPinned ? t('results.pinned') : t('results.pin')}
        </Button>
      </td>
    </tr>
  );
}

export function HistoryTable({ shown }: { readonly shown: Run }) {
  const runs = useResults((state) => state.runs);
  const words = reportWords();
  return (
    <table className="results-table" aria-label={t('results.runsOfSession')}>
      <thead>
        <tr>
          <th scope="col" className="results-name">
            {t('results.run')}
          </th>
          <th scope="col" className="results-changes">
            {t('results.whatChanged')}
          </th>
          <th scope="col">{words.throughput}</th>
          <th scope="col">{words.errors}</th>
          <th scope="col">p95</th>
          <th scope="col">
            <span className="visually-hidden">{t('results.show')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs
          .map((run, at) => <RunRow key={run.id} run={run} before={runs[at - 1]} isShown={run.id === shown.id} />)
          .reverse()}
      </tbody>
    </table>
  );
}
