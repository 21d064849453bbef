// PNG: the canvas as drawn, as a bitmap, with a font of its own so that it looks the same on every machine.
import type { Finding } from '../../model/finding.ts';
import { succeed } from '../../model/finding.ts';
import type { Exporter } from '../exporter.ts';
import { loadFonts } from '../picture/fonts.ts';
import { PICTURE_OPTIONS, pictureOf } from '../picture/picture.ts';
import { rasteriser } from '../picture/raster.ts';
import type { Scene } from '../picture/scene.ts';
import { paint } from './paint.ts';

const SCALES = ['1', '2', '3'];
/** What every host can draw on, in pixels: of one side, and in all. */
const MOST_SIDE = 16_000;
const MOST_PIXELS = 100_000_000;

export const png: Exporter = {
  id: 'png',
  title: 'PNG picture',
  description: 'The canvas as drawn, as a bitmap',
  fileName: 'architecture.png',
  stream: null,
  options: [
    ...PICTURE_OPTIONS,
    {
      key: 'scale',
      title: 'Scale',
      help: 'So many pixels for each of the canvas at 100 %.',
      type: 'choice',
      choices: SCALES,
      default: '2',
    },
  ],
  run: async (design, options) => {
    if (design.components.length === 0) return succeed([]);
    const picture = await pictureOf(design, options);
    if (!picture.ok) return picture;
    const { scene, ground } = picture.value;
    const wanted = Number(options['scale']);
    const scale = Math.min(wanted, largestScale(scene));
    const size = [scene.bounds.width, scene.bounds.height].map((side) => Math.max(1, Math.round(side * scale)));
    const [width = 1, height = 1] = size;
    const sheet = await rasteriser().sheet(width, height, await loadFonts());
    paint(sheet, scene, ground, scale);
    const text = await sheet.png();
    const notes = scale < wanted ? [reduced(wanted, scale)] : [];
    return succeed([{ path: png.fileName, text, encoding: 'base64' }], [...picture.notes, ...notes]);
  },
};

function largestScale({ bounds: { width, height } }: Scene): number {
  return Math.min(MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
}

function reduced(wanted: number, scale: number): Finding {
  return {
    rule: 'reduced-scale',
    severity: 'warning',
    path: 'components',
    message: `at a scale of ${wanted} the picture would be too large for a bitmap; it is ${scale.toFixed(2)}`,
    mend: 'Export to SVG or PDF, which have no such limit.',
  };
}
