// PDF: the canvas as drawn on one page of its size, in any resolution, with its texts as texts.
import type { Design } from '../../model/design.ts';
import { showable } from '../../model/showable.ts';
import { succeed } from '../../model/finding.ts';
import type { Exporter } from '../exporter.ts';
import { loadFonts } from '../picture/fonts.ts';
import { glyphFindings, missingIn } from '../picture/glyphs.ts';
import { PICTURE_OPTIONS, pictureOf } from '../picture/picture.ts';

/** The same design gives the same bytes, so the file tells no time. */
const NO_TIME = new Date(0);

export const pdf: Exporter = {
  id: 'pdf',
  title: 'PDF document',
  description: 'The canvas as drawn, on one page of its size, with its texts as texts',
  fileName: 'architecture.pdf',
  stream: null,
  options: PICTURE_OPTIONS,
  run: async (design, options) => {
    if (design.components.length === 0) return succeed([]);
    const picture = await pictureOf(design, options);
    if (!picture.ok) return picture;
    const { scene, ground } = picture.value;
    const { document, faces } = await emptyDocument(design);
    const { drawScene } = await import('./draw.ts');
    drawScene(document, faces, scene, ground);
    const text = await document.saveAsBase64();
    const missing = glyphFindings(missingIn(scene, faces.known), 'a question mark stands for it');
    return succeed([{ path: pdf.fileName, text, encoding: 'base64' }], [...picture.notes, ...missing]);
  },
};

async function emptyDocument(design: Design) {
  const [{ PDFDocument }, { default: fontkit }, fonts] = await Promise.all([
    import('pdf-lib'),
    import('@pdf-lib/fontkit'),
    loadFonts(),
  ]);
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  document.setTitle(showable(design.name));
  document.setCreator('Spandrel');
  document.setCreationDate(NO_TIME);
  document.setModificationDate(NO_TIME);
  // No ligatures: a search is to find the letters that were written.
  const settings = { subset: true, features: { liga: false, clig: false } };
  const regular = await document.embedFont(fonts.regular, settings);
  const bold = await document.embedFont(fonts.bold, settings);
  const inBold = new Set(bold.getCharacterSet());
  const known = new Set(regular.getCharacterSet().filter((point) => inBold.has(point)));
  return { document, faces: { regular, bold, known } };
}
