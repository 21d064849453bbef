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
import { t } from '../../texts.ts';
import { FormHead } from './FormHead.tsx';
import { FormSection } from './FormSection.tsx';
import { FormSections } from './FormSections.tsx';
import { IdField } from './IdField.tsx';
import { removeEntries } from './removal.ts';
import { groupSections } from './sections.ts';
import { useShownSections, withoutFields } from './use-sections.ts';

/** What is one group's own and is not set for several at once. */
const OWN = new Set(['id', 'name']);

function useTitle(ids: readonly string[]): string {
  const [id = ''] = ids;
  return useDocument(({ design }) =>
    ids.length > 1
      ? t('inspector.groups', { count: ids.length })
      : nameOf((design.groups ?? []).find((group) => group.id === id) ?? { id }),
  );
}

export function GroupForm({ ids }: { ids: readonly string[] }) {
  const title = useTitle(ids);
  const bases = useMemo(() => ids.map((id) => ['groups', id]), [ids]);
  const target = useMemo(() => ({ bases, noun: title }), [bases, title]);
  const [id = ''] = ids;
  const isOne = ids.length === 1;
  const sections = useShownSections(groupSections, bases, (path) => isOne || !OWN.has(path));
  const shown = isOne ? sections : withoutFields(sections, OWN);
  return (
    <TargetContext value={target}>
      <form className="inspector" aria-label={title} onSubmit={(event) => event.preventDefault()}>
        <FormHead title={title} subtitle={isOne ? t('inspector.group') : t('inspector.groups')}>
          <button
            type="button"
            className="field-button field-icon-button"
            aria-label={isOne ? t('inspector.deleteGroup') : t('inspector.deleteGroups')}
            title={t('inspector.membersStay')}
            onClick={() => removeEntries({ groups: ids })}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        </FormHead>
        {isOne && <FindingsAt path={`groups.${id}`} />}
        <FormSections
          form="group"
          sections={shown}
          special={({ field, keys }) =>
            isOne && keys[0] === 'id' ? <IdField list="groups" id={id} field={field} /> : undefined
          }
        />
        {isOne && (
          <FormSection form="group" section="members" openAtFirst>
            <Members id={id} title={title} />
          </FormSection>
        )}
      </form>
    </TargetContext>
  );
}

function setMember(groupId: string, componentId: string, isMember: boolean, title: string): void {
  edit(t(isMember ? 'inspector.stepPutInto' : 'inspector.stepTakeOutOf', { what: title }), (draft) =>
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
      {members.length === 0 && <p className="field-note">{t('inspector.noMembers')}</p>}
      <ul className="inspector-members">
        {members.map(({ value, label }) => (
          <li key={value}>
            <button type="button" className="inspector-member" onClick={() => select({ components: [value] })}>
              {label}
            </button>
            <button
              type="button"
              className="field-button"
              aria-label={t('inspector.takeWhatOut', { what: label })}
              onClick={() => setMember(id, value, false, title)}
            >
              {t('inspector.takeOut')}
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <select
          className="field-input field-select"
          aria-label={t('inspector.putComponentIn')}
          value=""
          onChange={(event) => setMember(id, event.target.value, true, title)}
        >
          <option value="">{t('inspector.putIn')}</option>
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
