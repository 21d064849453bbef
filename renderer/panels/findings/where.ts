// Where a finding leads: what is to be selected, or which tab has the field.
import type { SelectionValue } from '../../../src/commands/command.ts';
import type { Connection, Design } from '../../../src/model/design.ts';
import { componentName, nameOf } from '../../../src/model/graph.ts';
import { t } from '../../texts.ts';
import { titlesOf } from '../fields/titles.ts';
import { componentFields, connectionFields, designFields, groupFields } from '../inspector/sections.ts';
import { scenarioFields } from '../scenario/sections.ts';

export interface Whereabouts {
  /** The place for a person: "API Gateway · Replicas". */
  readonly label: string;
  readonly selection: Partial<SelectionValue>;
  readonly tab: 'design' | 'scenario';
  readonly scenarioId: string | null;
}

type Entry = { readonly id: string; readonly name?: string | undefined };

function entryWith<T extends Entry>(entries: readonly T[] | undefined, id: string): T | undefined {
  return entries?.find((entry) => entry.id === id);
}

function connectionName(design: Design, { from, to }: Connection): string {
  return t('inspector.fromTo', { from: componentName(design, from), to: componentName(design, to) });
}

function labelled(name: string, titles: string): string {
  return [name, titles].filter((part) => part !== '').join(' · ');
}

/** Reads a path of the PATH language; one that leads nowhere in particular leads to the design. */
export function whereabouts(design: Design, path: string): Whereabouts {
  const words = path === '' ? [] : path.split('.');
  const [list = '', id = '', ...keys] = words;
  const at = (label: string, rest: Partial<Whereabouts>): Whereabouts => ({
    label,
    selection: {},
    tab: 'design',
    scenarioId: null,
    ...rest,
  });
  const component = list === 'components' ? entryWith(design.components, id) : undefined;
  if (component)
    return at(labelled(nameOf(component), titlesOf(componentFields, keys)), { selection: { components: [id] } });
  const connection = list === 'connections' ? entryWith(design.connections, id) : undefined;
  if (connection) {
    const label = labelled(connectionName(design, connection), titlesOf(connectionFields, keys));
    return at(label, { selection: { connections: [id] } });
  }
  const group = list === 'groups' ? entryWith(design.groups, id) : undefined;
  if (group) return at(labelled(nameOf(group), titlesOf(groupFields, keys)), { selection: { groups: [id] } });
  if (list === 'scenarios') {
    const name = nameOf(entryWith(design.scenarios, id) ?? { id: id === '' ? t('findings.scenarios') : id });
    return at(labelled(name, titlesOf(scenarioFields, keys)), { tab: 'scenario', scenarioId: id === '' ? null : id });
  }
  return at(words.length === 0 ? t('findings.design') : titlesOf(designFields, words), {});
}
