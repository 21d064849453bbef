// Ids that Mermaid reads as ids: the design's own wherever that is safe, so that a diagram can be edited by hand.
import type { Design } from '../../model/design.ts';

/** Words that Mermaid's lexer takes for its own at the start of an id, up to a `-`. */
const KEYWORDS = new Set([
  ...['graph', 'flowchart', 'swimlane', 'subgraph', 'end', 'style', 'linkStyle', 'classDef', 'class', 'default'],
  ...['interpolate', 'href', 'click', 'call', 'direction', 'accTitle', 'accDescr', 'v'],
]);

export interface NodeIds {
  readonly component: (id: string) => string;
  readonly group: (id: string) => string;
}

/** One id for each component and each group; no two are alike, though a group may be called as a component is. */
export function nodeIds(
  design: Design,
  groupIds: readonly string[],
  isUsable: (id: string) => boolean = isSafe,
): NodeIds {
  const taken = new Set<string>();
  const components = allot(
    design.components.map((component) => component.id),
    taken,
    isUsable,
  );
  const groups = allot(groupIds, taken, isUsable);
  return { component: (id) => known(components, id), group: (id) => known(groups, id) };
}

function allot(ids: readonly string[], taken: Set<string>, isUsable: (id: string) => boolean): Map<string, string> {
  const allotted = new Map<string, string>();
  // Those that keep their id come first, so that a made-up id never takes one of theirs.
  for (const id of ids) {
    if (!isUsable(id) || taken.has(id)) continue;
    taken.add(id);
    allotted.set(id, id);
  }
  for (const id of ids) {
    if (allotted.has(id)) continue;
    let free = `n_${id.replaceAll('-', '_')}_`;
    while (taken.has(free)) free += '_';
    taken.add(free);
    allotted.set(id, free);
  }
  return allotted;
}

/** Words that mean something to a sequence or a C4 diagram, in any case of letters. */
const WORDS = new Set([
  ...[
    'box',
    'participant',
    'actor',
    'create',
    'destroy',
    'as',
    'loop',
    'rect',
    'opt',
    'alt',
    'else',
    'par',
    'par_over',
  ],
  ...['and', 'critical', 'option', 'break', 'end', 'left', 'right', 'links', 'link', 'properties', 'details', 'over'],
  ...['note', 'activate', 'deactivate', 'title', 'acctitle', 'accdescr', 'sequencediagram', 'autonumber', 'off'],
  ...['wrap', 'nowrap', 'global'],
]);

/** Whether a sequence, a C4 or a state diagram reads an id as it is; only a flowchart knows ids with `-`. */
export function isWord(id: string): boolean {
  return /^[A-Za-z]\w*$/.test(id) && !WORDS.has(id.toLowerCase()) && !(id in Object.prototype);
}

/**
 * Safe ids hold no `--` and end in no `-`, which begin an arrow; are not called like something that every JavaScript
 * object has or like Mermaid's own edges (`L_from_to_0`); and do not end in `direction`, which the lexer joins with an
 * id such as `TB1` on the next line.
 */
function isSafe(id: string): boolean {
  if (!/^[A-Za-z]\w*(?:-\w+)*$/.test(id)) return false;
  if (KEYWORDS.has(id.split('-', 1)[0] ?? '')) return false;
  return !(id in Object.prototype) && !id.startsWith('L_') && !id.endsWith('direction');
}

function known(allotted: ReadonlyMap<string, string>, id: string): string {
  const nodeId = allotted.get(id);
  if (nodeId === undefined) throw new Error(`no node id for ${id}`);
  return nodeId;
}
