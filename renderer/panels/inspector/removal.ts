// Taking entries out of the design from the inspector.
import { remove } from '../../../src/model/edit.ts';
import { edit } from '../../state/document.ts';
import { select } from '../../state/selection.ts';
import { t } from '../../texts.ts';

type Entries = Parameters<typeof remove>[1];

/** "3 connections", or "connection" where it is one. */
function nounOf({ components = [], connections = [], groups = [] }: Entries): string {
  if (components.length > 0)
    return components.length > 1
      ? t('inspector.components', { count: components.length })
      : t('inspector.stepComponent');
  if (connections.length > 0)
    return connections.length > 1
      ? t('inspector.connections', { count: connections.length })
      : t('inspector.stepConnection');
  return groups.length > 1 ? t('inspector.groups', { count: groups.length }) : t('inspector.stepGroup');
}

/** One step of the history; nothing is selected afterwards. */
export function removeEntries(entries: Entries): void {
  edit(t('inspector.stepDelete', { what: nounOf(entries) }), (draft) => remove(draft, entries));
  select({});
}
