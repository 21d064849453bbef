// What of a design can be varied, by name; which range suits it; and rows of the form as what a study asks.
import type { Vary } from '../../../src/analysis/sweep/grid.ts';
import { designAt } from '../../../src/analysis/sweep/grid.ts';
import { readRange } from '../../../src/analysis/sweep/range.ts';
import { kindByKey } from '../../../src/catalogue/index.ts';
import type { Component, Design, Scenario } from '../../../src/model/design.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { getAt, pathWriter } from '../../../src/model/path.ts';
import type { Result } from '../../../src/simulation/result.ts';
import type { FieldDescription, NumberShape } from '../fields/describe.ts';
import { fieldAlong } from '../fields/titles.ts';
import { componentFields, connectionFields } from '../inspector/sections.ts';
import { scenarioFields } from '../scenario/sections.ts';
import { whereabouts } from '../findings/where.ts';
import { sentence } from '../findings/sentence.ts';
import { t } from '../../texts.ts';
import type { VariedRow } from '../../state/questions.ts';

export interface Variable {
  readonly path: string;
  /** "Replicas". */
  readonly title: string;
}

/** The variables of one component, connection or scenario. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly variables: readonly Variable[];
}

const CAPACITY = ['replicas', 'concurrency', 'speed'] as const;
/** Places on the canvas and prices say nothing about how a system behaves; the length of a run is no property of it. */
const LEFT_OUT = new Set([
  'view',
  'resources',
  'runtime',
  'cost',
  'bends',
  'seed',
  'durationS',
  'warmupS',
  'replications',
]);

/** Everything with a number that stands in the design, and the capacity of all that works. */
export function subjectsOf(design: Design, scenario: Scenario | null): Subject[] {
  const write = pathWriter(design);
  const subject = (id: string, keys: readonly PropertyKey[], more: readonly string[] = []): Subject => {
    const base = write(keys);
    const inside = numbersWithin(getAt(design, base)).map((rest) => write([...keys, ...rest]));
    const paths = [...new Set([...more.map((key) => `${base}.${key}`), ...inside])];
    const name = whereabouts(design, base).label;
    const variables = paths.map((path) => ({ path, title: titleWithin(whereabouts(design, path).label, name) }));
    return { id, name, variables };
  };
  const place = (design.scenarios ?? []).findIndex(({ id }) => id === scenario?.id);
  return [
    ...design.components.map((component, at) =>
      subject(`component ${component.id}`, ['components', at], works(component) ? CAPACITY.map(inCapacity) : []),
    ),
    ...(design.connections ?? []).map(({ id }, at) => subject(`connection ${id}`, ['connections', at])),
    ...(place < 0 ? [] : [subject(`scenario ${String(place)}`, ['scenarios', place])]),
  ].filter(({ variables }) => variables.length > 0);
}

const inCapacity = (key: string): string => `capacity.${key}`;

function titleWithin(label: string, name: string): string {
  return label.startsWith(`${name} · `) ? label.slice(name.length + 3) : label;
}

function works({ kind, service }: Component): boolean {
  return service !== undefined || kindByKey(kind)?.behaviour.station === 'broker';
}

function numbersWithin(value: unknown): (readonly PropertyKey[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): (readonly PropertyKey[])[] => {
    if (LEFT_OUT.has(key)) return [];
    const word = Array.isArray(value) ? Number(key) : key;
    if (typeof inner === 'number') return [[word]];
    return numbersWithin(inner).map((rest) => [word, ...rest]);
  });
}

/** "API Gateway · Replicas". */
export function variableName(design: Design, path: string): string {
  return whereabouts(design, path).label;
}

const FIELDS: Readonly<Record<string, readonly FieldDescription[]>> = {
  components: componentFields,
  connections: connectionFields,
  scenarios: scenarioFields,
};

function numberShapeAt(path: string): NumberShape | null {
  const [list = '', , ...keys] = path.split('.');
  const shape = fieldAlong(FIELDS[list] ?? [], keys)?.shape;
  if (shape?.type === 'number-or-text' || shape?.type === 'number-or-variant') return shape.number;
  return shape?.type === 'number' ? shape : null;
}

/** The values to begin with where there is no value yet: of replicas, slots, speed. */
const FIRST = 1;
const SHARES = [0.5, 0.7, 0.8, 0.9, 0.95];

/** About the value that is there, and with it. */
export function rangeFor(design: Design, path: string): string {
  const there = getAt(design, path);
  const value = typeof there === 'number' ? there : FIRST;
  const shape = numberShapeAt(path);
  if (shape?.whole) return `${String(Math.min(1, value))}..${String(Math.max(4, 2 * value))}`;
  const isShare = shape?.max === 1;
  const about = isShare ? SHARES : value === 0 ? [1, 2, 5] : [0.5, 0.75, 1.5, 2].map((factor) => factor * value);
  const values = [...about, value].map((one) => Number(one.toPrecision(6)));
  return [...new Set(values)].sort((a, b) => a - b).join(',');
}

export type ReadRow = { readonly ok: true; readonly vary: Vary } | { readonly ok: false; readonly problem: string };

/** A row as a study asks it: its range can be read, and its path leads somewhere. */
export function readRow(design: Design, { path, range }: VariedRow): ReadRow {
  const read = readRange(range);
  if (!read.ok) return wrong(read.findings);
  const [first] = read.value;
  const at = designAt(design, { [path]: first });
  return at.ok ? { ok: true, vary: { path, values: read.value } } : wrong(at.findings);
}

function wrong([first]: readonly Finding[]): ReadRow {
  return { ok: false, problem: first ? `${sentence(first.message)} ${sentence(first.mend)}` : '' };
}

/** What all rows ask together; null where one cannot be read, or two vary the same. */
export function readRows(design: Design, rows: readonly VariedRow[]): readonly Vary[] | null {
  const read = rows.map((row) => readRow(design, row));
  const varies = read.flatMap((row) => (row.ok ? [row.vary] : []));
  const areAll = varies.length === rows.length && rows.length > 0;
  return areAll && new Set(varies.map(({ path }) => path)).size === rows.length ? varies : null;
}

/** What is wrong with a row; null where nothing is. */
export function problemOf(design: Design, row: VariedRow, rows: readonly VariedRow[]): string | null {
  const read = readRow(design, row);
  if (!read.ok) return read.problem;
  return rows.some((other) => other !== row && other.path === row.path) ? t('analysis.variedTwice') : null;
}

/** The replicas of the component that was the busiest in a run, or else of the first that works. */
export function busiestVariable({ components }: Design, result: Result | null): string | null {
  const busy = (id: string): number => result?.components[id]?.utilisation.mean ?? 0;
  const [most] = components
    .filter((component) => component.service !== undefined)
    .toSorted((a, b) => busy(b.id) - busy(a.id));
  return most === undefined ? null : `components.${most.id}.capacity.replicas`;
}
