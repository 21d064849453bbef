// draw.io: the design as a drawing that can be edited on, with everything that is known of it in the data of its shapes.
import { layoutDesign } from '../../layout/layout-design.ts';
import type { Design } from '../../model/design.ts';
import { succeed, type Finding } from '../../model/finding.ts';
import type { Exporter } from '../exporter.ts';
import { cells, joined } from './cells.ts';
import { xmlText, type XmlElement } from '../xml.ts';

export const drawio: Exporter = {
  id: 'drawio',
  title: 'draw.io drawing',
  description: 'A drawing for draw.io (diagrams.net): shapes in their groups, connections, and all data of each',
  fileName: 'architecture.drawio',
  stream: null,
  options: [
    {
      key: 'places',
      title: 'Places',
      help: 'Where the shapes stand: as in the design, with a layout for those without a place, or all laid out anew.',
      type: 'choice',
      choices: ['design', 'automatic'],
      default: 'design',
    },
  ],
  run: async (design, { places }) => {
    if (design.components.length === 0) return succeed([]);
    const placed =
      places === 'automatic' ? await layoutDesign(bare(design), { only: idsOf(design) }) : await layoutDesign(design);
    return succeed([{ path: drawio.fileName, text: xmlText(file(placed)) }], [...notDrawn(design), ...values(design)]);
  },
};

function idsOf(design: Design): readonly string[] {
  return design.components.map(({ id }) => id);
}

/** Frames and bends belong to the places that are given up. */
function bare(design: Design): Design {
  const groups = (design.groups ?? []).map(({ view: _view, ...group }) => group);
  const connections = (design.connections ?? []).map(({ view: _view, ...connection }) => connection);
  return { ...design, groups, connections };
}

function file(design: Design): XmlElement {
  const model = {
    grid: 1,
    gridSize: 20,
    guides: 1,
    tooltips: 1,
    connect: 1,
    arrows: 1,
    fold: 1,
    page: 0,
    math: 0,
    shadow: 0,
  };
  return {
    name: 'mxfile',
    attributes: { host: 'spandrel' },
    children: [
      {
        name: 'diagram',
        attributes: { id: 'architecture', name: design.name.trim() === '' ? 'Architecture' : design.name },
        children: [{ name: 'mxGraphModel', attributes: model, children: [{ name: 'root', children: cells(design) }] }],
      },
    ],
  };
}

function notDrawn(design: Design): readonly Finding[] {
  const drawn = new Set(joined(design));
  return (design.connections ?? [])
    .filter((connection) => !drawn.has(connection))
    .map(({ id, from, to }) => ({
      rule: 'unknown-reference',
      severity: 'warning',
      path: `connections.${id}`,
      message: `the connection from ${from} to ${to} is not drawn, since one of them is not in the design`,
      mend: 'Connect it to components of the design, or remove it.',
    }));
}

/** A drawing is shown around, and a value of an environment may be a secret. */
function values(design: Design): readonly Finding[] {
  return design.components
    .filter(({ runtime }) => Object.keys(runtime?.env ?? {}).length > 0)
    .map(({ id }) => ({
      rule: 'drawio-environment-values',
      severity: 'advice',
      path: `components.${id}.runtime.env`,
      message: `of the environment of ${id} the drawing has the names only, since a value may be a secret`,
      mend: 'Keep the design beside the drawing.',
    }));
}
