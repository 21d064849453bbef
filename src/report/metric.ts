// The metrics of results by their names: what each measures, and what a reader calls it.
import type { FigureKind } from './format.ts';
import type { ReportWords } from './words.ts';

/** `responseMs.p95` is a time, `errorRate` a share, `cost.perHour` money: units stand last in the names. */
export function metricKind(metric: string): FigureKind {
  if (/PerSecond/.test(metric)) return 'rate';
  if (/Ms\b/.test(metric)) return 'ms';
  if (/(^|\.)(utilisation|errorRate)$/.test(metric)) return 'share';
  return metric.startsWith('cost.') ? 'money' : 'count';
}

/** "Response time, p95": each key by its word where there is one, else as it stands in the result. */
export function metricName(metric: string, words: ReportWords): string {
  const known = words.metrics as Readonly<Record<string, string>>;
  return metric
    .split('.')
    .map((key) => known[key] ?? key)
    .join(', ');
}
