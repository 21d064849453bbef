// In which zone a component is to run: the innermost group around it that is one.
import type { Design } from '../../model/design.ts';

/** Component id to the id of its zone. */
export function zonesOf(design: Design): ReadonlyMap<string, string> {
  const groups = new Map((design.groups ?? []).map((group) => [group.id, group]));
  const zoneOf = (start: string | undefined): string | null => {
    const seen = new Set<string>();
    for (let at = start; at !== undefined && !seen.has(at); at = groups.get(at)?.parent) {
      if (groups.get(at)?.kind === 'zone') return at;
      seen.add(at);
    }
    return null;
  };
  return new Map(
    design.components.flatMap(({ id, group }) => {
      const zone = zoneOf(group);
      return zone === null ? [] : [[id, zone] as const];
    }),
  );
}
