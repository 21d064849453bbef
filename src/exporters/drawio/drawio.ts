// draw.io: the canvas as a diagram that can be worked on in diagrams.net, with all that the design says as its data.
import { succeed } from '../../model/finding.ts';
import type { Exporter } from '../exporter.ts';
import { diagramOf, notDrawn } from '../picture/diagram.ts';
import { xmlText } from '../picture/xml.ts';
import { mxfileOf } from './cells.ts';

export const drawio: Exporter = {
  id: 'drawio',
  title: 'draw.io diagram',
  description: 'The canvas for diagrams.net: groups as containers, lines that follow their ends, figures as data',
  fileName: 'architecture.drawio',
  stream: null,
  options: [
    {
      key: 'metadata',
      title: 'Metadata',
      help: 'Write what the design says of a component or a connection into the data of its shape.',
      type: 'switch',
      default: true,
    },
  ],
  run: async (design, { metadata }) => {
    if (design.components.length === 0) return succeed([]);
    const diagram = await diagramOf(design);
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(mxfileOf(design.name, diagram, metadata !== false))}`;
    return succeed([{ path: drawio.fileName, text }], notDrawn(design, diagram));
  },
};
