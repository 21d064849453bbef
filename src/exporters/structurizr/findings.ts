// What a Structurizr workspace cannot say of a design.
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { sayable } from './dsl.ts';
import { nameOfSystem, relationships, withoutSeparator } from './model.ts';
import { renamed } from './names.ts';

/** Everything of the design that is not in the workspace, or not as it was. */
export function lost(design: Design): readonly Finding[] {
  return [...lostRelationships(design), ...otherNames(design), ...otherSigns(design), ...lostParts(design)];
}

function lostRelationships(design: Design): readonly Finding[] {
  const said = new Set(relationships(design));
  return (design.connections ?? [])
    .filter((connection) => !said.has(connection))
    .map(({ id, from, to }) => ({
      rule: 'structurizr-relationship-left-out',
      severity: 'warning',
      path: `connections.${id}`,
      message: `the connection from ${from} to ${to} is left out, since an end of it is missing or another says the same`,
      mend: 'Connect it to components of the design, or give it a label of its own.',
    }));
}

function otherNames(design: Design): readonly Finding[] {
  const finding =
    (list: string) =>
    (id: string): Finding => ({
      rule: 'structurizr-duplicate-name',
      severity: 'warning',
      path: `${list}.${id}.name`,
      message: `${id} is written with its id behind its name, since another has the same name`,
      mend: 'Give each a name of its own.',
    });
  return [
    ...renamed(design.components, [nameOfSystem(design)]).map(finding('components')),
    ...renamed((design.groups ?? []).map(withoutSeparator)).map(finding('groups')),
  ];
}

function otherSigns(design: Design): readonly Finding[] {
  const isChanged = (text: string | undefined) => text !== undefined && sayable(text) !== text;
  const component = design.components.filter(({ name, description }) => isChanged(name) || isChanged(description));
  const connection = (design.connections ?? []).filter(
    ({ label, protocol }) => isChanged(label) || isChanged(protocol),
  );
  const group = (design.groups ?? []).filter(({ name = '' }) => isChanged(name) || name.includes('/'));
  const finding =
    (list: string) =>
    ({ id }: { readonly id: string }): Finding => ({
      rule: 'structurizr-characters',
      severity: 'warning',
      path: `${list}.${id}`,
      message: `the texts of ${id} hold signs that the DSL cannot say, so that similar ones stand for them`,
      mend: 'Write them without a backslash, without ${, and names of groups without a slash.',
    });
  return [
    ...component.map(finding('components')),
    ...connection.map(finding('connections')),
    ...group.map(finding('groups')),
  ];
}

function lostParts(design: Design): readonly Finding[] {
  const parts = (['objectives', 'scenarios', 'groupLatencies', 'notes'] as const).filter(
    (part) => (design[part] ?? []).length > 0,
  );
  return parts.map((part) => ({
    rule: 'structurizr-not-said',
    severity: 'warning',
    path: part,
    message: `a workspace has no place for ${part}, so they are left out`,
    mend: 'Keep the design beside the workspace.',
  }));
}
