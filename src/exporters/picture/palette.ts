// The colours of a picture, light and dark: those of the window (renderer/theme/tokens.css), without transparency.
import type { Family } from '../../catalogue/kind.ts';
import type { Level } from './overlay.ts';

export const PICTURE_THEMES = ['light', 'dark'] as const;
export type PictureTheme = (typeof PICTURE_THEMES)[number];

export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly border: string;
  readonly text: string;
  readonly soft: string;
  readonly badge: string;
  readonly edge: string;
  readonly group: string;
  readonly groupOpacity: number;
  readonly groupBorder: string;
  readonly note: string;
  readonly noteBorder: string;
  readonly family: Readonly<Record<Family, string>>;
  readonly failed: string;
  readonly track: string;
  readonly level: Readonly<Record<Level, string>>;
}

export const PALETTES: Readonly<Record<PictureTheme, Palette>> = {
  light: {
    ground: '#f6f7f9',
    surface: '#ffffff',
    border: '#b7bdc9',
    text: '#1b1f27',
    soft: '#555c6a',
    badge: '#eceff4',
    edge: '#7b8392',
    group: '#697080',
    groupOpacity: 0.06,
    groupBorder: '#c3c8d2',
    note: '#fdf6dc',
    noteBorder: '#d9c98a',
    family: { entry: '#6f56c8', service: '#0d7f86', messaging: '#b4498c', data: '#57801a', platform: '#697080' },
    failed: '#b3261e',
    track: '#eceff4',
    level: { 1: '#dbe6f6', 2: '#b3ccec', 3: '#7fa8dc', 4: '#3a6fb4', high: '#f0a92e', critical: '#c4281e' },
  },
  dark: {
    ground: '#16181d',
    surface: '#1e2128',
    border: '#4d5463',
    text: '#e8eaee',
    soft: '#a9b0bd',
    badge: '#292d36',
    edge: '#8b93a2',
    group: '#98a0af',
    groupOpacity: 0.07,
    groupBorder: '#424957',
    note: '#38331f',
    noteBorder: '#6d6335',
    family: { entry: '#a894f0', service: '#46bcc2', messaging: '#e286bf', data: '#a5c95c', platform: '#98a0af' },
    failed: '#ff9a90',
    track: '#2b2f39',
    level: { 1: '#2a3a52', 2: '#35527d', 3: '#3f6db0', 4: '#84b1f0', high: '#f2b13c', critical: '#ff7a6e' },
  },
};
