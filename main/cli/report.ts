// A result as a page of text: the request figures, a table of the components, and what a reader must know of them.
import type { Component, Design, Objective } from '../../src/model/design.ts';
import type { ComponentFigures, Result, Statistic } from '../../src/simulation/result.ts';
import { printable } from './printable.ts';
import { figure, statistic, table, type Column } from './figures.ts';

/** `sentence` names the bottleneck, where there is one. */
export function reportText(design: Design, result: Result, sentence: string | null): string {
  const sections = [
    [heading(design, result)],
    requestLines(result),
    componentLines(design, result),
    sentence === null ? [] : [sentence],
    objectiveLines(design, result),
    costLines(result),
    result.notes.map((note) => `Note: ${note.path === '' ? '' : `${note.path}: `}${note.message}`),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

function heading(design: Design, result: Result): string {
  const runs = result.replications === 1 ? '1 replication' : `${String(result.replications)} replications`;
  return `${design.name}, scenario ${result.scenario}: ${runs} of ${figure(result.simulatedS)} s, seed ${String(result.seed)}`;
}

function requestLines({ requests }: Result): string[] {
  const { responseMs } = requests;
  const rows: readonly (readonly [string, string])[] = [
    ['Offered', `${statistic(requests.offeredPerSecond)} /s`],
    ['Throughput', `${statistic(requests.throughputPerSecond)} /s`],
    ['Errors', `${statistic(requests.errorRate, 100)} %`],
    ['Response mean', `${statistic(responseMs.mean)} ms`],
    ['Response p50', `${statistic(responseMs.p50)} ms`],
    ['Response p90', `${statistic(responseMs.p90)} ms`],
    ['Response p95', `${statistic(responseMs.p95)} ms`],
    ['Response p99', `${statistic(responseMs.p99)} ms`],
    ['Response max', `${statistic(responseMs.max)} ms`],
  ];
  return table(
    [
      { title: 'Requests', align: 'left', cell: (row) => row[0] },
      { title: '', align: 'left', cell: (row) => row[1] },
    ],
    rows,
  );
}

interface Row {
  readonly component: Component;
  readonly figures: ComponentFigures;
}

function componentLines(design: Design, result: Result): string[] {
  const rows = design.components.flatMap((component): Row[] => {
    const figures = result.components[component.id];
    return figures ? [{ component, figures }] : [];
  });
  const measured = (title: string, of: (figures: ComponentFigures) => Statistic, scale = 1): Column<Row> => ({
    title,
    align: 'right',
    cell: (row) => statistic(of(row.figures), scale),
  });
  const anyOf = (of: (figures: ComponentFigures) => Statistic): boolean =>
    rows.some((row) => (of(row.figures).mean ?? 0) > 0);
  return table<Row>(
    [
      { title: 'Component', align: 'left', cell: ({ component }) => component.name ?? component.id },
      measured('Rate (/s)', (figures) => figures.throughputPerSecond),
      measured('Busy (%)', (figures) => figures.utilisation, 100),
      measured('Waiting', (figures) => figures.waiting),
      measured('Wait (ms)', (figures) => figures.waitMs.mean),
      measured('Response (ms)', (figures) => figures.responseMs.mean),
      measured('p95 (ms)', (figures) => figures.responseMs.p95),
      ...(anyOf((figures) => figures.rejectedPerSecond)
        ? [measured('Rejected (/s)', (figures) => figures.rejectedPerSecond)]
        : []),
      ...(anyOf((figures) => figures.failedPerSecond)
        ? [measured('Failed (/s)', (figures) => figures.failedPerSecond)]
        : []),
      measured('Replicas', (figures) => figures.replicas),
    ],
    rows,
  );
}

function objectiveLines(design: Design, result: Result): string[] {
  return result.objectives.map(({ id, value, met }) => {
    const objective = design.objectives?.find((one) => one.id === id);
    return `Objective ${id}: ${objective ? `${wanted(objective)}: ` : ''}${figure(value)}, ${met ? 'met' : 'missed'}`;
  });
}

/** `responseMs.p95 at api below 200`. */
export function wanted({ metric, at, below, above }: Objective): string {
  const bounds = [
    below === undefined ? [] : [`below ${String(below)}`],
    above === undefined ? [] : [`above ${String(above)}`],
  ];
  return [metric, ...(at === undefined ? [] : [`at ${at}`]), bounds.flat().join(' and ')].join(' ');
}

/** Without a price there is nothing to tell. */
function costLines({ cost }: Result): string[] {
  const parts = [
    ...(cost.perHour ? [`${figure(cost.perHour)} ${cost.currency} an hour`] : []),
    ...(cost.perMillionRequests ? [`${figure(cost.perMillionRequests)} ${cost.currency} a million requests`] : []),
  ];
  return parts.length === 0 ? [] : [`Cost: ${parts.join(', ')}`];
}
