// The figures of a scenario: of a simulation where its result is handed over, else of the analytic estimate.
import { estimate } from '../../analysis/estimate.ts';
import type { Design } from '../../model/design.ts';
import { fail, succeed, type Outcome } from '../../model/finding.ts';
import { badResults } from '../results.ts';

export interface Figures {
  readonly source: string;
  readonly scenario: string;
  readonly rows: readonly (readonly [string, string])[];
}

/** Null where the design has no scenario that can be estimated. */
export function figuresOf(design: Design, results: string): Outcome<Figures | null> {
  if (results.trim() !== '') return simulated(results);
  const made = estimate(design);
  if (!made.ok) return succeed(null);
  return succeed({
    source: 'Estimated, not simulated',
    scenario: made.value.scenario,
    rows: rowsOf(made.value.requests),
  });
}

function simulated(text: string): Outcome<Figures | null> {
  try {
    const result = JSON.parse(text) as { scenario?: unknown; requests?: unknown } | null;
    const rows = rowsOf(result?.requests);
    const name = typeof result?.scenario === 'string' ? result.scenario : '?';
    if (rows.length > 0) return succeed({ source: 'Simulated', scenario: name, rows });
  } catch {
    // What is no JSON is refused below, as is other JSON.
  }
  return fail([badResults('the results are not what simulate --json prints')]);
}

const KEYS = ['offeredPerSecond', 'throughputPerSecond', 'errorRate'] as const;
const TIMES = ['mean', 'p50', 'p90', 'p95', 'p99'] as const;

function rowsOf(requests: unknown): (readonly [string, string])[] {
  const record = asRecord(requests);
  const times = asRecord(record.responseMs);
  return [
    ...KEYS.map((key) => [key, numberOf(record[key])] as const),
    ...TIMES.map((key) => [`responseMs.${key}`, numberOf(times[key])] as const),
  ].flatMap(([key, value]) => (value === null ? [] : [[key, String(Number(value.toPrecision(4)))] as const]));
}

/** A figure is a number, or an estimate with its interval. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  const { mean } = asRecord(value);
  return typeof mean === 'number' ? mean : null;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
