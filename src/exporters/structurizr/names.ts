// Names and identifiers of a workspace: each name once among its like, each identifier once whatever its case.
import type { Design } from '../../model/design.ts';
import { shown } from '../drawn.ts';
import { sayable } from './dsl.ts';

export interface Named {
  readonly id: string;
  readonly name?: string | undefined;
}

/** The name of each, as the DSL can say it, with the id behind it where another has the same name already. */
export function uniqueNames(all: readonly Named[], reserved: readonly string[] = []): ReadonlyMap<string, string> {
  const taken = new Set(reserved.map(sayable));
  return new Map(
    all.map((named) => {
      let unique = ownName(named);
      while (taken.has(unique)) unique = `${unique} (${named.id})`;
      taken.add(unique);
      return [named.id, unique];
    }),
  );
}

/** The ids of those whose name another one has already. */
export function renamed(all: readonly Named[], reserved: readonly string[] = []): readonly string[] {
  const names = uniqueNames(all, reserved);
  return all.filter((named) => names.get(named.id) !== ownName(named)).map(({ id }) => id);
}

function ownName({ id, name }: Named): string {
  return sayable(shown(name, id));
}

/** An identifier for each component; `e_` keeps it from being a word of the DSL. */
export function identifiers(design: Design): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    design.components.map(({ id }) => {
      let free = `e_${id}`;
      while (taken.has(free.toLowerCase())) free += '_';
      taken.add(free.toLowerCase());
      return [id, free];
    }),
  );
}
