// The colours of a picture. A file of its own carries them as they are, light or dark; within a page they are names that
// the page gives a value to, so that the picture follows it.

export interface Palette {
  readonly surface: string;
  readonly text: string;
  readonly soft: string;
  readonly grid: string;
  readonly lines: readonly string[];
  readonly fault: string;
  readonly faultLine: string;
  readonly rollout: string;
  readonly rolloutLine: string;
  readonly warmup: string;
  /** By the words of `utilisationTone`. */
  readonly calm: string;
  readonly high: string;
  readonly critical: string;
  readonly parts: Readonly<Record<Part, string>>;
}

export const PARTS = ['wait', 'work', 'blocked', 'network', 'retries'] as const;
export type Part = (typeof PARTS)[number];

/** As the tokens of the window's light theme. */
export const light: Palette = {
  surface: '#ffffff',
  text: '#1b1f27',
  soft: '#555c6a',
  grid: '#dfe2e8',
  lines: ['#2f55d4', '#a2540a', '#0d7f86', '#8a3f9e', '#5b6270'],
  fault: '#fdeceb',
  faultLine: '#b3261e',
  rollout: '#e8f1f8',
  rolloutLine: '#2a5f8a',
  warmup: '#eceff4',
  calm: '#3a6fb4',
  high: '#f0a92e',
  critical: '#c4281e',
  parts: { wait: '#c47a00', work: '#3a6fb4', blocked: '#8a4fb0', network: '#5d8f94', retries: '#c4281e' },
};

/** As those of the dark one. */
export const dark: Palette = {
  surface: '#1e2128',
  text: '#e8eaee',
  soft: '#a9b0bd',
  grid: '#323742',
  lines: ['#8aa6ff', '#f3bd5b', '#46bcc2', '#d79be8', '#b3bac7'],
  fault: '#3a2022',
  faultLine: '#ff9a90',
  rollout: '#1c2c3a',
  rolloutLine: '#8fc2ea',
  warmup: '#292d36',
  calm: '#84b1f0',
  high: '#f2b13c',
  critical: '#ff7a6e',
  parts: { wait: '#f2b13c', work: '#6f9fe8', blocked: '#c493ee', network: '#7fb3b8', retries: '#ff7a6e' },
};

const NAMED = ['surface', 'text', 'soft', 'grid', 'fault', 'faultLine', 'rollout', 'rolloutLine', 'warmup'] as const;
const TONES = ['calm', 'high', 'critical'] as const;

/** Names for the values, and the values of a palette under them. */
function variablesOf(palette: Palette): (readonly [string, string])[] {
  return [
    ...[...NAMED, ...TONES].map((key) => [`--chart-${key}`, palette[key]] as const),
    ...palette.lines.map((colour, at) => [`--chart-line-${String(at + 1)}`, colour] as const),
    ...PARTS.map((part) => [`--chart-part-${part}`, palette.parts[part]] as const),
  ];
}

/** Declarations of a style sheet that give the names their values. */
export function paletteStyle(palette: Palette): string {
  return variablesOf(palette)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ');
}

const named = (key: string): string => `var(--chart-${key})`;

/** For pictures within a page that has these names. */
export const page: Palette = {
  surface: named('surface'),
  text: named('text'),
  soft: named('soft'),
  grid: named('grid'),
  lines: light.lines.map((_, at) => named(`line-${String(at + 1)}`)),
  fault: named('fault'),
  faultLine: named('faultLine'),
  rollout: named('rollout'),
  rolloutLine: named('rolloutLine'),
  warmup: named('warmup'),
  calm: named('calm'),
  high: named('high'),
  critical: named('critical'),
  parts: {
    wait: named('part-wait'),
    work: named('part-work'),
    blocked: named('part-blocked'),
    network: named('part-network'),
    retries: named('part-retries'),
  },
};
