// The "Results" region: what the last run said, in a strip of figures, a sentence, and tables; before a run, what to do.
import { Clock, Download, Film, Play } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { bottleneckSentence } from '../../../src/analysis/bottleneck.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { useDocument } from '../../state/document.ts';
import { chooseRun, shownRun, useResults, type Run } from '../../state/results.ts';
import { runCommandById } from '../../commands/run-command.ts';
import { shownKeys } from '../../commands/keys.ts';
import { said, t } from '../../texts.ts';
import { endReplay, useReplay } from '../../state/replay.ts';
import { Button, IconButton } from '../../theme/Button.tsx';
import { Tooltip } from '../../theme/Tooltip.tsx';
import { formatRate } from '../../theme/format.ts';
import { FindingLine } from '../findings/FindingLine.tsx';
import { nameOf } from '../../../src/model/graph.ts';
import { BreakdownPanel } from './BreakdownPanel.tsx';
import { ComponentsTable } from './ComponentsTable.tsx';
import { ConnectionsTable } from './ConnectionsTable.tsx';
import { DistributionPanel } from './DistributionPanel.tsx';
import { EstimateLine } from './EstimateLine.tsx';
import { FigureStrip } from './FigureStrip.tsx';
import { NotesList } from './NotesList.tsx';
import { ObjectivesList } from './ObjectivesList.tsx';
import { RolloutsTable } from './RolloutsTable.tsx';
import { TimeCharts } from './TimeCharts.tsx';
import { RunsPanel } from './runs/RunsPanel.tsx';
import { TracesPanel } from './traces/TracesPanel.tsx';
import './results.css';

function History({ shown }: { shown: Run }) {
  const runs = useResults((state) => state.runs);
  const scenarios = useDocument((state) => state.design.scenarios);
  if (runs.length < 2) return null;
  const nameOfScenario = (id: string): string => nameOf(scenarios?.find((scenario) => scenario.id === id) ?? { id });
  return (
    <select
      className="field-input field-select results-history"
      aria-label={t('results.runShown')}
      value={shown.id}
      onChange={(event) => chooseRun(event.target.value)}
    >
      {runs
        .map((run) => (
          <option key={run.id} value={run.id}>
            {`${t('results.runNumber', { number: run.number })} · ${nameOfScenario(run.scenario)} · ${formatRate(run.result.requests.throughputPerSecond.mean)}`}
          </option>
        ))
        .reverse()}
    </select>
  );
}

function Problem({ problem }: { problem: readonly Finding[] }) {
  if (problem.length === 0) return null;
  return (
    <div className="results-problem" role="alert">
      <strong>{t('results.noResult')}</strong>
      {problem.map((finding) => (
        <FindingLine key={`${finding.rule} ${finding.path} ${finding.message}`} finding={finding} />
      ))}
    </div>
  );
}

function Sentence({ run }: { run: Run }) {
  const sentence = useDocument((state) => bottleneckSentence(state.design, run.result));
  return sentence === null ? null : <p className="results-sentence">{said(sentence)}.</p>;
}

function RunHead({ run }: { run: Run }) {
  const isStale = useDocument((state) => state.revision !== run.revision);
  const isReplaying = useReplay((replay) => replay !== null);
  const replayShown = (): void => runCommandById('simulate.replay');
  return (
    <div className="results-head">
      <FigureStrip result={run.result} />
      <div className="results-head-end">
        {isStale && (
          <span className="results-stale" title={t('results.editedSince')}>
            <Clock size={13} aria-hidden="true" /> {t('results.edited')}{' '}
            <span className="results-roomy">{t('results.sinceThisRun')}</span>
          </span>
        )}
        <History shown={run} />
        <IconButton
          icon={Download}
          label={t('results.saveFigures')}
          onClick={() => runCommandById('simulate.saveFigures')}
        />
        <Tooltip text={t('results.replayOnCanvas')} keys={shownKeys('Mod+Shift+Enter')}>
          <Button icon={Film} aria-pressed={isReplaying} onClick={isReplaying ? endReplay : replayShown}>
            {t('results.replay')}
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}

function RunTabs({ run }: { run: Run }) {
  const { result } = run;
  const missed = result.objectives.filter((objective) => !objective.met).length;
  const tabs = [
    { id: 'components', title: t('results.components'), content: <ComponentsTable result={result} /> },
    { id: 'time', title: t('results.time'), content: <TimeCharts run={run} /> },
    { id: 'connections', title: t('results.connections'), content: <ConnectionsTable result={result} /> },
    { id: 'distribution', title: t('results.distribution'), content: <DistributionPanel run={run} /> },
    { id: 'breakdown', title: t('results.whereTimeGoes'), content: <BreakdownPanel run={run} /> },
    { id: 'traces', title: t('results.traces'), content: <TracesPanel run={run} /> },
    { id: 'rollouts', title: t('results.rollouts'), content: <RolloutsTable run={run} /> },
    {
      id: 'objectives',
      title: missed === 0 ? t('results.objectives') : t('results.objectivesMissed', { missed }),
      content: <ObjectivesList result={result} />,
    },
    {
      id: 'notes',
      title: result.notes.length === 0 ? t('results.notes') : t('results.notesCount', { notes: result.notes.length }),
      content: <NotesList result={result} />,
    },
    { id: 'runs', title: t('results.runs'), content: <RunsPanel run={run} /> },
  ];
  return (
    <Tabs.Root className="results-tabs" defaultValue="components">
      <div className="results-tab-row">
        <Tabs.List className="results-tab-list" aria-label={t('results.whatRunSaid')}>
          {tabs.map(({ id, title }) => (
            <Tabs.Trigger key={id} value={id} className="results-tab">
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Sentence run={run} />
      </div>
      {tabs.map(({ id, content }) => (
        <Tabs.Content key={id} value={id} className="results-content">
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

function NoRun() {
  const isRunning = useResults((state) => state.underWay !== null);
  return (
    <div className="results-empty">
      <Play size={18} aria-hidden="true" />
      <p>{isRunning ? t('results.firstUnderWay') : t('results.noRun')}</p>
      <p className="results-hint">{t('results.noRunHint')}</p>
      <EstimateLine />
    </div>
  );
}

/** A run says more than an estimate, as long as it is of the design that is there. */
function StaleEstimate({ run }: { run: Run }) {
  const isStale = useDocument((state) => state.revision !== run.revision);
  return isStale ? <EstimateLine /> : null;
}

export function ResultsPanel() {
  const run = useResults(shownRun);
  const problem = useResults((state) => state.problem);
  return (
    <div className="results">
      <Problem problem={problem} />
      {run ? (
        <>
          <RunHead run={run} />
          <StaleEstimate run={run} />
          <RunTabs run={run} />
        </>
      ) : (
        <NoRun />
      )}
    </div>
  );
}
