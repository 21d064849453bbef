// The fields of a group, and its members: components are put in and taken out here.
import { useMemo } from 'react';
import { Trash2 } from 'lucide-react';
import { assignGroup } from '../../../src/model/edit.ts';
import { edit, useDocument } from '../../state/document.ts';
import { select } from '../../state/selection.ts';
import { FindingsAt } from '../fields/FindingsAt.tsx';
import { namesToReferTo } from '../fields/references.ts';
import { nameOf } from '../../../src/model/graph.ts';
import { TargetContext } from '../fields/target.ts';
import { FormHead } from './FormHead.tsx';
import { FormSection } from './FormSection.tsx';
import { FormSections } from './FormSections.tsx';
import { IdField } from './IdField.tsx';
import { removeEntries } from './removal.ts';
import { groupSections } from './sections.ts';
import { useShownSections } from './use-sections.ts';

export function GroupForm({ id }: { id: string }) {
  const title = useDocument(({ design }) => nameOf((design.groups ?? []).find((group) => group.id === id) ?? { id }));
  const bases = useMemo(() => [['groups', id]], [id]);
  const target = useMemo(() => ({ bases, noun: title }), [bases, title]);
  const sections = useShownSections(groupSections, bases, () => true);
  return (
    <TargetContext value={target}>
      <form className="inspector" aria-label={title} onSubmit={(event) => event.preventDefault()}>
        <FormHead title={title} subtitle="Group">
          <button
            type="button"
            className="field-button field-icon-button"
            aria-label="Delete group"
            title="Delete the group; its members stay"
            onClick={() => removeEntries({ groups: [id] })}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        </FormHead>
        <FindingsAt path={`groups.${id}`} />
        <FormSections
          form="group"
          sections={sections}
          special={({ field, keys }) =>
            keys[0] === 'id' ? <IdField list="groups" id={id} field={field} /> : undefined
          }
        />
        <FormSection form="group" title="Members" openAtFirst>
          <Members id={id} title={title} />
        </FormSection>
      </form>
    </TargetContext>
  );
}

function setMember(groupId: string, componentId: string, isMember: boolean, title: string): void {
  edit(isMember ? `put into ${title}` : `take out of ${title}`, (draft) =>
    assignGroup(draft, [componentId], isMember ? groupId : null),
  );
}

function Members({ id, title }: { id: string; title: string }) {
  const choices = useDocument(({ design }) => namesToReferTo(design, 'component'));
  const memberIds = useDocument(({ design }) =>
    design.components
      .filter((component) => component.group === id)
      .map((component) => component.id)
      .join(' '),
  ).split(' ');
  const members = choices.filter(({ value }) => memberIds.includes(value));
  const others = choices.filter(({ value }) => !memberIds.includes(value));
  return (
    <>
      {members.length === 0 && <p className="field-note">No component lies directly in this group.</p>}
      <ul className="inspector-members">
        {members.map(({ value, label }) => (
          <li key={value}>
            <button type="button" className="inspector-member" onClick={() => select({ components: [value] })}>
              {label}
            </button>
            <button
              type="button"
              className="field-button"
              aria-label={`Take ${label} out`}
              onClick={() => setMember(id, value, false, title)}
            >
              Take out
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <select
          className="field-input field-select"
          aria-label="Put a component in"
          value=""
          onChange={(event) => setMember(id, event.target.value, true, title)}
        >
          <option value="">put in …</option>
          {others.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
