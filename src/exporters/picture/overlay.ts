// What results say of the components and connections, as a picture tells it: a share that fills a bar, and figures.
import { kindByKey } from '../../catalogue/index.ts';
import type { Component, Design } from '../../model/design.ts';
import type { ComponentFigures, ConnectionFigures } from '../../simulation/result.ts';
import type { Figures } from '../results.ts';

export const OVERLAYS = ['utilisation', 'rate', 'p95', 'error', 'wait'] as const;
export type OverlayKind = (typeof OVERLAYS)[number];

export type Level = '1' | '2' | '3' | '4' | 'high' | 'critical';

export interface CardOverlay {
  /** 0 to 1; null where there is nothing to fill a bar with. */
  readonly share: number | null;
  readonly level: Level;
  /** Beside the bar. */
  readonly figure: string;
  /** Below it. */
  readonly more: string;
}

export interface LineOverlay {
  readonly rate: string;
  readonly width: number;
  /** 0 to 1. */
  readonly failedShare: number;
  /** Null where too few failed to be worth a word. */
  readonly failed: string | null;
}

export interface Overlay {
  readonly cards: ReadonlyMap<string, CardOverlay>;
  readonly lines: ReadonlyMap<string, LineOverlay>;
}

const WORTH_SAYING = 0.001;
/** As in the window: one hue up to 70 %, then amber, then red. */
const STEPS: readonly (readonly [number, Level])[] = [
  [0.9, 'critical'],
  [0.7, 'high'],
  [0.5, '4'],
  [0.3, '3'],
  [0.1, '2'],
];

export function overlayOf(design: Design, figures: Figures, kind: OverlayKind): Overlay {
  const measured = design.components.flatMap((component) => {
    const own = figures.components[component.id];
    return own === undefined ? [] : [{ component, own, value: valueOf(kind, component, own) }];
  });
  const isShare = kind === 'utilisation' || kind === 'error';
  const top = isShare ? 1 : Math.max(0, ...measured.map(({ value }) => value ?? 0));
  const most = Math.max(0, ...Object.values(figures.connections).map(({ callsPerSecond }) => callsPerSecond.mean ?? 0));
  return {
    cards: new Map(measured.map((one) => [one.component.id, cardOverlay(kind, one.own, one.value, top)])),
    lines: new Map(
      Object.entries(figures.connections).flatMap(([id, own]) => {
        const line = lineOverlay(own, most);
        return line === null ? [] : [[id, line] as const];
      }),
    ),
  };
}

function cardOverlay(kind: OverlayKind, own: ComponentFigures, value: number | null, top: number): CardOverlay {
  const share = value === null || top === 0 ? null : Math.min(1, Math.max(0, value / top));
  const rate = rateText(own.throughputPerSecond.mean);
  const p95 = `p95 ${timeText(own.responseMs.p95.mean)}`;
  const level = levelOf(kind, share ?? 0);
  switch (kind) {
    case 'utilisation': {
      const figure = value === null ? `${numberText(own.waiting.mean)} waiting` : shareText(value);
      return { share, level, figure, more: `${rate} · ${p95}` };
    }
    case 'rate':
      return { share, level, figure: rate, more: p95 };
    case 'p95':
      return { share, level, figure: p95, more: rate };
    case 'error':
      return { share, level, figure: `${shareText(value)} failed`, more: `${rate} · ${p95}` };
    case 'wait':
      return { share, level, figure: `waits ${timeText(value)}`, more: `${rate} · ${p95}` };
  }
}

function valueOf(kind: OverlayKind, component: Component, own: ComponentFigures): number | null {
  switch (kind) {
    case 'utilisation':
      return kindByKey(component.kind)?.behaviour.station === 'broker' ? null : own.utilisation.mean;
    case 'rate':
      return own.throughputPerSecond.mean;
    case 'p95':
      return own.responseMs.p95.mean;
    case 'error':
      return errorShare(own);
    case 'wait':
      return own.waitMs.mean.mean;
  }
}

function errorShare({ arrivalsPerSecond, failedPerSecond, rejectedPerSecond }: ComponentFigures): number | null {
  const came = arrivalsPerSecond.mean ?? 0;
  return came === 0 ? null : ((failedPerSecond.mean ?? 0) + (rejectedPerSecond.mean ?? 0)) / came;
}

/** A high rate is nothing bad, so amber and red are kept for what is. */
function levelOf(kind: OverlayKind, share: number): Level {
  const level = STEPS.find(([from]) => share >= from)?.[1] ?? '1';
  if (kind === 'error') return share >= 0.05 ? 'critical' : share >= WORTH_SAYING ? 'high' : '1';
  return kind === 'rate' && (level === 'high' || level === 'critical') ? '4' : level;
}

function lineOverlay({ callsPerSecond, outcomesPerSecond }: ConnectionFigures, most: number): LineOverlay | null {
  const calls = callsPerSecond.mean;
  if (calls === null) return null;
  const { ok, rejected, error, timeout, open } = outcomesPerSecond;
  const bad = [rejected, error, timeout, open].reduce((sum, { mean }) => sum + (mean ?? 0), 0);
  const all = bad + (ok.mean ?? 0);
  const failedShare = all > 0 ? bad / all : 0;
  return {
    rate: rateText(calls),
    // The square root keeps a quiet line beside a busy one in sight.
    width: most > 0 ? 1.25 + 2.75 * Math.sqrt(calls / most) : 1.5,
    failedShare,
    failed: failedShare >= WORTH_SAYING ? `${shareText(failedShare)} failed` : null,
  };
}

function numberText(value: number | null): string {
  if (value === null) return '–';
  return Math.abs(value) < WORTH_SAYING ? '0' : String(Number(value.toPrecision(3)));
}

function rateText(value: number | null): string {
  return `${numberText(value)}/s`;
}

function shareText(value: number | null): string {
  return value === null ? '–' : `${String(Number((value * 100).toFixed(1)))} %`;
}

function timeText(value: number | null): string {
  return value !== null && value >= 1000 ? `${numberText(value / 1000)} s` : `${numberText(value)} ms`;
}
