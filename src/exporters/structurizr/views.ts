// Where the containers of a workspace run, what is shown of it, and how each kind looks.
import type { Family, MermaidShape } from '../../catalogue/kind.ts';
import { kindByKey } from '../../catalogue/index.ts';
import type { Component, Design } from '../../model/design.ts';
import type { Statement } from './dsl.ts';
import { isOutside } from '../drawn.ts';
import { SYSTEM, tagOf, type Names } from './model.ts';

const SHAPES: Readonly<Record<MermaidShape, string>> = {
  rect: 'Box',
  rounded: 'RoundedBox',
  stadium: 'Ellipse',
  cyl: 'Cylinder',
  hex: 'Hexagon',
  subproc: 'Component',
  circle: 'Circle',
  das: 'Pipe',
  doc: 'Folder',
};

/** White stands out well enough on each. */
const COLOURS: Readonly<Record<Family, string>> = {
  entry: '#08427b',
  service: '#1168bd',
  messaging: '#7b3f9d',
  data: '#2d6a3f',
  platform: '#5f5f5f',
};

/** A node for each container that has replicas; null where there is none. */
export function deploymentOf(design: Design, names: Names, environment: string): Statement | null {
  const nodes = running(design).map((component): Statement => {
    const { id, runtime, capacity } = component;
    return {
      words: ['deploymentNode'],
      texts: [names.component.get(id) ?? id, '', runtime?.image ?? ''],
      block: [
        { words: ['instances'], texts: [String(capacity?.replicas ?? 1)] },
        { words: ['containerInstance', names.identifier.get(id) ?? id] },
      ],
    };
  });
  return nodes.length === 0 ? null : { words: ['deploymentEnvironment'], texts: [environment], block: nodes };
}

function running(design: Design): readonly Component[] {
  return design.components.filter((component) => !isOutside(component) && component.capacity?.replicas !== 0);
}

/** The statements within `views`. */
export function viewsOf(design: Design, environment: string | null, direction: string): readonly Statement[] {
  const shown = [{ words: ['include', '*'] }, { words: ['autolayout', direction] }];
  const deployment = environment === null ? [] : [view(['deployment', SYSTEM], [environment, 'deployment'], shown)];
  return [
    view(['systemContext', SYSTEM], ['context'], shown),
    view(['container', SYSTEM], ['containers'], shown),
    ...deployment,
    { words: ['styles'], block: styles(design) },
  ];
}

function view(words: readonly string[], texts: readonly string[], block: readonly Statement[]): Statement {
  return { words, texts, block };
}

function styles(design: Design): readonly Statement[] {
  const kinds = [...new Set(design.components.map(({ kind }) => kind))];
  const elements = kinds.map((key): Statement => {
    const kind = kindByKey(key);
    const shape = kind?.look.c4 === 'Person' ? 'Person' : SHAPES[kind?.look.mermaid ?? 'rect'];
    return {
      words: ['element'],
      texts: [tagOf(key)],
      block: [
        { words: ['shape', shape] },
        { words: ['background', COLOURS[kind?.family ?? 'service']] },
        { words: ['color', '#ffffff'] },
      ],
    };
  });
  return [...elements, { words: ['relationship'], texts: ['Async'], block: [{ words: ['style', 'dashed'] }] }];
}
