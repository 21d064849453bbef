// The model of a workspace: people and systems of others, the containers of ours in their groups, and who uses whom.
import type { Component, Connection, Design } from '../../model/design.ts';
import { groupForest, type GroupForest, type GroupNode } from '../../model/group-tree.ts';
import { kindByKey } from '../../catalogue/index.ts';
import { isOutside, shown } from '../drawn.ts';
import { factsOf } from './facts.ts';
import { sayable, type Statement } from './dsl.ts';
import { identifiers, uniqueNames, type Named } from './names.ts';

/** The identifier of the design itself; those of components begin otherwise. */
export const SYSTEM = 'system';
/** Between the names of nested groups; a name holds another sign instead. */
const SEPARATOR = '/';
const SLASH = '\u2215';
const ASYNC = 'Async';

export interface Names {
  readonly component: ReadonlyMap<string, string>;
  readonly group: ReadonlyMap<string, string>;
  readonly identifier: ReadonlyMap<string, string>;
}

/** What everything is called in the workspace. */
export function namesOf(design: Design): Names {
  return {
    component: uniqueNames(design.components, [nameOfSystem(design)]),
    group: uniqueNames((design.groups ?? []).map(withoutSeparator)),
    identifier: identifiers(design),
  };
}

/** Another sign stands for the separator in the name of a group. */
export function withoutSeparator({ id, name }: Named): Named {
  return { id, name: name?.replaceAll(SEPARATOR, SLASH) };
}

export function nameOfSystem(design: Design): string {
  return design.name.trim() === '' ? 'System' : design.name;
}

/** The statements within `model`. */
export function modelOf(design: Design, names: Names): readonly Statement[] {
  const forest = groupForest(design);
  const isInside = (component: Component) => !isOutside(component);
  const system: Statement = {
    id: SYSTEM,
    words: ['softwareSystem'],
    texts: [nameOfSystem(design), design.description ?? ''],
    block: grouped(forest, isInside, names),
  };
  return [
    { words: ['properties'], block: [{ words: [], texts: ['structurizr.groupSeparator', SEPARATOR] }] },
    ...grouped(forest, isOutside, names),
    system,
    ...relationships(design).map((connection) => relationship(connection, names)),
  ];
}

function grouped(forest: GroupForest, keeps: (component: Component) => boolean, names: Names): readonly Statement[] {
  const members = (components: readonly Component[]) =>
    components.filter(keeps).map((component) => element(component, names));
  const group = ({ id, components, children }: GroupNode): Statement[] => {
    const block = [...members(components), ...children.flatMap(group)];
    const name = names.group.get(id) ?? id;
    return block.length === 0 ? [] : [{ words: ['group'], texts: [name], block }];
  };
  return [...members(forest.loose), ...forest.roots.flatMap(group)];
}

function element(component: Component, names: Names): Statement {
  const { id, kind, description = '' } = component;
  const known = kindByKey(kind);
  const title = known?.title ?? kind;
  const name = names.component.get(id) ?? id;
  const word = wordOf(component);
  const facts = factsOf(component, ['name', 'group', 'description', 'view']);
  return {
    id: names.identifier.get(id) ?? id,
    words: [word],
    texts: word === 'container' ? [name, description, title, tagOf(kind)] : [name, description, tagOf(kind)],
    block: [properties(facts)],
  };
}

function wordOf(component: Component): 'person' | 'softwareSystem' | 'container' {
  if (!isOutside(component)) return 'container';
  return kindByKey(component.kind)?.look.c4 === 'Person' ? 'person' : 'softwareSystem';
}

/** Tags are parted by commas. */
export function tagOf(kind: string): string {
  return (kindByKey(kind)?.title ?? kind).replaceAll(',', ' ');
}

function properties(facts: readonly (readonly [string, string])[]): Statement {
  const block = facts.filter(([, value]) => value.trim() !== '').map((texts) => ({ words: [], texts }));
  return { words: ['properties'], block };
}

/** Those that a workspace can hold: both ends known, and no second one that says the same of the same two. */
export function relationships(design: Design): readonly Connection[] {
  const ids = new Set(design.components.map(({ id }) => id));
  const seen = new Set<string>();
  return (design.connections ?? []).filter((connection) => {
    const { from, to } = connection;
    const key = JSON.stringify([from, to, ...textsOf(connection).map(sayable)]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew && ids.has(from) && ids.has(to);
  });
}

function textsOf({ label, protocol = '' }: Connection): readonly [string, string] {
  return [shown(label, 'Uses'), protocol];
}

function relationship(connection: Connection, names: Names): Statement {
  const { from, to, mode } = connection;
  const facts = factsOf(connection, ['from', 'to', 'label', 'protocol', 'view']);
  return {
    words: [names.identifier.get(from) ?? from, '->', names.identifier.get(to) ?? to],
    texts: [...textsOf(connection), ...(mode === 'async' ? [ASYNC] : [])],
    block: [properties(facts)],
  };
}
