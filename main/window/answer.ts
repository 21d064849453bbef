// What a call comes to: its output, or the number under which the defect was logged.
import type { Finding, Outcome } from '../../src/model/finding.ts';

export type Answer = { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly error: string };

type Copied<T> =
  | { readonly ok: true; readonly value: T; readonly notes: Finding[] }
  | { readonly ok: false; readonly findings: Finding[] };

/** The contract's lists are plain arrays, ours are read-only. */
export function copied<T>(outcome: Outcome<T>): Copied<T> {
  return outcome.ok
    ? { ok: true, value: outcome.value, notes: [...outcome.notes] }
    : { ok: false, findings: [...outcome.findings] };
}
