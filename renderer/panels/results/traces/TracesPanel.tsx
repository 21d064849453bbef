// "Traces": the requests of a run that were kept, the slowest first, and the waterfall of the one that is looked at.
import { TriangleAlert } from 'lucide-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { Design } from '../../../../src/model/design.ts';
import { componentName } from '../../../../src/model/graph.ts';
import type { Run } from '../../../state/results.ts';
import { formatMs, formatWhole } from '../../../theme/format.ts';
import { EmptyResult } from '../EmptyResult.tsx';
import { readTraces, type Trace } from './read-traces.ts';
import { Waterfall, WaterfallKey } from './Waterfall.tsx';
import './traces.css';
import { t } from '../../../texts.ts';

interface ListProps {
  readonly traces: readonly Trace[];
  readonly design: Design;
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
}

function arrivedAt({ componentId, atS }: Trace, design: Design): string {
  const name = componentName(design, componentId);
  return atS === null ? name : `${name}, ${formatWhole(atS)} s`;
}

const KEYS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(count - 1, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_at, count) => count - 1,
};

function TraceList({ traces, design, chosen, onChoose }: ListProps) {
  const id = useId();
  const most = traces[0]?.durationMs ?? 0;
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const next = KEYS[event.key]?.(chosen, traces.length);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    event.currentTarget.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <ul
      className="trace-list"
      role="listbox"
      aria-label={t('traces.sampled')}
      tabIndex={0}
      aria-activedescendant={`${id}-${chosen}`}
      onKeyDown={onKey}
    >
      {traces.map((trace, at) => (
        <li
          key={trace.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === chosen}
          className="trace-option"
          onClick={() => onChoose(at)}
        >
          <span className="trace-option-length" aria-hidden="true">
            <span style={{ width: `${most > 0 ? (100 * trace.durationMs) / most : 0}%` }} />
          </span>
          <span className="trace-option-duration">{formatMs(trace.durationMs)}</span>
          <span className="trace-option-place">{arrivedAt(trace, design)}</span>
          {trace.failure !== null && (
            <span className="trace-failure">
              <TriangleAlert size={11} aria-hidden="true" />
              <span className="visually-hidden">{t('traces.failed')} </span>
              {trace.failure}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function TracesPanel({ run }: { readonly run: Run }) {
  const traces = useMemo(() => readTraces(run.traces), [run.traces]);
  const [chosenId, setChosenId] = useState<string | null>(null);
  if (traces === null) return <EmptyResult title={t('traces.none')} hint={t('traces.noneHint')} />;
  if (traces.length === 0) return <EmptyResult title={t('traces.noneEnded')} hint={t('traces.noneEndedHint')} />;
  const chosen = Math.max(
    0,
    traces.findIndex(({ id }) => id === chosenId),
  );
  const trace = traces[chosen];
  return (
    <div className="traces">
      <TraceList
        traces={traces}
        design={run.design}
        chosen={chosen}
        onChoose={(at) => setChosenId(traces[at]?.id ?? null)}
      />
      <div className="results-pane">
        <div className="results-tools">
          {trace && (
            <span className="results-tools-text">
              <strong>{formatMs(trace.durationMs)}</strong>{' '}
              {t(trace.atS === null ? 'traces.from' : 'traces.fromAfter', { where: arrivedAt(trace, run.design) })}
            </span>
          )}
          <WaterfallKey />
        </div>
        <div className="results-scroll">{trace && <Waterfall trace={trace} design={run.design} />}</div>
      </div>
    </div>
  );
}
