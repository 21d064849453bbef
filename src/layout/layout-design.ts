// Places for the components of a design that have none: imports, pasted parts, or all of them when asked to arrange.
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Component, Design } from '../model/design.ts';
import { around, cardsOf, FRAME, grown, type Place, snapped } from './card.ts';
import { elkGraph, placesFrom } from './elk-graph.ts';
import { nextFreePlace } from './next-free-place.ts';

type EngineSource = NonNullable<LayoutOptions['engine']>;

/** From what has its place to what is put below it. */
const APART = 100;

/** What lays a graph out: ELK, wherever it runs. */
export interface LayoutEngine {
  layout(graph: ElkNode): Promise<ElkNode>;
}

export interface LayoutOptions {
  /** The ids of the components to place, even if they have a place; those without one unless given. */
  readonly only?: readonly string[];
  /** Asked for when there is something to lay out; unless given, ELK in this thread. */
  readonly engine?: () => Promise<LayoutEngine>;
}

/**
 * The design with places for what had none, in layers by the direction of calls, groups kept together and groups of the
 * kind layer as bands in their order. A component that has a place does not move. The design given stays as it is.
 */
export async function layoutDesign(
  design: Design,
  { only, engine = inThisThread }: LayoutOptions = {},
): Promise<Design> {
  const asked = new Set(only ?? design.components.filter(({ view }) => view === undefined).map(({ id }) => id));
  if (!design.components.some(({ id }) => asked.has(id))) return design;
  const isSettled = (component: Component): boolean => !asked.has(component.id) && component.view !== undefined;
  const settled = design.components.filter(isSettled);
  if (settled.length === 0) return placed(design, await arranged(design, asked, engine));
  return besideSettled(design, asked, settled, engine);
}

/** Those whose group has its place already join it; all others are laid out together, below what there is. */
async function besideSettled(
  design: Design,
  asked: ReadonlySet<string>,
  settled: readonly Component[],
  engine: EngineSource,
): Promise<Design> {
  const settledGroups = new Set(settled.flatMap(({ group }) => group ?? []));
  const joins = ({ id, group }: Component): boolean => asked.has(id) && group !== undefined && settledGroups.has(group);
  const joining = design.components.filter(joins);
  let grownDesign: Design = {
    ...design,
    components: design.components.map((component) => withoutPlace(component, asked)),
  };
  for (const { id, group } of joining)
    grownDesign = placed(grownDesign, new Map([[id, nextFreePlace(grownDesign, group)]]));

  const joined = new Set(joining.map(({ id }) => id));
  const block = await arranged(design, new Set([...asked].filter((id) => !joined.has(id))), engine);
  const box = around(cardsOf(grownDesign.components));
  if (box === null || block.size === 0) return grownDesign;
  const left = snapped(box.x);
  const top = snapped(grown(box, FRAME).y + grown(box, FRAME).height + FRAME.top + APART);
  return placed(grownDesign, new Map([...block].map(([id, { x, y }]) => [id, { x: x + left, y: y + top }])));
}

function withoutPlace(component: Component, asked: ReadonlySet<string>): Component {
  if (!asked.has(component.id) || component.view === undefined) return component;
  const { view: _view, ...rest } = component;
  return rest;
}

/** ELK is large, so it is loaded when it is first needed. */
async function inThisThread(): Promise<LayoutEngine> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  return new Elk();
}

async function arranged(
  design: Design,
  ids: ReadonlySet<string>,
  engine: EngineSource,
): Promise<ReadonlyMap<string, Place>> {
  const components = design.components.filter(({ id }) => ids.has(id));
  if (components.length === 0) return new Map();
  const part = { ...design, components };
  return placesFrom(await (await engine()).layout(elkGraph(part)), part);
}

function placed(design: Design, places: ReadonlyMap<string, Place>): Design {
  const components = design.components.map((component) => {
    const place = places.get(component.id);
    return place === undefined ? component : { ...component, view: { x: place.x, y: place.y } };
  });
  return { ...design, components };
}
