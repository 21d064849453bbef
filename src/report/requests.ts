// The figures of requests by what they have in common: all of them, a class, a stream of arrivals.
import type { Arrival, Design } from '../model/design.ts';
import { nameOf } from '../model/graph.ts';
import type { RequestFigures } from '../simulation/result.ts';
import { fill, type ReportWords } from './words.ts';
import type { ReportedRun } from './run.ts';

export interface RequestRow {
  readonly id: string;
  readonly name: string;
  readonly figures: RequestFigures;
  /** Where they arrive, for a stream. */
  readonly componentId: string | null;
}

function arrivalName(design: Design, at: string, arrival: Arrival | undefined, words: ReportWords): string {
  const component = design.components.find(({ id }) => id === at);
  const place = fill(words.arrivalsAt, { place: nameOf(component ?? { id: at }) });
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
export function requestRows({ design, scenario: id, result }: ReportedRun, words: ReportWords): RequestRow[] {
  const arrivals = (design.scenarios ?? []).find((scenario) => scenario.id === id)?.arrivals ?? [];
  const classes = Object.entries(result.classes)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, figures]) => ({
      id: `class ${name}`,
      name: fill(words.className, { name }),
      figures,
      componentId: null,
    }));
  const streams = result.arrivals.map((figures, at) => ({
    id: `arrival ${at}`,
    name: arrivalName(design, figures.at, arrivals[at], words),
    figures,
    componentId: figures.at,
  }));
  const all: RequestRow = { id: 'all', name: words.allRequests, figures: result.requests, componentId: null };
  return [all, ...classes, ...(streams.length > 1 ? numbered(streams) : [])];
}
