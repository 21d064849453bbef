// The fields of the design itself, shown while nothing is selected: name, pattern, objectives, groups, latencies.
import { useMemo } from 'react';
import { Plus } from 'lucide-react';
import { addGroup as addGroupTo, uniqueId } from '../../../src/model/edit.ts';
import { documentStore, edit, useDocument } from '../../state/document.ts';
import { select } from '../../state/selection.ts';
import { FindingsAt } from '../fields/FindingsAt.tsx';
import { FieldForm } from '../fields/InnerField.tsx';
import { ListField } from '../fields/ListField.tsx';
import { SchemaField } from '../fields/SchemaField.tsx';
import { namesToReferTo } from '../fields/references.ts';
import { TargetContext } from '../fields/target.ts';
import { t } from '../../texts.ts';
import { FormHead } from './FormHead.tsx';
import { FormSections } from './FormSections.tsx';
import { designSections, type SectionField } from './sections.ts';
import { useShownSections } from './use-sections.ts';

function newObjective(): unknown {
  const { objectives = [] } = documentStore.getState().design;
  return { id: uniqueId(objectives, 'p95'), metric: 'responseMs.p95', below: 200 };
}

function addGroup(): void {
  let id = '';
  edit(t('inspector.stepAddGroup'), (draft) => {
    id = addGroupTo(draft, t('inspector.newGroup'));
  });
  select({ groups: [id] });
}

function Groups() {
  const groups = useDocument(({ design }) => namesToReferTo(design, 'group'));
  return (
    <>
      <FindingsAt path="groups" />
      <ul className="inspector-members">
        {groups.map(({ value, label }) => (
          <li key={value}>
            <button type="button" className="inspector-member" onClick={() => select({ groups: [value] })}>
              {label}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="field-button" onClick={addGroup}>
        <Plus size={12} aria-hidden="true" /> {t('inspector.addGroup')}
      </button>
    </>
  );
}

function special({ field, keys }: SectionField) {
  if (keys[0] === 'groups') return <Groups />;
  if (keys[0] === 'objectives' && field.shape.type === 'list')
    return (
      <FieldForm value={SchemaField}>
        <ListField field={field} item={field.shape.item} keys={keys} newItem={newObjective} hideTitle />
      </FieldForm>
    );
  return undefined;
}

export function DesignForm() {
  const title = useDocument(({ design }) => design.name);
  const bases = useMemo(() => [[]], []);
  const target = useMemo(() => ({ bases, noun: t('inspector.theDesign') }), [bases]);
  const sections = useShownSections(designSections, bases, () => true);
  const size = useDocument(({ design }) =>
    t('inspector.size', {
      components: t('inspector.components', { count: design.components.length }),
      connections: t('inspector.connections', { count: design.connections?.length ?? 0 }),
    }),
  );
  return (
    <TargetContext value={target}>
      <form className="inspector" aria-label={title} onSubmit={(event) => event.preventDefault()}>
        <FormHead title={title} subtitle={size} />
        <FindingsAt path="" />
        <FormSections form="design" sections={sections} special={special} />
      </form>
    </TargetContext>
  );
}
