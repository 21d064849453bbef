// What went wrong, where, and how to mend it: the one shape of every complaint that Spandrel makes.

export type Severity = 'error' | 'warning' | 'advice';

/** A place in a text, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Finding {
  /** Stable name for programs, in kebab-case: `unknown-reference`, `out-of-range`. */
  readonly rule: string;
  readonly severity: Severity;
  /** The place in the design, in the PATH language: `components.api.capacity.replicas`. Empty for the whole file. */
  readonly path: string;
  /** One sentence for a person, without a full stop. */
  readonly message: string;
  /** One sentence that says how to mend it. */
  readonly mend: string;
  /** Only for what could not be parsed. */
  readonly position?: Position;
}

/** An expected failure is a value: either the thing, with remarks, or the findings that stand in its way. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export function succeed<T>(value: T, notes: readonly Finding[] = []): Outcome<T> {
  return { ok: true, value, notes };
}

export function fail(findings: readonly Finding[]): { readonly ok: false; readonly findings: readonly Finding[] } {
  return { ok: false, findings };
}

export function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}
