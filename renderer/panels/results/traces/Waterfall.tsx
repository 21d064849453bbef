// The waterfall of one request: a row for each visit, indented below its caller, with what its time was.
import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Design } from '../../../../src/model/design.ts';
import { componentName } from '../../../../src/model/graph.ts';
import { axisTicks } from '../../../charts/axis.ts';
import { select, useSelection } from '../../../state/selection.ts';
import { Figure } from '../../../theme/Figure.tsx';
import { formatMs } from '../../../theme/format.ts';
import type { Trace } from './read-traces.ts';
import { lengthOf, timesOf, waterfallRows, type Stretch, type WaterfallRow } from './waterfall.ts';
import { t } from '../../../texts.ts';

const STRETCHES: readonly Stretch[] = ['network', 'wait', 'work', 'calls'];

/** More rows than this of one request tell a reader nothing. */
const MOST_ROWS = 300;
const TICKS = 6;

export function WaterfallKey() {
  return (
    <ul className="parts-legend" aria-label={t('traces.parts')}>
      {STRETCHES.map((stretch) => (
        <li key={stretch}>
          <span className={`trace-swatch trace-${stretch}`} aria-hidden="true" />
          {t(`traces.stretches.${stretch}`)}
        </li>
      ))}
    </ul>
  );
}

function timesInWords(row: WaterfallRow): string {
  return timesOf(row)
    .map(({ stretch, ms }) => `${t(`traces.spoken.${stretch}`)} ${formatMs(ms)}`)
    .join(', ');
}

/** Where a row leads: the component that was visited, else the connection over which it did not come that far. */
function labelOf(row: WaterfallRow, design: Design): string {
  const named = (id: string): string => componentName(design, id);
  if (row.componentId !== null) return named(row.componentId);
  const connection = (design.connections ?? []).find(({ id }) => id === row.connectionId);
  return t('traces.notReached', { what: connection ? named(connection.to) : (row.connectionId ?? '') });
}

function place(ms: number, lengthMs: number): string {
  return `${lengthMs > 0 ? (100 * ms) / lengthMs : 0}%`;
}

function Timeline({ row, lengthMs }: { readonly row: WaterfallRow; readonly lengthMs: number }) {
  const words = timesInWords(row);
  return (
    <div className="trace-timeline" title={words}>
      {row.segments.map(({ stretch, fromMs, toMs }, at) => (
        <span
          key={at}
          className={`trace-segment trace-${stretch}`}
          style={{ left: place(fromMs, lengthMs), width: place(toMs - fromMs, lengthMs) }}
          aria-hidden="true"
        />
      ))}
      <span className="visually-hidden">{words}</span>
    </div>
  );
}

interface RowProps {
  readonly row: WaterfallRow;
  readonly label: string;
  readonly lengthMs: number;
  readonly isSelected: boolean;
}

function Row({ row, label, lengthMs, isSelected }: RowProps) {
  const lead = (): void => {
    if (row.componentId !== null) select({ components: [row.componentId] });
    else if (row.connectionId !== null) select({ connections: [row.connectionId] });
  };
  return (
    <tr className={isSelected ? 'results-selected' : undefined} onClick={lead}>
      <th scope="row" className="results-name trace-name" style={{ paddingLeft: 12 + 12 * Math.min(row.depth, 12) }}>
        <button type="button" aria-pressed={isSelected} title={label}>
          {label}
        </button>
        {row.attempt > 1 && <span className="trace-try">{t('traces.attempt', { number: row.attempt })}</span>}
        {row.failure !== null && (
          <span className="trace-failure">
            <TriangleAlert size={11} aria-hidden="true" /> {row.failure}
          </span>
        )}
      </th>
      <td className="trace-cell">
        <Timeline row={row} lengthMs={lengthMs} />
      </td>
      <td>
        <Figure kind="ms" value={row.startMs} />
      </td>
      <td>
        <Figure kind="ms" value={row.endMs - row.startMs} />
      </td>
    </tr>
  );
}

export function Waterfall({ trace, design }: { readonly trace: Trace; readonly design: Design }) {
  const rows = useMemo(() => waterfallRows(trace), [trace]);
  const selected = useSelection((state) => state.components[0] ?? null);
  const lengthMs = lengthOf(rows);
  return (
    <>
      <table className="results-table trace-table" aria-label={t('traces.waterfall')}>
        <thead>
          <tr>
            <th scope="col" className="results-name">
              {t('traces.component')}
            </th>
            <th scope="col" className="trace-cell">
              <span className="visually-hidden">{t('traces.timeline')}</span>
              <div className="trace-axis" aria-hidden="true">
                {axisTicks(lengthMs, TICKS).map((ms) => (
                  <span key={ms} style={{ left: place(ms, lengthMs) }}>
                    {formatMs(ms)}
                  </span>
                ))}
              </div>
            </th>
            <th scope="col">{t('traces.start')}</th>
            <th scope="col">{t('traces.takes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row) => (
            <Row
              key={row.id}
              row={row}
              label={labelOf(row, design)}
              lengthMs={lengthMs}
              isSelected={row.componentId !== null && row.componentId === selected}
            />
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && (
        <p className="results-hint">{t('traces.more', { number: rows.length - MOST_ROWS })}</p>
      )}
    </>
  );
}
