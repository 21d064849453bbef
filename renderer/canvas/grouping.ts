// Collapsing and opening groups on the canvas.
import { collapseGroup, groupById } from '../../src/model/group-edits.ts';
import { nameOf } from '../../src/model/graph.ts';
import { documentStore, edit } from '../state/document.ts';
import { t } from '../texts.ts';

export function toggleCollapsed(groupId: string): void {
  const group = groupById(documentStore.getState().design, groupId);
  if (!group) return;
  const collapsed = group.view?.collapsed !== true;
  edit(t(collapsed ? 'steps.collapse' : 'steps.open', { what: nameOf(group) }), (draft) =>
    collapseGroup(draft, groupId, collapsed),
  );
}
