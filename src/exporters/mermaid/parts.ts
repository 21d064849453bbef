// What every Mermaid diagram asks of a design: who stands with whom, what is shown of it, and which arrows there are.
import type { Family, Kind } from '../../catalogue/kind.ts';
import { families, kindByKey } from '../../catalogue/index.ts';
import type { Component, Connection, Design } from '../../model/design.ts';
import { groupForest, type GroupForest, type GroupNode } from '../../model/group-tree.ts';
import { shown } from '../drawn.ts';
import type { MermaidOptions } from './options.ts';

/** The components as the option wants them together. */
export function forestOf(design: Design, grouping: MermaidOptions['grouping']): GroupForest {
  switch (grouping) {
    case 'groups':
      return groupForest(design);
    case 'family':
      return familyForest(design);
    case 'none':
      return { roots: [], loose: design.components };
  }
}

function familyForest(design: Design): GroupForest {
  const of = (family: Family | undefined) =>
    design.components.filter((component) => kindOf(component)?.family === family);
  const roots = families.map(({ key, title }) => ({ id: key, title, components: of(key), children: [] }));
  return { roots: roots.filter(({ components }) => components.length > 0), loose: of(undefined) };
}

/** The ids of these groups and of all within them. */
export function allGroups(groups: readonly GroupNode[]): string[] {
  return groups.flatMap((group) => [group.id, ...allGroups(group.children)]);
}

/** The forest without what fails the test, and without the groups that are then empty. */
export function pruned(forest: GroupForest, keeps: (component: Component) => boolean): GroupForest {
  const prune = (group: GroupNode): GroupNode[] => {
    const components = group.components.filter(keeps);
    const children = group.children.flatMap(prune);
    return components.length + children.length === 0 ? [] : [{ ...group, components, children }];
  };
  return { roots: forest.roots.flatMap(prune), loose: forest.loose.filter(keeps) };
}

/** What a box of the component says. */
export function titleOf(component: Component): string {
  return shown(component.name, component.id);
}

/** What an arrow of the connection says; empty where it says nothing. */
export function arrowText(connection: Connection): string {
  return shown(connection.label, shown(connection.protocol, ''));
}

export function kindOf(component: Component): Kind | undefined {
  return kindByKey(component.kind);
}

/** The directive that a diagram begins with where a theme was chosen. */
export function themeLines({ theme }: Pick<MermaidOptions, 'theme'>): readonly string[] {
  return theme === 'default' ? [] : [`%%{init: {"theme": "${theme}"}}%%`];
}
