// A scene on a page of a PDF, with its texts as texts.
import {
  LineCapStyle,
  LineJoinStyle,
  type PDFDocument,
  type PDFFont,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setLineJoin,
  type RGB,
} from 'pdf-lib';
import { outlineOf } from '../picture/outline.ts';
import { spelledOut } from '../picture/path.ts';
import { DASH, type Path, type Rectangle, type Scene, type Text } from '../picture/scene.ts';

export interface Faces {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
  /** Code points that both have. */
  readonly known: ReadonlySet<number>;
}

/** Of the canvas at 100 %, as browsers print. */
const POINTS_PER_PIXEL = 0.75;
/** Stands for a letter that the font has not. */
const INSTEAD = '?';

interface Sheet {
  readonly page: PDFPage;
  readonly faces: Faces;
  readonly left: number;
  readonly top: number;
}

export function drawScene(document: PDFDocument, faces: Faces, { bounds, parts }: Scene, ground: string | null): void {
  const size = [bounds.width, bounds.height].map((side) => side * POINTS_PER_PIXEL);
  const [width = 1, height = 1] = size;
  const page = document.addPage([width, height]);
  const sheet = { page, faces, left: bounds.x, top: bounds.y };
  page.pushOperators(pushGraphicsState(), setLineJoin(LineJoinStyle.Round));
  if (ground !== null) page.drawRectangle({ x: 0, y: 0, width, height, color: colourOf(ground) });
  for (const { shapes } of parts) {
    for (const shape of shapes) {
      if (shape.type === 'rectangle') drawRectangle(sheet, shape);
      else if (shape.type === 'path') drawPath(sheet, shape);
      else drawText(sheet, shape);
    }
  }
  page.pushOperators(popGraphicsState());
}

function drawRectangle(sheet: Sheet, shape: Rectangle): void {
  const at = placeOf(sheet, { x: 0, y: 0 });
  const look = {
    color: colourOf(shape.fill),
    ...(shape.fillOpacity !== undefined && { opacity: shape.fillOpacity }),
    ...(shape.stroke !== undefined && { borderColor: colourOf(shape.stroke), borderWidth: 1 }),
    ...(shape.isDashed === true && { borderDashArray: [...DASH] }),
  };
  sheet.page.drawSvgPath(outlineOf(shape), { ...at, scale: POINTS_PER_PIXEL, ...look });
}

function drawPath(sheet: Sheet, shape: Path): void {
  const dashes = shape.dashes ?? (shape.isDashed === true ? DASH : undefined);
  sheet.page.drawSvgPath(spelledOut(shape.d), {
    ...placeOf(sheet, shape.at ?? { x: 0, y: 0 }),
    scale: POINTS_PER_PIXEL * (shape.scale ?? 1),
    ...(shape.fill !== undefined && { color: colourOf(shape.fill) }),
    ...(shape.stroke !== 'none' && {
      borderColor: colourOf(shape.stroke),
      borderWidth: shape.width,
      borderLineCap: shape.isButt === true ? LineCapStyle.Butt : LineCapStyle.Round,
    }),
    ...(dashes !== undefined && { borderDashArray: [...dashes] }),
  });
}

function drawText(sheet: Sheet, { x, y, text, size, fill, isBold, isMiddle }: Text): void {
  const font = isBold === true ? sheet.faces.bold : sheet.faces.regular;
  const written = [...text]
    .map((letter) => (sheet.faces.known.has(letter.codePointAt(0) ?? 0) ? letter : INSTEAD))
    .join('');
  const points = size * POINTS_PER_PIXEL;
  const place = placeOf(sheet, { x, y });
  const shift = isMiddle === true ? font.widthOfTextAtSize(written, points) / 2 : 0;
  sheet.page.drawText(written, { x: place.x - shift, y: place.y, size: points, font, color: colourOf(fill) });
}

/** From the top left of the canvas to the bottom left of the page. */
function placeOf({ page, left, top }: Sheet, { x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: (x - left) * POINTS_PER_PIXEL, y: page.getHeight() - (y - top) * POINTS_PER_PIXEL };
}

/** Of `#rrggbb`. */
function colourOf(hexadecimal: string): RGB {
  const part = (at: number): number => Number.parseInt(hexadecimal.slice(at, at + 2), 16) / 255;
  return rgb(part(1), part(3), part(5));
}
