// The run over time: response times, rates, and the utilisation of the selected component or else the busiest, side by
// side with one cursor.
import { useMemo } from 'react';
import type { Run } from '../../state/results.ts';
import { inWords, stepTimes, toColumn } from '../../charts/columns.ts';
import { TimeChart, type ChartLine } from '../../charts/TimeChart.tsx';
import { useDocument } from '../../state/document.ts';
import { useSelection } from '../../state/selection.ts';
import { formatMs, formatRate, formatShare } from '../../theme/format.ts';
import { nameOf } from '../../../src/model/graph.ts';
import { busiestId } from './rows.ts';

interface ChartData {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly format: (value: number | null | undefined) => string;
  readonly limit?: number;
}

const DASH = [4, 3];

function summaryOf({ title, lines, format }: ChartData): string {
  const parts = lines.map(({ label, values }) => `${label} ${inWords(values, format) ?? 'without a value'}`);
  return `${title} over time: ${parts.join('; ')}`;
}

function useComponentId(run: Run): string | null {
  const selected = useSelection((state) => state.components[0]);
  const isKnown = selected !== undefined && selected in run.result.series.components;
  return isKnown ? selected : busiestId(run.result);
}

function useCharts(run: Run, componentId: string | null, name: string): readonly ChartData[] {
  return useMemo(() => {
    const { requests, components } = run.result.series;
    const component = componentId === null ? undefined : components[componentId];
    const charts: ChartData[] = [
      {
        title: 'Response time',
        format: formatMs,
        lines: [
          { label: 'mean', values: toColumn(requests.responseMs.mean), colour: '--chart-1' },
          { label: 'p95', values: toColumn(requests.responseMs.p95), colour: '--chart-2', dash: DASH },
        ],
      },
      {
        title: 'Requests',
        format: formatRate,
        lines: [
          { label: 'offered', values: toColumn(requests.offeredPerSecond), colour: '--chart-2', dash: DASH },
          { label: 'succeeded', values: toColumn(requests.throughputPerSecond), colour: '--chart-1' },
        ],
      },
    ];
    if (component)
      charts.push({
        title: `Utilisation of ${name}`,
        format: formatShare,
        limit: 1.05,
        lines: [{ label: 'utilisation', values: toColumn(component.utilisation), colour: '--chart-3' }],
      });
    return charts;
  }, [run, componentId, name]);
}

/** The warm-up that was asked for, as long as the scenario is still the one that was run. */
function useWarmupS(run: Run): number {
  return useDocument(({ design, revision }) => {
    const scenario = (design.scenarios ?? []).find(({ id }) => id === run.scenario);
    return revision === run.revision && typeof scenario?.warmupS === 'number' ? scenario.warmupS : 0;
  });
}

export function TimeCharts({ run }: { run: Run }) {
  const componentId = useComponentId(run);
  const name = useDocument(({ design }) =>
    nameOf(design.components.find((component) => component.id === componentId) ?? { id: componentId ?? '' }),
  );
  const charts = useCharts(run, componentId, name);
  const warmupS = useWarmupS(run);
  const { fromS, stepS, requests } = run.result.series;
  const timesS = useMemo(
    () => stepTimes(fromS, stepS, requests.throughputPerSecond.length),
    [fromS, stepS, requests.throughputPerSecond.length],
  );
  return (
    <div className="results-charts">
      {charts.map((chart, at) => (
        <TimeChart
          key={at}
          title={chart.title}
          summary={summaryOf(chart)}
          timesS={timesS}
          lines={chart.lines}
          format={chart.format}
          warmupS={warmupS}
          syncKey="run"
          {...(chart.limit !== undefined && { limit: chart.limit })}
        />
      ))}
    </div>
  );
}
