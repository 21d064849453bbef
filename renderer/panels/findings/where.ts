// Where a finding leads: what is to be selected, or which tab has the field.
import type { SelectionValue } from '../../../src/commands/command.ts';
import type { Design } from '../../../src/model/design.ts';
import { nameOf } from '../../../src/model/graph.ts';

export interface Whereabouts {
  /** The place for a person: "API Gateway · capacity.replicas". */
  readonly label: string;
  readonly selection: Partial<SelectionValue>;
  readonly tab: 'design' | 'scenario';
  readonly scenarioId: string | null;
}

function connectionName(design: Design, id: string): string {
  const connection = (design.connections ?? []).find((candidate) => candidate.id === id);
  if (!connection) return id;
  const name = (end: string): string =>
    nameOf(design.components.find((component) => component.id === end) ?? { id: end });
  return `${name(connection.from)} to ${name(connection.to)}`;
}

function withKey(name: string, keys: readonly string[]): string {
  return keys.length === 0 ? name : `${name} · ${keys.join('.')}`;
}

/** Reads a path of the PATH language; one that leads nowhere in particular leads to the design. */
export function whereabouts(design: Design, path: string): Whereabouts {
  const [list = '', id = '', ...keys] = path.split('.');
  const toDesign: Whereabouts = {
    label: path === '' ? 'Design' : path,
    selection: {},
    tab: 'design',
    scenarioId: null,
  };
  if (list === 'components') {
    const component = design.components.find((candidate) => candidate.id === id);
    return { ...toDesign, label: withKey(nameOf(component ?? { id }), keys), selection: { components: [id] } };
  }
  if (list === 'connections')
    return { ...toDesign, label: withKey(connectionName(design, id), keys), selection: { connections: [id] } };
  if (list === 'groups' && id !== '') {
    const group = (design.groups ?? []).find((candidate) => candidate.id === id);
    return { ...toDesign, label: withKey(nameOf(group ?? { id }), keys), selection: { groups: [id] } };
  }
  if (list === 'scenarios') {
    const scenario = (design.scenarios ?? []).find((candidate) => candidate.id === id);
    return {
      ...toDesign,
      label: withKey(nameOf(scenario ?? { id: id || 'Scenarios' }), keys),
      tab: 'scenario',
      scenarioId: id,
    };
  }
  return toDesign;
}
