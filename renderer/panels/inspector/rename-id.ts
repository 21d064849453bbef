// A new id for a component, connection or group, and for everything in the design that names it.
import { ID_PATTERN, type Design } from '../../../src/model/design.ts';
import type { Finding } from '../../../src/model/finding.ts';

export type ListName = 'components' | 'connections' | 'groups';

/** Why this id cannot be taken; null when it can. */
export function idProblem(design: Design, list: ListName, present: string, id: string): Finding | null {
  const problem = (message: string, mend: string): Finding => ({
    rule: 'bad-input',
    severity: 'error',
    path: `${list}.${present}.id`,
    message,
    mend,
  });
  if (!ID_PATTERN.test(id))
    return problem(`"${id}" cannot be an id`, 'Start with a letter, then up to 62 letters, digits, _ or -');
  const isTaken = id !== present && (design[list] ?? []).some((entry) => entry.id === id);
  return isTaken ? problem(`"${id}" is taken`, 'Choose an id that nothing else here has') : null;
}

type Holder = Record<string, unknown>;

/** Replaces the text in each of the keys where it is the old id. */
function replaceIn(holders: readonly object[] | undefined, keys: readonly string[], id: string, next: string): void {
  for (const holder of holders ?? [])
    for (const key of keys) if ((holder as Holder)[key] === id) (holder as Holder)[key] = next;
}

/** Changes the id in a draft, together with all that refers to it. */
export function renameId(draft: Design, list: ListName, id: string, next: string): void {
  replaceIn(draft[list], ['id'], id, next);
  const scenarios = draft.scenarios ?? [];
  if (list === 'components') {
    replaceIn(draft.components, ['deadLetter'], id, next);
    replaceIn(draft.connections, ['from', 'to'], id, next);
    replaceIn(draft.objectives, ['at'], id, next);
  }
  if (list === 'groups') {
    replaceIn(draft.components, ['group'], id, next);
    replaceIn(draft.groups, ['parent'], id, next);
    replaceIn(draft.groupLatencies, ['from', 'to'], id, next);
  }
  for (const scenario of scenarios) {
    if (list === 'connections') replaceIn(scenario.faults, ['connection'], id, next);
    else replaceIn(scenario.faults, ['at'], id, next);
    if (list === 'components') {
      replaceIn(scenario.arrivals, ['at'], id, next);
      replaceIn(scenario.rollouts, ['at'], id, next);
    }
  }
}
