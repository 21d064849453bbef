// How draw.io draws each thing: a shape by kind, a colour by family.
import type { Family, Kind, MermaidShape } from '../../catalogue/kind.ts';
import type { GroupKind } from '../../model/design.ts';
import { PALETTES } from '../picture/palette.ts';

const { family: COLOURS, surface, text, soft, edge, groupBorder, note, noteBorder } = PALETTES.light;

/** Labels are plain texts, never markup; a long one is broken. */
const PLAIN = { html: 0, whiteSpace: 'wrap' } as const;

const SHAPES: Readonly<Record<MermaidShape, Readonly<Record<string, string | number>>>> = {
  rect: { rounded: 1, arcSize: 10 },
  rounded: { rounded: 1, arcSize: 30 },
  stadium: { rounded: 1, arcSize: 50 },
  cyl: { shape: 'cylinder3', boundedLbl: 1, backgroundOutline: 1, size: 8 },
  das: { shape: 'cylinder3', boundedLbl: 1, backgroundOutline: 1, size: 8, direction: 'south' },
  hex: { shape: 'hexagon', perimeter: 'hexagonPerimeter2', fixedSize: 1, size: 14 },
  subproc: { shape: 'process', size: 0.05 },
  circle: { shape: 'ellipse', perimeter: 'ellipsePerimeter' },
  doc: { shape: 'document', boundedLbl: 1, size: 0.15 },
};

function style(entries: Readonly<Record<string, string | number>>): string {
  return Object.entries(entries)
    .map(([key, value]) => `${key}=${value};`)
    .join('');
}

/** A kind that the catalogue does not know is a plain box. */
export function cardStyle(kind: Kind | undefined, family: Family): string {
  const shape = SHAPES[kind?.look.mermaid ?? 'rect'];
  return style({
    ...shape,
    ...PLAIN,
    fillColor: surface,
    strokeColor: COLOURS[family],
    strokeWidth: 2,
    fontColor: text,
  });
}

export function groupStyle(kind: GroupKind, isCollapsed: boolean): string {
  const isDashed = kind === 'zone' || kind === 'namespace';
  const look = isCollapsed
    ? { rounded: 1, arcSize: 10, fillColor: surface, strokeColor: groupBorder, verticalAlign: 'middle' }
    : {
        rounded: kind === 'layer' ? 0 : 1,
        arcSize: 3,
        fillColor: 'none',
        strokeColor: groupBorder,
        verticalAlign: 'top',
      };
  return style({
    ...look,
    ...PLAIN,
    container: isCollapsed ? 0 : 1,
    collapsible: 0,
    align: 'left',
    spacingLeft: 8,
    fontStyle: 1,
    fontColor: soft,
    dashed: isDashed ? 1 : 0,
  });
}

export function edgeStyle(isAsync: boolean): string {
  return style({
    ...PLAIN,
    edgeStyle: 'orthogonalEdgeStyle',
    rounded: 1,
    endArrow: 'block',
    endFill: 1,
    strokeColor: edge,
    fontColor: soft,
    fontSize: 11,
    dashed: isAsync ? 1 : 0,
  });
}

export const NOTE_STYLE = style({
  shape: 'note',
  size: 12,
  ...PLAIN,
  align: 'left',
  verticalAlign: 'top',
  spacing: 8,
  fillColor: note,
  strokeColor: noteBorder,
  fontColor: text,
});
