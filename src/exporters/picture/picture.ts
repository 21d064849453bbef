// What every picture of the canvas starts from: its options, and the scene with its ground and what is not in it.
import type { Design } from '../../model/design.ts';
import { succeed, type Outcome } from '../../model/finding.ts';
import { notDrawn } from '../drawn.ts';
import type { ExportOption, ExportOptions } from '../exporter.ts';
import { figuresOf, RESULTS } from '../results.ts';
import { collapsedGroups, diagramOf } from './diagram.ts';
import { OVERLAYS, overlayOf, type OverlayKind } from './overlay.ts';
import { PALETTES, PICTURE_THEMES } from './palette.ts';
import { sceneOf, type Scene } from './scene.ts';

export interface Picture {
  readonly scene: Scene;
  /** Null for none, so that what lies beneath shows through. */
  readonly ground: string | null;
}

export const PICTURE_OPTIONS: readonly ExportOption[] = [
  {
    key: 'theme',
    title: 'Theme',
    help: 'Light or dark, with the colours of the window.',
    type: 'choice',
    choices: PICTURE_THEMES,
    default: 'light',
  },
  {
    key: 'background',
    title: 'Background',
    help: 'The ground of the theme, or none, so that what lies beneath shows through.',
    type: 'choice',
    choices: ['theme', 'transparent'],
    default: 'theme',
  },
  RESULTS,
  {
    key: 'overlay',
    title: 'Shown of the results',
    help: 'What fills the bars of the components where results are laid over the picture.',
    type: 'choice',
    choices: OVERLAYS,
    default: 'utilisation',
  },
];

/** For a design with components. */
export async function pictureOf(design: Design, options: ExportOptions): Promise<Outcome<Picture>> {
  const figures = await figuresOf(design, String(options['results'] ?? ''));
  if (!figures.ok) return figures;
  const diagram = await diagramOf(design);
  const palette = PALETTES[options['theme'] === 'dark' ? 'dark' : 'light'];
  const kind = OVERLAYS.find((one) => one === options['overlay']) ?? 'utilisation';
  const overlay = figures.value && overlayOf(design, figures.value, kind satisfies OverlayKind);
  return succeed(
    {
      scene: sceneOf(diagram, palette, overlay),
      ground: options['background'] === 'transparent' ? null : palette.ground,
    },
    [...figures.notes, ...notDrawn(design), ...collapsedGroups(diagram)],
  );
}
