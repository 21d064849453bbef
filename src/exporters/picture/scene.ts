// The diagram as plain shapes in the order in which they are laid on one another: what any writer of pictures can draw.
import type { Box, Place } from '../../layout/card.ts';
import type { PlacedGroup } from '../../layout/place-groups.ts';
import type { Route } from '../../layout/routing/route.ts';
import type { Note } from '../../model/design.ts';
import { shown } from '../drawn.ts';
import type { Card, Diagram, Line } from './diagram.ts';
import { ICON_SIZE, ICONS } from './icons.ts';
import { fitted, widthOf } from './measure.ts';
import type { CardOverlay, LineOverlay, Overlay } from './overlay.ts';
import type { Palette } from './palette.ts';

export interface Rectangle extends Box {
  readonly type: 'rectangle';
  readonly fill: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly radius: number;
  readonly isDashed?: boolean;
}

export interface Path {
  readonly type: 'path';
  /** As SVG writes it. */
  readonly d: string;
  readonly fill?: string;
  readonly stroke: string;
  readonly width: number;
  readonly isDashed?: boolean;
  /** Lengths of stroke and gap, instead of the usual dashes. */
  readonly dashes?: readonly number[];
  /** The ends are cut straight, not rounded. */
  readonly isButt?: boolean;
  /** Moved and then scaled. */
  readonly at?: Place;
  readonly scale?: number;
}

export interface Text extends Place {
  readonly type: 'text';
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly isBold?: boolean;
  readonly isMiddle?: boolean;
}

export type Shape = Rectangle | Path | Text;

/** What belongs together, with the whole of what it is called: a picture may have to cut it short. */
export interface Part {
  readonly title: string;
  readonly shapes: readonly Shape[];
}

export interface Scene {
  readonly bounds: Box;
  readonly parts: readonly Part[];
}

/** Stroke and gap of what is dashed. */
export const DASH: readonly number[] = [6, 5];

const MARGIN = 24;
const NAME = 13;
const SMALL = 11;
const ICON = 16;
/** From the left of a card to its icon, and from there to its name. */
const INSET = 12;
const AFTER_ICON = 22;
const LINE = 16;
const LABEL_GAP = 4;

/** With an overlay, the figures of a run stand where the kinds of the components would. */
export function sceneOf(
  { groups, lines, cards, notes, bounds }: Diagram,
  palette: Palette,
  overlay: Overlay | null = null,
): Scene {
  const { x, y, width, height } = bounds;
  return {
    bounds: { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN },
    parts: [
      ...groups.filter(({ isCollapsed }) => !isCollapsed).map((group) => groupPart(group, palette)),
      ...notes.map((note) => notePart(note, palette)),
      ...lines.map((line) => linePart(line, palette, overlay?.lines.get(line.connection.id))),
      ...groups.filter(({ isCollapsed }) => isCollapsed).map((group) => collapsedPart(group, palette)),
      ...cards.map((card) => cardPart(card, palette, overlay?.cards.get(card.component.id))),
      ...lines.flatMap((line) => labelPart(line, palette, overlay?.lines.get(line.connection.id))),
    ],
  };
}

function groupPart({ group, rect }: PlacedGroup, palette: Palette): Part {
  const title = shown(group.name, group.id);
  const kind = group.kind ?? 'boundary';
  const [name = ''] = fitted(title, rect.width - 28, NAME, 1, true);
  const after = rect.x + 14 + widthOf(name, NAME, true) + 8;
  const hasRoom = kind !== 'boundary' && after + widthOf(kind, SMALL) < rect.x + rect.width - 8;
  return {
    title,
    shapes: [
      {
        type: 'rectangle',
        ...rect,
        radius: kind === 'layer' ? 4 : 10,
        fill: palette.group,
        fillOpacity: palette.groupOpacity,
        stroke: palette.groupBorder,
        isDashed: kind === 'zone' || kind === 'namespace',
      },
      { type: 'text', x: rect.x + 14, y: rect.y + 19, text: name, size: NAME, fill: palette.soft, isBold: true },
      ...(hasRoom ? [text(after, rect.y + 19, kind, palette.soft)] : []),
    ],
  };
}

function collapsedPart({ group, rect, count }: PlacedGroup, palette: Palette): Part {
  const title = shown(group.name, group.id);
  const [name = ''] = fitted(title, rect.width - 2 * INSET, NAME, 1, true);
  const held = count === 1 ? '1 component' : `${count} components`;
  return {
    title,
    shapes: [
      { type: 'rectangle', ...rect, x: rect.x + 3, y: rect.y + 3, ...cardLook(palette) },
      { type: 'rectangle', ...rect, ...cardLook(palette) },
      { type: 'text', x: rect.x + INSET, y: rect.y + 29, text: name, size: NAME, fill: palette.text, isBold: true },
      text(rect.x + INSET, rect.y + 45, held, palette.soft),
    ],
  };
}

function notePart({ text: written, view }: Note, palette: Palette): Part {
  const rows = Math.max(1, Math.floor((view.height - 12) / LINE));
  const all = written
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [''] : fitted(line, view.width - 20, 12, rows)));
  const lines = all.slice(0, rows);
  return {
    title: written,
    shapes: [
      { type: 'rectangle', ...view, radius: 4, fill: palette.note, stroke: palette.noteBorder },
      ...lines.map((line, row): Text => ({
        ...text(
          view.x + 10,
          view.y + 20 + row * LINE,
          row === rows - 1 && all.length > rows ? `${line}…` : line,
          palette.text,
        ),
        size: 12,
      })),
    ],
  };
}

function linePart({ connection, label, route }: Line, palette: Palette, run: LineOverlay | undefined): Part {
  const { from, to, mode } = connection;
  const look = { type: 'path', stroke: palette.edge, width: run?.width ?? 1.5 } as const;
  const failed = run === undefined || run.failed === null ? [] : [failedPath(route, run, palette)];
  return {
    title: label === '' ? `${from} → ${to}` : `${from} → ${to}: ${label}`,
    shapes: [
      { ...look, d: route.path, isDashed: mode === 'async' },
      ...failed,
      { ...look, d: route.head, fill: palette.edge, width: 1 },
    ],
  };
}

/** The failed share of the line, from the caller on. */
function failedPath({ path, points }: Route, { failedShare, width }: LineOverlay, palette: Palette): Path {
  const length = points.reduce((sum, { x, y }, at) => {
    const before = points[at - 1] ?? { x, y };
    return sum + Math.hypot(x - before.x, y - before.y);
  }, 0);
  const dashes = [length * failedShare, length];
  return { type: 'path', d: path, stroke: palette.failed, width: width + 1, dashes, isButt: true };
}

function labelPart({ label, route }: Line, palette: Palette, run: LineOverlay | undefined): Part[] {
  const [line = ''] = fitted(label, 140, SMALL, 1);
  const words = [
    { written: line, fill: palette.soft },
    { written: run?.rate ?? '', fill: palette.text },
    { written: run?.failed ?? '', fill: palette.failed },
  ].filter(({ written }) => written !== '');
  if (words.length === 0) return [];
  const width = words.reduce((sum, { written }) => sum + widthOf(written, SMALL) + LABEL_GAP, 10 - LABEL_GAP);
  const { x, y } = route.middle;
  let left = x - width / 2 + 5;
  const texts = words.map(({ written, fill }) => {
    const own = widthOf(written, SMALL);
    left += own + LABEL_GAP;
    return { ...text(left - LABEL_GAP - own / 2, y + 4, written, fill), isMiddle: true };
  });
  const title = words.map(({ written }, at) => (at === 0 && line !== '' ? label : written)).join(' ');
  const pill: Rectangle = {
    type: 'rectangle',
    x: x - width / 2,
    y: y - 8,
    width,
    height: 16,
    radius: 8,
    fill: palette.ground,
  };
  return [{ title, shapes: [pill, ...texts] }];
}

function cardPart(card: Card, palette: Palette, run: CardOverlay | undefined): Part {
  const { component, name, kind, family, box } = card;
  const colour = palette.family[family];
  const replicas = component.capacity?.replicas ?? 1;
  const badge = replicas === 1 ? [] : badgeOf(`×${replicas}`, box, palette);
  const taken = badge.length === 0 ? 0 : (badge[0] as Rectangle).width + 6;
  const left = box.x + INSET + AFTER_ICON;
  const lines = fitted(name, box.width - INSET - AFTER_ICON - 8 - taken, NAME, run ? 1 : 2, true);
  // One line of a name and its kind are 30 high, two or one with figures are 46; they stand in the middle of the card.
  const first = box.y + (lines.length > 1 || run ? 22 : 30);
  const [kindTitle = ''] = fitted(kind?.title ?? component.kind, box.width - INSET - AFTER_ICON - 8, SMALL, 1);
  return {
    title: name,
    shapes: [
      { type: 'rectangle', ...box, ...cardLook(palette) },
      { type: 'path', d: edgeOf(box), fill: colour, stroke: 'none', width: 0 },
      {
        type: 'path',
        d: ICONS[kind?.look.icon ?? ''] ?? '',
        stroke: colour,
        width: 2,
        at: { x: box.x + INSET, y: first - 13 },
        scale: ICON / ICON_SIZE,
      },
      ...lines.map((line, row): Text => ({
        ...text(left, first + row * LINE, line, palette.text),
        size: NAME,
        isBold: true,
      })),
      ...(run
        ? figureShapes(run, box, palette)
        : [text(left, first + (lines.length - 1) * LINE + LINE, kindTitle, palette.soft)]),
      ...badge.map((shape) => ({ ...shape, y: shape.y + first })),
    ],
  };
}

/** A bar with its figure, and the other figures below it. */
function figureShapes({ share, level, figure, more }: CardOverlay, box: Box, palette: Palette): Shape[] {
  const left = box.x + INSET;
  const inner = box.width - INSET - 8;
  const bar = { type: 'rectangle', x: left, y: box.y + 33, height: 6, radius: 3 } as const;
  const whole = share === null ? 0 : inner - widthOf(figure, SMALL) - 6;
  const filled = Math.max(share === null || share === 0 ? 0 : 6, whole * (share ?? 0));
  return [
    ...(whole > 0 ? [{ ...bar, width: whole, fill: palette.track }] : []),
    ...(filled > 0 ? [{ ...bar, width: filled, fill: palette.level[level] }] : []),
    text(whole > 0 ? left + whole + 6 : left, box.y + 40, figure, palette.text),
    text(left, box.y + 56, fitted(more, inner, SMALL, 1)[0] ?? '', palette.soft),
  ];
}

/** The thin edge that tells the family. */
function edgeOf({ x, y, height }: Box): string {
  return `M${x + 5} ${y}H${x + 6}A6 6 0 0 0 ${x} ${y + 6}V${y + height - 6}A6 6 0 0 0 ${x + 6} ${y + height}H${x + 5}Z`;
}

/** Beside the first line of the name, whose height is added by the caller. */
function badgeOf(label: string, box: Box, palette: Palette): (Rectangle | Text)[] {
  const width = widthOf(label, SMALL) + 10;
  const x = box.x + box.width - 8 - width;
  return [
    { type: 'rectangle', x, y: -12, width, height: 16, radius: 8, fill: palette.badge },
    { ...text(x + width / 2, 0, label, palette.text), isMiddle: true },
  ];
}

function cardLook({ surface, border }: Palette) {
  return { radius: 6, fill: surface, stroke: border } as const;
}

function text(x: number, y: number, written: string, fill: string): Text {
  return { type: 'text', x, y, text: written, size: SMALL, fill };
}
