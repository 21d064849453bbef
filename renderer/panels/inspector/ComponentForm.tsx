// The fields of one component, or those that several selected ones have in common.
import { useMemo } from 'react';
import { Trash2 } from 'lucide-react';
import { kindTitle } from '../../kind-words.ts';
import { useDocument } from '../../state/document.ts';
import { FindingsAt } from '../fields/FindingsAt.tsx';
import { TargetContext } from '../fields/target.ts';
import { nameOf } from '../../../src/model/graph.ts';
import { t } from '../../texts.ts';
import { FormHead } from './FormHead.tsx';
import { FormSections } from './FormSections.tsx';
import { IdField } from './IdField.tsx';
import { removeEntries } from './removal.ts';
import { canMatter, componentSections } from './sections.ts';
import { useShownSections, withoutFields } from './use-sections.ts';

/** What is one component's own and is not set for several at once. */
const OWN = new Set(['name', 'id', 'view.x', 'view.y']);

function useTitle(ids: readonly string[]): string {
  return useDocument(({ design }) => {
    const [first] = design.components.filter((component) => component.id === ids[0]);
    return ids.length > 1 || !first ? t('inspector.components', { count: ids.length }) : nameOf(first);
  });
}

function useSubtitle(ids: readonly string[]): string {
  return useDocument(({ design }) => {
    const chosen = design.components.filter((component) => ids.includes(component.id));
    const titles = new Set(chosen.map((component) => kindTitle(component.kind)));
    const groups = new Set(chosen.map((component) => component.group ?? ''));
    const [groupId] = groups;
    const group = (design.groups ?? []).find((candidate) => candidate.id === groupId);
    const kind = [...titles].slice(0, 3).join(', ');
    return groups.size === 1 && group ? `${kind} · ${nameOf(group)}` : kind;
  });
}

export function ComponentForm({ ids }: { ids: readonly string[] }) {
  const title = useTitle(ids);
  const subtitle = useSubtitle(ids);
  const bases = useMemo(() => ids.map((id) => ['components', id]), [ids]);
  const target = useMemo(() => ({ bases, noun: title }), [bases, title]);
  const [id = ''] = ids;
  const isOne = ids.length === 1;
  const sections = useShownSections(componentSections, bases, (path, design) => {
    if (!isOne && OWN.has(path)) return false;
    return design.components.some((component) => ids.includes(component.id) && canMatter(path, component, design));
  });
  return (
    <TargetContext value={target}>
      <form className="inspector" aria-label={title} onSubmit={(event) => event.preventDefault()}>
        <FormHead title={title} subtitle={subtitle}>
          <button
            type="button"
            className="field-button field-icon-button"
            aria-label={isOne ? t('inspector.deleteComponent') : t('inspector.deleteComponents')}
            title={t('inspector.delete')}
            onClick={() => removeEntries({ components: ids })}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        </FormHead>
        {isOne && <FindingsAt path={`components.${id}`} />}
        <FormSections
          form="component"
          sections={isOne ? sections : withoutFields(sections, OWN)}
          special={({ field, keys }) =>
            isOne && keys[0] === 'id' ? <IdField list="components" id={id} field={field} /> : undefined
          }
        />
      </form>
    </TargetContext>
  );
}
