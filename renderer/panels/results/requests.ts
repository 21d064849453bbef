// The figures of requests by what they have in common: all of them, a class, a stream of arrivals.
import type { Arrival, Design } from '../../../src/model/design.ts';
import { nameOf } from '../../../src/model/graph.ts';
import type { RequestFigures } from '../../../src/simulation/result.ts';
import type { Run } from '../../state/results.ts';

export interface RequestRow {
  readonly id: string;
  readonly name: string;
  readonly figures: RequestFigures;
  /** Where they arrive, for a stream. */
  readonly componentId: string | null;
}

function arrivalName(design: Design, at: string, arrival: Arrival | undefined): string {
  const component = design.components.find(({ id }) => id === at);
  const place = `Arrivals at ${nameOf(component ?? { id: at })}`;
  return arrival?.class === undefined ? place : `${place}, ${arrival.class}`;
}

/** Streams that would be called the same are numbered. */
function numbered(rows: readonly RequestRow[]): RequestRow[] {
  return rows.map((row, at) => {
    const same = rows.filter(({ name }) => name === row.name);
    return same.length === 1
      ? row
      : { ...row, name: `${row.name} (${rows.slice(0, at).filter(({ name }) => name === row.name).length + 1})` };
  });
}

/** All requests first, then classes by name, then streams in the order of the scenario. One stream alone says nothing more. */
export function requestRows({
  design,
  scenario: id,
  result,
}: Pick<Run, 'design' | 'scenario' | 'result'>): RequestRow[] {
  const arrivals = (design.scenarios ?? []).find((scenario) => scenario.id === id)?.arrivals ?? [];
  const classes = Object.entries(result.classes)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, figures]) => ({ id: `class ${name}`, name: `Class ${name}`, figures, componentId: null }));
  const streams = result.arrivals.map((figures, at) => ({
    id: `arrival ${at}`,
    name: arrivalName(design, figures.at, arrivals[at]),
    figures,
    componentId: figures.at,
  }));
  const all: RequestRow = { id: 'all', name: 'All requests', figures: result.requests, componentId: null };
  return [all, ...classes, ...(streams.length > 1 ? numbered(streams) : [])];
}

export const PERCENTILES = ['p50', 'p90', 'p95', 'p99'] as const;

export interface Band {
  readonly upTo: (typeof PERCENTILES)[number];
  readonly fromMs: number;
  readonly toMs: number;
}

/** From 0 to p50, from there to p90, and so on: where the requests lie. Empty where none was answered. */
export function bandsBetween({ responseMs }: RequestFigures): Band[] {
  const bands: Band[] = [];
  let fromMs = 0;
  for (const upTo of PERCENTILES) {
    const toMs = responseMs[upTo].mean;
    if (toMs === null) return [];
    // Percentiles are means over the replications, and so may cross by a hair.
    bands.push({ upTo, fromMs, toMs: Math.max(fromMs, toMs) });
    fromMs = Math.max(fromMs, toMs);
  }
  return bands;
}
