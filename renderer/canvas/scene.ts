// The canvas as it stands before a gesture: every component, group and note with its rectangle.
import type { Design } from '../../src/model/design.ts';
import type { NamedBox } from '../../src/layout/align.ts';
import { groupsAround } from '../../src/model/group-tree.ts';
import type { SelectionValue } from '../../src/commands/command.ts';
import { canvasStore, type Places, type Point } from '../state/canvas.ts';
import { documentStore } from '../state/document.ts';
import { groupIdOf, groupNodeId, noteIdOf, noteNodeId } from './derive.ts';
import { cardRect, hiddenIn, placeGroups, placesOf, type PlacedGroup, type Rect } from './geometry.ts';

export interface Scene {
  readonly design: Design;
  readonly places: ReadonlyMap<string, Point>;
  readonly groups: readonly PlacedGroup[];
  /** For each component that is not drawn: the collapsed group that stands for it. */
  readonly hidden: ReadonlyMap<string, string>;
}

let kept: { readonly fallback: Places | null; readonly scene: Scene } | null = null;

/** Worked out once for each state of the design, as a drag asks for it at every step. */
export function sceneNow(): Scene {
  const { design } = documentStore.getState();
  const { fallback } = canvasStore.getState();
  if (kept?.scene.design === design && kept.fallback === fallback) return kept.scene;
  const places = placesOf(design, fallback, null);
  const scene = { design, places, groups: placeGroups(design, places), hidden: hiddenIn(design) };
  kept = { fallback, scene };
  return scene;
}

/** The rectangle of a node of the canvas; null where it is not drawn. */
export function rectOf(scene: Scene, nodeId: string): Rect | null {
  const [group, note] = [groupIdOf(nodeId), noteIdOf(nodeId)];
  if (group !== null) return scene.groups.find((placed) => placed.group.id === group)?.rect ?? null;
  if (note !== null) return scene.design.notes?.find(({ id }) => id === note)?.view ?? null;
  const place = scene.places.get(nodeId);
  return place ? cardRect(place) : null;
}

/** All that is drawn, as boxes by the ids of their nodes. */
export function boxesOf(scene: Scene): readonly NamedBox[] {
  return [
    ...scene.groups.map(({ group, rect }) => ({ id: groupNodeId(group.id), box: rect })),
    ...(scene.design.notes ?? []).map(({ id, view }) => ({ id: noteNodeId(id), box: view })),
    ...scene.design.components.flatMap(({ id }) => {
      const place = scene.places.get(id);
      return place && !scene.hidden.has(id) ? [{ id, box: cardRect(place) }] : [];
    }),
  ];
}

/** The nodes of a selection; what lies in a selected group moves with it and is not named. */
export function nodesOf(design: Design, { components, groups, notes }: SelectionValue): readonly string[] {
  const around = groupsAround(design);
  const selected = new Set(groups);
  const isWithin = (group: string | undefined): boolean => [...around(group)].some((id) => selected.has(id));
  const homes = new Map(design.components.map(({ id, group }) => [id, group]));
  const parents = new Map((design.groups ?? []).map(({ id, parent }) => [id, parent]));
  return [
    ...components.filter((id) => !isWithin(homes.get(id))),
    ...groups.filter((id) => !isWithin(parents.get(id))).map(groupNodeId),
    ...notes.map(noteNodeId),
  ];
}
