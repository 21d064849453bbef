// Which workloads share a network: those of a group, and whoever calls into it.
import type { Design } from '../model/design.ts';
import type { DeployedComponent } from './workload.ts';

export interface Networks {
  /** Component id to the names of its networks, its own first. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  /** All names in use, each with whether nothing in it needs the world outside. */
  readonly all: ReadonlyMap<string, { readonly isInternal: boolean; readonly group: string | null }>;
}

const NEEDS_NO_WORLD: ReadonlySet<string> = new Set(['data', 'messaging']);

/** One network for each group with a workload in it and one for all in no group; callers join that of the callee. */
export function networksOf(design: Design, workloads: readonly DeployedComponent[]): Networks {
  const groups = new Set((design.groups ?? []).map(({ id }) => id));
  const common = unusedName('common', groups);
  const groupOf = new Map(design.components.map(({ id, group }) => [id, group]));
  const home = new Map(
    workloads.map(({ id }) => {
      const group = groupOf.get(id);
      return [id, group !== undefined && groups.has(group) ? group : common] as const;
    }),
  );
  const homeOf = (id: string) => home.get(id) ?? common;
  const all = new Map<string, { readonly isInternal: boolean; readonly group: string | null }>();
  for (const workload of workloads) {
    const name = homeOf(workload.id);
    const needsNone = NEEDS_NO_WORLD.has(workload.kind.family) && !workload.isExposed;
    const isInternal = needsNone && (all.get(name)?.isInternal ?? true);
    all.set(name, { isInternal, group: name === common ? null : name });
  }
  const of = new Map(
    workloads.map(({ id, calls }) => [id, [...new Set([homeOf(id), ...calls.map(({ to }) => homeOf(to))])]]),
  );
  return { of, all };
}

function unusedName(wanted: string, taken: ReadonlySet<string>): string {
  return taken.has(wanted) ? unusedName(`${wanted}-net`, taken) : wanted;
}
