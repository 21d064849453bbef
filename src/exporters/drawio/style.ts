// How each kind looks in draw.io: its shape, and the colours of its family out of draw.io's own palette.
import type { Family, MermaidShape } from '../../catalogue/kind.ts';
import { kindByKey } from '../../catalogue/index.ts';
import type { Connection, Group } from '../../model/design.ts';

type Style = Readonly<Record<string, string | number>>;

const SHAPES: Readonly<Record<MermaidShape, Style>> = {
  rect: { rounded: 0 },
  rounded: { rounded: 1 },
  stadium: { rounded: 1, arcSize: 50 },
  cyl: { shape: 'cylinder3', boundedLbl: 1, size: 8 },
  hex: { shape: 'hexagon', perimeter: 'hexagonPerimeter2', fixedSize: 1, size: 16 },
  subproc: { shape: 'process', size: 0.05 },
  circle: { shape: 'ellipse', perimeter: 'ellipsePerimeter' },
  das: { shape: 'cylinder3', direction: 'south', boundedLbl: 1, size: 8 },
  doc: { shape: 'document', boundedLbl: 1, size: 0.15 },
};

const COLOURS: Readonly<Record<Family, Style>> = {
  entry: { fillColor: '#dae8fc', strokeColor: '#6c8ebf' },
  service: { fillColor: '#d5e8d4', strokeColor: '#82b366' },
  messaging: { fillColor: '#e1d5e7', strokeColor: '#9673a6' },
  data: { fillColor: '#fff2cc', strokeColor: '#d6b656' },
  platform: { fillColor: '#f5f5f5', strokeColor: '#666666' },
};

/** Labels are plain text, never markup. */
const PLAIN: Style = { html: 0, whiteSpace: 'wrap', fontColor: '#1a1a1a' };

export function componentStyle(kindKey: string): string {
  const kind = kindByKey(kindKey);
  return written({ ...SHAPES[kind?.look.mermaid ?? 'rect'], ...PLAIN, ...COLOURS[kind?.family ?? 'service'] });
}

export function groupStyle({ kind = 'boundary' }: Group): string {
  const look: Style = { fillColor: 'none', strokeColor: '#999999', dashed: kind === 'layer' ? 0 : 1, startSize: 30 };
  return written({ swimlane: '', ...PLAIN, ...look, container: 1, collapsible: 1, rounded: 1, arcSize: 4 });
}

export function noteStyle(): string {
  const look: Style = { shape: 'note', size: 14, align: 'left', verticalAlign: 'top', spacing: 8 };
  return written({ ...look, ...PLAIN, fillColor: '#fff9b2', strokeColor: '#b3a100' });
}

export function connectionStyle({ mode }: Connection): string {
  const route: Style = {
    edgeStyle: 'orthogonalEdgeStyle',
    rounded: 1,
    html: 0,
    endArrow: mode === 'async' ? 'open' : 'block',
  };
  return written({ ...route, dashed: mode === 'async' ? 1 : 0, labelBackgroundColor: '#ffffff', fontColor: '#1a1a1a' });
}

function written(style: Style): string {
  return Object.entries(style)
    .map(([key, value]) => (value === '' ? `${key};` : `${key}=${value};`))
    .join('');
}
