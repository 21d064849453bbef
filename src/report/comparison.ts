// Figures of two runs as rows that a person reads: what is compared, in words and with its unit.
import { compareResults, type Comparison } from '../analysis/compare.ts';
import type { FigureKind } from './format.ts';
import { metricKind, metricName } from './metric.ts';
import { requestRows } from './requests.ts';
import { componentNames, connectionNames, type ReportedRun } from './run.ts';
import type { ReportWords } from './words.ts';

export type ComparedGroup = 'requests' | 'components' | 'connections';

export interface ComparisonRow extends Comparison {
  readonly group: ComparedGroup;
  /** Of the component or connection; the path of the requests. */
  readonly id: string;
  readonly subject: string;
  /** "Response time, p95". */
  readonly figure: string;
  readonly kind: FigureKind;
}

export function comparisonRows(a: ReportedRun, b: ReportedRun, words: ReportWords): ComparisonRow[] {
  const names = subjectNames(b, words);
  return compareResults(a.result, b.result).map((comparison) => {
    const keys = comparison.path.split('.');
    const isWhole = keys[0] === 'requests';
    const id = keys.slice(0, isWhole ? 1 : 2).join('.');
    const metric = keys.slice(isWhole ? 1 : 2).join('.');
    const group = keys[0] === 'components' || keys[0] === 'connections' ? keys[0] : 'requests';
    return {
      ...comparison,
      group,
      id: group === 'requests' ? id : (keys[1] ?? ''),
      subject: names.get(id) ?? id,
      figure: metricName(metric, words),
      kind: metricKind(metric),
    };
  });
}

/** By the start of their paths. */
function subjectNames(run: ReportedRun, words: ReportWords): ReadonlyMap<string, string> {
  const streams = run.result.arrivals.length === 1 ? [] : requestRows(run, words);
  const ofStreams = streams.flatMap(({ id, name }): [string, string][] => {
    const [kind, ...rest] = id.split(' ');
    if (kind === 'all') return [];
    return [[`${kind === 'class' ? 'classes' : 'arrivals'}.${rest.join(' ')}`, name]];
  });
  return new Map<string, string>([
    ['requests', words.allRequests],
    ...ofStreams,
    ...[...componentNames(run.design)].map(([id, name]): [string, string] => [`components.${id}`, name]),
    ...[...connectionNames(run.design, words)].map(([id, name]): [string, string] => [`connections.${id}`, name]),
  ]);
}
