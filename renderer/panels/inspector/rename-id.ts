// A new id for a component, connection or group, taken over by everything in the design that names it.
import { ID_PATTERN, type Design } from '../../../src/model/design.ts';
import { changeComponentId, changeConnectionId, changeGroupId } from '../../../src/model/edit.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { t } from '../../texts.ts';

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
  if (!ID_PATTERN.test(id)) return problem(t('numbers.badId', { id }), t('numbers.badIdMend'));
  const isTaken = id !== present && (design[list] ?? []).some((entry) => entry.id === id);
  return isTaken ? problem(t('numbers.idTaken', { id }), t('numbers.idTakenMend')) : null;
}

/** Changes the id in a draft, together with all that refers to it. */
export function renameId(draft: Design, list: ListName, id: string, next: string): void {
  if (list === 'components') changeComponentId(draft, id, next);
  else if (list === 'connections') changeConnectionId(draft, id, next);
  else changeGroupId(draft, id, next);
}
