// A scene on the canvas of a host.
import { outlineOf } from '../picture/outline.ts';
import { FONT_FAMILY, type Sheet } from '../picture/raster.ts';
import { DASH, type Path, type Rectangle, type Scene, type Text } from '../picture/scene.ts';

/** `ground` is null for a picture that lets show through what lies beneath. */
export function paint(sheet: Sheet, { bounds, parts }: Scene, ground: string | null, scale: number): void {
  const { pen } = sheet;
  pen.scale(scale, scale);
  pen.translate(-bounds.x, -bounds.y);
  if (ground !== null) {
    pen.fillStyle = ground;
    pen.fillRect(bounds.x, bounds.y, bounds.width, bounds.height);
  }
  for (const { shapes } of parts) {
    for (const shape of shapes) {
      pen.save();
      if (shape.type === 'rectangle') paintRectangle(sheet, shape);
      else if (shape.type === 'path') paintPath(sheet, shape);
      else paintText(sheet, shape);
      pen.restore();
    }
  }
}

function paintRectangle({ pen, fill, stroke }: Sheet, shape: Rectangle): void {
  const path = outlineOf(shape);
  pen.fillStyle = shape.fill;
  pen.globalAlpha = shape.fillOpacity ?? 1;
  fill(path);
  pen.globalAlpha = 1;
  if (shape.stroke === undefined) return;
  pen.strokeStyle = shape.stroke;
  pen.lineWidth = 1;
  pen.setLineDash(shape.isDashed === true ? [...DASH] : []);
  stroke(path);
}

function paintPath({ pen, fill, stroke }: Sheet, shape: Path): void {
  if (shape.at) pen.translate(shape.at.x, shape.at.y);
  if (shape.scale !== undefined) pen.scale(shape.scale, shape.scale);
  if (shape.fill !== undefined) {
    pen.fillStyle = shape.fill;
    fill(shape.d);
  }
  if (shape.stroke === 'none') return;
  pen.strokeStyle = shape.stroke;
  pen.lineWidth = shape.width;
  pen.lineCap = shape.isButt === true ? 'butt' : 'round';
  pen.lineJoin = 'round';
  pen.setLineDash([...(shape.dashes ?? (shape.isDashed === true ? DASH : []))]);
  stroke(shape.d);
}

function paintText({ pen }: Sheet, { x, y, text, size, fill, isBold, isMiddle }: Text): void {
  pen.font = `${isBold === true ? 600 : 400} ${size}px "${FONT_FAMILY}", sans-serif`;
  pen.textAlign = isMiddle === true ? 'center' : 'left';
  pen.fillStyle = fill;
  pen.fillText(text, x, y);
}
