// The canvas of the Node side, which needs neither a screen nor an installed font.
import type { Rasteriser } from '../../src/exporters/picture/raster.ts';
import { FONT_FAMILY } from '../../src/exporters/picture/raster.ts';

let hasFonts = false;

export const nodeRasteriser: Rasteriser = {
  async sheet(width, height, fonts) {
    const { createCanvas, GlobalFonts, Path2D } = await import('@napi-rs/canvas');
    if (!hasFonts) {
      for (const font of [fonts.regular, fonts.bold]) GlobalFonts.register(Buffer.from(font, 'base64'), FONT_FAMILY);
      hasFonts = true;
    }
    const canvas = createCanvas(width, height);
    const pen = canvas.getContext('2d');
    return {
      pen: pen as typeof pen & { textAlign: string },
      fill: (path) => pen.fill(new Path2D(path)),
      stroke: (path) => pen.stroke(new Path2D(path)),
      png: async () => (await canvas.encode('png')).toString('base64'),
    };
  },
};
