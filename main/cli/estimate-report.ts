// An estimate as a page of text: the request figures, a table of the components, and what it leaves out.
import type { Estimate, FullEstimate } from '../../src/analysis/estimate.ts';
import type { StreamBounds } from '../../src/analysis/estimate/bounds.ts';
import type { EstimatedComponent } from '../../src/analysis/estimate/figures.ts';
import type { Component, Design } from '../../src/model/design.ts';
import { componentName, nameOf } from '../../src/model/graph.ts';
import { type Column, figure, table } from './figures.ts';
import { printable } from './printable.ts';

export function estimateText(design: Design, estimate: FullEstimate): string {
  const sections = [
    [`${design.name}, scenario ${estimate.scenario}: estimate, in the long run`],
    requestLines(estimate),
    componentLines(design, estimate),
    [verdict(design, estimate), ...neededLines(design, estimate), limitLine(design, estimate)],
    boundLines(design, estimate),
    worthLines(design, estimate),
    [...estimate.notes.map(({ message }) => `Note: ${message}`), ...approximationLines(estimate)],
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

function limitLine(design: Design, { limit }: FullEstimate): string {
  if (limit.component === null) return 'No load that was tried is too much for it';
  const rate =
    limit.ratePerSecond === null ? '' : `, ${limit.factor < 1 ? 'or' : 'to'} ${figure(limit.ratePerSecond)} /s`;
  const name = componentName(design, limit.component);
  if (limit.factor < 1) return `Only ${figure(limit.factor)} times the load is carried${rate}, by ${name}`;
  return `The load can grow to ${figure(limit.factor)} times what it is${rate}, until ${name} is saturated`;
}

function approximationLines({ approximations }: Estimate): string[] {
  return approximations.map(({ path, message }) => `By approximation, as of ${path}: ${message}`);
}

function neededLines(design: Design, { stable, needed }: FullEstimate): string[] {
  if (stable) return [];
  if (needed === null || needed.length === 0) return ['No number of replicas carries it'];
  const told = needed.map(({ component, replicas }) => `${componentName(design, component)} ${String(replicas)}`);
  return [`Replicas that would carry it, at least: ${told.join(', ')}`];
}

/** What no approximation can move: the least response and the most that is carried, by the work alone. */
function boundLines(design: Design, { bounds: { streams } }: FullEstimate): string[] {
  const users: Column<StreamBounds> = {
    title: 'Users until one waits',
    align: 'right',
    cell: ({ closed }) => figure(closed?.kneeUsers ?? null),
  };
  return table<StreamBounds>(
    [
      { title: 'At best, for arrivals at', align: 'left', cell: ({ at }) => componentName(design, at) },
      {
        title: 'Response (ms)',
        align: 'right',
        cell: ({ leastResponseMs, closed }) => figure(closed?.leastResponseMs ?? leastResponseMs),
      },
      {
        title: 'Carried (/s)',
        align: 'right',
        cell: ({ mostPerSecond, closed }) => figure(closed?.mostThroughputPerSecond ?? mostPerSecond),
      },
      ...(streams.some(({ closed }) => closed !== null) ? [users] : []),
      {
        title: 'Set by',
        align: 'left',
        cell: ({ component }) => (component === null ? '' : componentName(design, component)),
      },
    ],
    streams,
  );
}

const CHANGES: Readonly<Record<FullEstimate['sensitivity'][number]['change'], string>> = {
  'one-more-replica': 'one more replica',
  'a-tenth-less-work': 'a tenth less work',
  'half-the-misses': 'half the misses',
};
/** The rest is hardly worth a line. */
const MOST_CHANGES = 5;

function worthLines(design: Design, { sensitivity }: FullEstimate): string[] {
  const worth = sensitivity.filter(({ gainMs, meanMs }) => meanMs !== null && (gainMs === null || gainMs > 0.001));
  if (worth.length === 0) return [];
  return table(
    [
      { title: 'What to change first', align: 'left', cell: ({ component }) => componentName(design, component) },
      { title: '', align: 'left', cell: ({ change }) => CHANGES[change] },
      { title: 'Mean (ms)', align: 'right', cell: ({ meanMs }) => figure(meanMs) },
      { title: 'p95 (ms)', align: 'right', cell: ({ p95Ms }) => figure(p95Ms) },
    ],
    worth.slice(0, MOST_CHANGES),
  );
}

function verdict(design: Design, { stable, bottlenecks, busiest }: Estimate): string {
  const name = (id: string): string => componentName(design, id);
  if (!stable) return `The load cannot be carried: ${bottlenecks.map(name).join(', ')} saturated`;
  if (busiest === null) return 'Nothing is busy';
  return `${name(busiest.id)} is the busiest: ${figure(busiest.utilisation * 100)} % busy`;
}
