// What the checks of meaning look at: a design with its entries by id, and the name of each entry in a path.
import type { Component, Connection, Design, Group } from '../../model/design.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import { nameOf } from '../../model/graph.ts';
import { namesOf } from '../../model/path.ts';

export interface Subject {
  readonly design: Design;
  readonly groups: readonly Group[];
  readonly connections: readonly Connection[];
  readonly componentById: ReadonlyMap<string, Component>;
  readonly groupById: ReadonlyMap<string, Group>;
  readonly connectionById: ReadonlyMap<string, Connection>;
  /** The path of an entry: `components.api`, or `components.3` where its id is not its own. */
  readonly pathOf: (list: EntryList, index: number) => string;
}

export type EntryList = 'components' | 'connections' | 'groups' | 'objectives' | 'scenarios' | 'notes';

/** One subject of validation: all that it finds, in the order of the file. */
export type Check = (subject: Subject) => Finding[];

interface Entry {
  readonly id: string;
}

export function subjectOf(design: Design): Subject {
  const groups = design.groups ?? [];
  const connections = design.connections ?? [];
  const names = new Map<EntryList, readonly string[]>();
  return {
    design,
    groups,
    connections,
    componentById: byId(design.components),
    groupById: byId(groups),
    connectionById: byId(connections),
    pathOf: (list, index) => {
      const known = names.get(list) ?? namesOf(design[list] ?? []);
      names.set(list, known);
      return `${list}.${known[index] ?? String(index)}`;
    },
  };
}

/** Ids that stand more than once. */
export function repeatedIds(entries: readonly Entry[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { id } of entries) (seen.has(id) ? repeated : seen).add(id);
  return repeated;
}

function byId<T extends Entry>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** A component as people call it; its id where it is not there. */
export function titleOf({ componentById }: Subject, id: string): string {
  const component = componentById.get(id);
  return component === undefined ? id : nameOf(component);
}

export function finding(rule: string, severity: Severity, path: string, message: string, mend: string): Finding {
  return { rule, severity, path, message, mend };
}

export function error(rule: string, path: string, message: string, mend: string): Finding {
  return finding(rule, 'error', path, message, mend);
}

export function advice(rule: string, path: string, message: string, mend: string): Finding {
  return finding(rule, 'advice', path, message, mend);
}
