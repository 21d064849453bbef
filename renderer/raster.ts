// The canvas of the window, for pictures of the design as bitmaps.
import type { Fonts } from '../src/exporters/picture/fonts.ts';
import { FONT_FAMILY, type Rasteriser } from '../src/exporters/picture/raster.ts';

let fontsReady: Promise<unknown> | null = null;

async function loadFonts({ regular, bold }: Fonts): Promise<void> {
  const load = async (base64: string, weight: string): Promise<void> => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    document.fonts.add(await new FontFace(FONT_FAMILY, bytes, { weight }).load());
  };
  await Promise.all([load(regular, '400'), load(bold, '600')]);
}

export const windowRasteriser: Rasteriser = {
  async sheet(width, height, fonts) {
    fontsReady ??= loadFonts(fonts);
    await fontsReady;
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('this browser draws no pictures');
    return {
      pen: pen as typeof pen & { textAlign: string },
      fill: (path) => pen.fill(new Path2D(path)),
      stroke: (path) => pen.stroke(new Path2D(path)),
      png: () => Promise.resolve(canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')),
    };
  },
};
