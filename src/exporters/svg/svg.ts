// SVG: the canvas as drawn, with its texts as texts, for a page, a slide or a document.
import { succeed } from '../../model/finding.ts';
import type { Exporter } from '../exporter.ts';
import { diagramOf, notDrawn } from '../picture/diagram.ts';
import { PALETTES, PICTURE_THEMES } from '../picture/palette.ts';
import { sceneOf } from '../picture/scene.ts';
import { xmlText } from '../picture/xml.ts';
import { svgOf } from './elements.ts';

export const BACKGROUNDS = ['theme', 'transparent'] as const;

export const svg: Exporter = {
  id: 'svg',
  title: 'SVG picture',
  description: 'The canvas as drawn, in any size, with its texts as texts',
  fileName: 'architecture.svg',
  stream: null,
  options: [
    {
      key: 'theme',
      title: 'Theme',
      help: 'Light or dark, with the colours of the window.',
      type: 'choice',
      choices: PICTURE_THEMES,
      default: 'light',
    },
    {
      key: 'background',
      title: 'Background',
      help: 'The ground of the theme, or none, so that what lies beneath shows through.',
      type: 'choice',
      choices: BACKGROUNDS,
      default: 'theme',
    },
  ],
  run: async (design, { theme, background }) => {
    if (design.components.length === 0) return succeed([]);
    const diagram = await diagramOf(design);
    const palette = PALETTES[theme === 'dark' ? 'dark' : 'light'];
    const root = svgOf(design.name, sceneOf(diagram, palette), background === 'transparent' ? null : palette.ground);
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(root)}`;
    return succeed([{ path: svg.fileName, text }], notDrawn(design, diagram));
  },
};
