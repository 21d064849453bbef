// A scene as the elements of an SVG document.
import { DASH } from '../picture/scene.ts';
import type { Part, Path, Rectangle, Scene, Shape, Text } from '../picture/scene.ts';
import { element, type XmlElement } from '../xml.ts';

const FONT = ['system-ui', '-apple-system', '"Segoe UI"', 'Roboto', '"Noto Sans"', 'Arial', 'sans-serif'].join(', ');
const DASHES = DASH.join(' ');

/** `ground` is null for a picture that lets show through what lies beneath. */
export function svgOf(name: string, { bounds, parts }: Scene, ground: string | null): XmlElement {
  const { x, y, width, height } = bounds;
  const size = { width: digits(width), height: digits(height) };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      viewBox: [x, y, width, height].map(digits).join(' '),
      role: 'img',
      'font-family': FONT,
    },
    [
      element('title', {}, [name]),
      ...(ground === null ? [] : [element('rect', { x: digits(x), y: digits(y), ...size, fill: ground })]),
      ...parts.map(partElement),
    ],
  );
}

/** The title is what a reader sees of a name that is cut short, and what a screen reader says. */
function partElement({ title, shapes }: Part): XmlElement {
  return element('g', {}, [element('title', {}, [title]), ...shapes.map(shapeElement)]);
}

function shapeElement(shape: Shape): XmlElement {
  switch (shape.type) {
    case 'rectangle':
      return rectangleElement(shape);
    case 'path':
      return pathElement(shape);
    case 'text':
      return textElement(shape);
  }
}

function rectangleElement({ x, y, width, height, radius, fill, fillOpacity, stroke, isDashed }: Rectangle): XmlElement {
  return element('rect', {
    x: digits(x),
    y: digits(y),
    width: digits(width),
    height: digits(height),
    rx: radius,
    fill,
    'fill-opacity': fillOpacity,
    stroke,
    'stroke-dasharray': isDashed === true ? DASHES : undefined,
  });
}

function pathElement({ d, fill, stroke, width, isDashed, isButt, dashes, at, scale }: Path): XmlElement {
  return element('path', {
    d,
    fill: fill ?? 'none',
    stroke,
    'stroke-width': stroke === 'none' ? undefined : width,
    'stroke-linecap': stroke === 'none' || isButt === true ? undefined : 'round',
    'stroke-linejoin': stroke === 'none' ? undefined : 'round',
    'stroke-dasharray': dashes?.map(digits).join(' ') ?? (isDashed === true ? DASHES : undefined),
    transform: at && `translate(${digits(at.x)} ${digits(at.y)}) scale(${digits(scale ?? 1)})`,
  });
}

function textElement({ x, y, text, size, fill, isBold, isMiddle }: Text): XmlElement {
  return element(
    'text',
    {
      x: digits(x),
      y: digits(y),
      'font-size': size,
      'font-weight': isBold === true ? 600 : undefined,
      'text-anchor': isMiddle === true ? 'middle' : undefined,
      fill,
    },
    [text],
  );
}

function digits(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}
