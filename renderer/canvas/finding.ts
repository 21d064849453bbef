// Finding components on the canvas by what they are called, their id, kind or group.
import { kindByKey } from '../../src/catalogue/index.ts';
import { kindTitle } from '../kind-words.ts';
import type { Component, Design } from '../../src/model/design.ts';
import { nameOf } from '../../src/model/graph.ts';

function wordsOf(component: Component, groups: ReadonlyMap<string, string>): string {
  const { id, kind, group = '' } = component;
  return [
    nameOf(component),
    id,
    kind,
    kindByKey(kind)?.title ?? '',
    kindTitle(kind),
    group,
    groups.get(group) ?? '',
  ].join('\n');
}

/** Ids of the components in which every word of the search is found, those whose name begins with it first. */
export function matching(design: Design, search: string): readonly string[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const groups = new Map((design.groups ?? []).map((group) => [group.id, nameOf(group)]));
  const begins = (component: Component): boolean =>
    nameOf(component).toLowerCase().startsWith(search.trim().toLowerCase());
  const found = design.components.filter((component) => {
    const text = wordsOf(component, groups).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return [...found.filter(begins), ...found.filter((component) => !begins(component))].map(({ id }) => id);
}
