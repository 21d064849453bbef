// SVG: the canvas as drawn, with its texts as texts, for a page, a slide or a document.
import { succeed } from '../../model/finding.ts';
import type { Exporter } from '../exporter.ts';
import { PICTURE_OPTIONS, pictureOf } from '../picture/picture.ts';
import { xmlText } from '../xml.ts';
import { svgOf } from './elements.ts';

export const svg: Exporter = {
  id: 'svg',
  title: 'SVG picture',
  description: 'The canvas as drawn, in any size, with its texts as texts',
  fileName: 'architecture.svg',
  stream: null,
  options: PICTURE_OPTIONS,
  run: async (design, options) => {
    if (design.components.length === 0) return succeed([]);
    const picture = await pictureOf(design, options);
    if (!picture.ok) return picture;
    const root = svgOf(design.name, picture.value.scene, picture.value.ground);
    return succeed([{ path: svg.fileName, text: xmlText(root) }], picture.notes);
  },
};
