// A comparison as a page of text: both figures, the difference with its interval, what of it is beyond chance, a sentence.
import { type ComparedMetric, type Run, type RunComparison, type RunVerdict } from '../../src/analysis/compare-runs.ts';
import type { Statistic } from '../../src/simulation/result.ts';
import { figure, statistic, table } from './figures.ts';
import { printable } from './printable.ts';

interface Side {
  readonly file: string;
  readonly name: string;
  readonly scenario: string;
}

interface About extends RunComparison {
  readonly a: Side;
  readonly b: Side;
}

const MARKS: Readonly<Record<RunVerdict, string>> = {
  higher: '* higher',
  lower: '* lower',
  same: 'the same',
  'not-shown': 'may be chance',
  unknown: 'cannot be told',
};

export function comparisonText(about: About, a: Run, b: Run): string {
  const line = (letter: string, { name, scenario }: Side, { result }: Run): string =>
    `${letter}: ${name}, scenario ${scenario}: ${String(result.replications)} x ${figure(result.simulatedS)} s, seed ${String(result.seed)}`;
  const heading = [line('A', about.a, a), line('B', about.b, b)];
  const sections = [heading, rows(about.metrics), sentences(about, a, b)];
  return `${sections.map((lines) => lines.map(printable).join('\n')).join('\n\n')}\n`;
}

function rows(metrics: readonly ComparedMetric[]): string[] {
  return table<ComparedMetric>(
    [
      { title: 'Figure', align: 'left', cell: titleOf },
      { title: 'A', align: 'right', cell: ({ a }) => statistic(a) },
      { title: 'B', align: 'right', cell: ({ b }) => statistic(b) },
      { title: 'B - A', align: 'right', cell: ({ difference }) => signed(difference) },
      { title: 'p', align: 'right', cell: ({ pAdjusted }) => figure(pAdjusted) },
      { title: '', align: 'left', cell: ({ verdict }) => MARKS[verdict] },
    ],
    metrics,
  );
}

function titleOf({ metric, at }: ComparedMetric): string {
  return at === undefined ? metric : `${at} ${metric}`;
}

function signed(difference: Statistic): string {
  return `${(difference.mean ?? 0) > 0 ? '+' : ''}${statistic(difference)}`;
}

function sentences({ metrics, paired }: About, a: Run, b: Run): string[] {
  const beyond = metrics.filter(({ significant }) => significant);
  const tested = metrics.filter(({ p }) => p !== null);
  const told = beyond.map((metric) => `${titleOf(metric)} ${metric.verdict} by ${amount(metric.difference)}`);
  const how = paired
    ? 'Paired t tests: replications with the same chance are compared one by one'
    : "Welch's t tests of independent runs";
  return [
    beyond.length === 0
      ? `No difference in ${String(tested.length)} figures is beyond chance; that does not show that A and B are equal`
      : `B is beyond chance in ${String(beyond.length)} of ${String(tested.length)} figures: ${told.join('; ')}`,
    `${how}; p with Holm's correction for all of them, at 5 %`,
    ...(a.result.simulatedS === b.result.simulatedS && a.result.warmupS === b.result.warmupS
      ? []
      : ['Note: the two do not cover the same time, so that they differ by that too']),
    ...onlyIn('A', a, b),
    ...onlyIn('B', b, a),
  ];
}

function amount({ mean, ci95 }: Statistic): string {
  return statistic({ mean: mean === null ? null : Math.abs(mean), ci95 });
}

function onlyIn(letter: string, one: Run, other: Run): string[] {
  const ids = Object.keys(one.result.components).filter((id) => !Object.hasOwn(other.result.components, id));
  return ids.length === 0 ? [] : [`Only in ${letter}: ${ids.join(', ')}`];
}
