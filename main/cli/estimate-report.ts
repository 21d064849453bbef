// An estimate as a page of text: the request figures, a table of the components, and what it leaves out.
import type { Estimate } from '../../src/analysis/estimate.ts';
import type { EstimatedComponent } from '../../src/analysis/estimate/figures.ts';
import type { Component, Design } from '../../src/model/design.ts';
import { nameOf } from '../../src/model/graph.ts';
import { type Column, figure, table } from './figures.ts';
import { printable } from './printable.ts';

export function estimateText(design: Design, estimate: Estimate): string {
  const sections = [
    [`${design.name}, scenario ${estimate.scenario}: estimate, in the long run`],
    requestLines(estimate),
    componentLines(design, estimate),
    [verdict(design, estimate)],
    estimate.notes.map(({ message }) => `Note: ${message}`),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

function requestLines({ requests }: Estimate): string[] {
  const { responseMs } = requests;
  const percent = (share: number | null): string => figure(share === null ? null : share * 100);
  const rows: readonly (readonly [string, string])[] = [
    ['Offered', `${figure(requests.offeredPerSecond)} /s`],
    ['Throughput', `${figure(requests.throughputPerSecond)} /s`],
    ['Errors', `${percent(requests.errorRate)} %`],
    ...(['mean', 'p50', 'p90', 'p95', 'p99'] as const).map(
      (name) => [`Response ${name}`, `${figure(responseMs[name])} ms`] as const,
    ),
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
  readonly figures: EstimatedComponent;
}

function componentLines(design: Design, { components }: Estimate): string[] {
  const rows = design.components.flatMap((component): Row[] => {
    const figures = components[component.id];
    return figures ? [{ component, figures }] : [];
  });
  const column = (title: string, of: (figures: EstimatedComponent) => number | null): Column<Row> => ({
    title,
    align: 'right',
    cell: (row) => figure(of(row.figures)),
  });
  return table<Row>(
    [
      { title: 'Component', align: 'left', cell: ({ component }) => nameOf(component) },
      column('Rate (/s)', (figures) => figures.throughputPerSecond),
      column('Busy (%)', (figures) => figures.utilisation * 100),
      column('Waiting', (figures) => figures.waiting),
      column('Wait (ms)', (figures) => figures.waitMs.mean),
      column('Response (ms)', (figures) => figures.responseMs.mean),
      column('p95 (ms)', (figures) => figures.responseMs.p95),
      column('Replicas', (figures) => figures.replicas),
    ],
    rows,
  );
}

function verdict(design: Design, { stable, bottlenecks, busiest }: Estimate): string {
  const name = (id: string): string => nameOf(design.components.find((one) => one.id === id) ?? { id });
  if (!stable) return `The load cannot be carried: ${bottlenecks.map(name).join(', ')} saturated`;
  if (busiest === null) return 'Nothing is busy';
  return `${name(busiest.id)} is the busiest: ${figure(busiest.utilisation * 100)} % busy`;
}
