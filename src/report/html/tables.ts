// The tables of a report.
import type { ComponentFigures, ConnectionFigures, Statistic } from '../../simulation/result.ts';
import { formatFigure, statisticParts, withUnit, type FigureKind } from '../format.ts';
import { requestRows, type RequestRow } from '../requests.ts';
import { componentNames, connectionNames, type ReportedRun } from '../run.ts';
import type { ReportWords } from '../words.ts';
import { html, table, type Html, type TableColumn } from './html.ts';

/** "120/s ±0.4", the interval softer. */
export function figure(kind: FigureKind, statistic: Statistic): Html {
  const parts = statisticParts(kind, statistic);
  return parts.interval === null
    ? html`${withUnit(parts)}`
    : html`${withUnit(parts)} <small>±${parts.interval}</small>`;
}

interface Named<F> {
  readonly name: string;
  readonly figures: F;
}

function column<F>(title: string, kind: FigureKind, of: (figures: F) => Statistic): TableColumn<Named<F>> {
  return { title, cell: ({ figures }) => figure(kind, of(figures)) };
}

function named<F>(title: string): TableColumn<Named<F>> {
  return { title, cell: ({ name }) => name };
}

export function requestsTable(run: ReportedRun, words: ReportWords): Html {
  type Figures = RequestRow['figures'];
  return table<Named<Figures>>(
    words.requests,
    [
      named(words.requests),
      column(words.offered, 'rate', ({ offeredPerSecond }) => offeredPerSecond),
      column(words.throughput, 'rate', ({ throughputPerSecond }) => throughputPerSecond),
      column(words.errors, 'share', ({ errorRate }) => errorRate),
      column(words.mean, 'ms', ({ responseMs }) => responseMs.mean),
      column('p50', 'ms', ({ responseMs }) => responseMs.p50),
      column('p90', 'ms', ({ responseMs }) => responseMs.p90),
      column('p95', 'ms', ({ responseMs }) => responseMs.p95),
      column('p99', 'ms', ({ responseMs }) => responseMs.p99),
      column(words.maximum, 'ms', ({ responseMs }) => responseMs.max),
    ],
    requestRows(run, words),
  );
}

export function componentsTable({ design, result }: ReportedRun, words: ReportWords): Html {
  const names = componentNames(design);
  return table<Named<ComponentFigures>>(
    words.components,
    [
      named(words.component),
      column(words.arrivals, 'rate', ({ arrivalsPerSecond }) => arrivalsPerSecond),
      column(words.utilisation, 'share', ({ utilisation }) => utilisation),
      column(words.wait, 'ms', ({ waitMs }) => waitMs.mean),
      column(words.waiting, 'count', ({ waiting }) => waiting),
      column(words.p95, 'ms', ({ responseMs }) => responseMs.p95),
      column(words.replicas, 'count', ({ replicas }) => replicas),
      column(words.rejected, 'rate', ({ rejectedPerSecond }) => rejectedPerSecond),
      column(words.failed, 'rate', ({ failedPerSecond }) => failedPerSecond),
    ],
    Object.entries(result.components).map(([id, figures]) => ({ name: names.get(id) ?? id, figures })),
  );
}

export function connectionsTable({ design, result }: ReportedRun, words: ReportWords): Html {
  const names = connectionNames(design, words);
  return table<Named<ConnectionFigures>>(
    words.connections,
    [
      named(words.connection),
      column(words.calls, 'rate', ({ callsPerSecond }) => callsPerSecond),
      column(words.mean, 'ms', ({ responseMs }) => responseMs.mean),
      column(words.p95, 'ms', ({ responseMs }) => responseMs.p95),
      column(words.retries, 'rate', ({ retriesPerSecond }) => retriesPerSecond),
      column(words.timeouts, 'rate', ({ timeoutsPerSecond }) => timeoutsPerSecond),
      column(words.errors, 'rate', ({ outcomesPerSecond }) => outcomesPerSecond.error),
      column(words.rejected, 'rate', ({ outcomesPerSecond }) => outcomesPerSecond.rejected),
      column(words.breakerOpen, 'rate', ({ outcomesPerSecond }) => outcomesPerSecond.open),
    ],
    Object.entries(result.connections).map(([id, figures]) => ({ name: names.get(id) ?? id, figures })),
  );
}

export function summaryFigures({ requests, cost }: ReportedRun['result'], words: ReportWords): Html {
  const items: readonly (readonly [string, Html])[] = [
    [words.throughput, figure('rate', requests.throughputPerSecond)],
    [words.errors, figure('share', requests.errorRate)],
    ['p50', figure('ms', requests.responseMs.p50)],
    ['p95', figure('ms', requests.responseMs.p95)],
    ['p99', figure('ms', requests.responseMs.p99)],
    [words.costPerHour, html`${formatFigure('money', cost.perHour, cost.currency)}`],
    [words.costPerMillion, html`${formatFigure('money', cost.perMillionRequests, cost.currency)}`],
  ];
  return html`<dl class="figures">
    ${items.map(
      ([title, value]) =>
        html`<div>
          <dt>${title}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl> `;
}
