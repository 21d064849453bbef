// Readers of option values that several verbs share; a wrong one is wrong usage.
import { InvalidArgumentError } from 'commander';
import { readSlo } from '../../src/analysis/plan/slo.ts';
import type { Vary } from '../../src/analysis/sweep/grid.ts';
import { readRange } from '../../src/analysis/sweep/range.ts';

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** A whole number within bounds, both included. */
export function wholeNumber(bounds: Bounds): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= bounds.min && value <= bounds.max) return value;
    throw new InvalidArgumentError(`It is a whole number from ${String(bounds.min)} to ${String(bounds.max)}.`);
  };
}

/** Seconds as a number, 0 or more. */
export function seconds(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('It is a number of seconds, without a unit.');
}

/** Gathers an option that may be given several times. */
export function gathered<T>(
  read: (text: string) => T,
): (text: string, before: readonly T[] | undefined) => readonly T[] {
  return (text, before) => [...(before ?? []), read(text)];
}

/** The length of a warm-up. */
export function secondsOrAuto(text: string): number | 'auto' {
  return text === 'auto' ? text : seconds(text);
}

/** One `PATH=RANGE`. */
export function vary(text: string): Vary {
  const equals = text.indexOf('=');
  if (equals <= 0) throw new InvalidArgumentError('It is PATH=RANGE, such as components.api.capacity.replicas=1..8.');
  const range = readRange(text.slice(equals + 1));
  if (range.ok) return { path: text.slice(0, equals), values: range.value };
  const [finding] = range.findings;
  throw new InvalidArgumentError(`${String(finding?.message)}; ${String(finding?.mend)}.`);
}

/** One objective, as it is written; which figures there are is known to those who plan. */
export function slo(text: string): string {
  const read = readSlo(text, 'slo');
  if (read.ok) return text;
  const [finding] = read.findings;
  throw new InvalidArgumentError(`${String(finding?.message)}; ${String(finding?.mend)}.`);
}

/** A share above 0 and below 1. */
export function share(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError('It is a share above 0 and below 1, such as 0.02.');
}

/** One `PATH=VALUE`; the value may contain further equals signs. */
export interface Setting {
  readonly path: string;
  readonly value: string;
}

export function setting(text: string): Setting {
  const equals = text.indexOf('=');
  if (equals > 0) return { path: text.slice(0, equals), value: text.slice(equals + 1) };
  throw new InvalidArgumentError('It is PATH=VALUE, such as components.api.capacity.replicas=4.');
}
