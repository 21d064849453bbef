// What a report is about: a design as it was run, and what the run said.
import type { Connection, Design } from '../model/design.ts';
import { nameOf } from '../model/graph.ts';
import type { Result } from '../simulation/result.ts';
import { fill, type ReportWords } from './words.ts';

export interface ReportedRun {
  readonly design: Design;
  /** Id of the scenario that was run. */
  readonly scenario: string;
  readonly result: Result;
}

export function componentNames(design: Design): ReadonlyMap<string, string> {
  return new Map(design.components.map((component) => [component.id, nameOf(component)]));
}

/** "API to Database". */
export function connectionNames(design: Design, words: ReportWords): ReadonlyMap<string, string> {
  const names = componentNames(design);
  const nameOfEnd = (id: string): string => names.get(id) ?? id;
  return new Map(
    (design.connections ?? []).map(({ id, from, to }: Connection) => [
      id,
      fill(words.fromTo, { from: nameOfEnd(from), to: nameOfEnd(to) }),
    ]),
  );
}
