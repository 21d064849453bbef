// What the colours of the canvas tell in each view, as a level with its figure: a colour alone never tells anything. Steps
// of a result are shares of the highest value in sight, in the one scale of the window.
import type { CanvasView } from '../../src/commands/command.ts';
import type { Component, Design } from '../../src/model/design.ts';
import { nameOf } from '../../src/model/graph.ts';
import type { ComponentFigures, Result } from '../../src/simulation/result.ts';
import { formatFigure, type FigureKind } from '../theme/format.ts';
import { utilisationLevel } from '../theme/utilisation.ts';

/** The end of the class `canvas-tone-…`. */
export type ToneLevel = ReturnType<typeof utilisationLevel> | 'none' | `set-${number}`;

export interface Tone {
  readonly level: ToneLevel;
  /** What the card says in this view; null where it says what it always does. */
  readonly figure: string | null;
}

/** As many as can be told apart; beyond that they come again, and the names tell. */
const SET_SIZE = 8;

type ResultView = Exclude<CanvasView, 'family' | 'group' | 'protocol'>;

const KINDS: Readonly<Record<ResultView, FigureKind>> = {
  utilisation: 'share',
  wait: 'ms',
  errors: 'share',
  cost: 'money',
  rate: 'rate',
};

export function isResultView(view: CanvasView): view is ResultView {
  return Object.hasOwn(KINDS, view);
}

/** The share of what came that failed or found no room; null where nothing came. */
function errorShare({ arrivalsPerSecond, failedPerSecond, rejectedPerSecond }: ComponentFigures): number | null {
  const came = arrivalsPerSecond.mean;
  if (came === null || came === 0) return null;
  return ((failedPerSecond.mean ?? 0) + (rejectedPerSecond.mean ?? 0)) / came;
}

/** An hour of it, in the currency of the design; null where it costs nothing that is known. */
function costPerHour({ cost }: Component, figures: ComponentFigures): number | null {
  if (!cost) return null;
  const requestsPerHour = (figures.arrivalsPerSecond.mean ?? 0) * 3600;
  return (
    (figures.heldReplicas.mean ?? 0) * (cost.perReplicaHour ?? 0) +
    (requestsPerHour / 1e6) * (cost.perMillionRequests ?? 0)
  );
}

function valueOf(view: ResultView, component: Component, figures: ComponentFigures): number | null {
  switch (view) {
    case 'utilisation':
      return figures.utilisation.mean;
    case 'wait':
      return figures.waitMs.mean.mean;
    case 'errors':
      return errorShare(figures);
    case 'cost':
      return costPerHour(component, figures);
    case 'rate':
      return figures.throughputPerSecond.mean;
  }
}

/** What the steps of a view are measured by: 1 for utilisation, else the highest value. */
function topOf(view: ResultView, design: Design, result: Result): number {
  if (view === 'utilisation') return 1;
  const values = design.components.map((component) => {
    const figures = result.components[component.id];
    return (figures && valueOf(view, component, figures)) ?? 0;
  });
  return Math.max(0, ...values);
}

/** A high rate or cost is nothing bad, so amber and red are kept for what is. */
function levelOf(view: ResultView, share: number): ToneLevel {
  const level = utilisationLevel(share);
  const isBad = view === 'utilisation' || view === 'wait' || view === 'errors';
  return isBad || (level !== 'high' && level !== 'critical') ? level : '4';
}

function shown(kind: FigureKind, value: number, currency: string): string {
  return kind === 'money' ? `${formatFigure(kind, value, currency)}/h` : formatFigure(kind, value, currency);
}

function setLevel(index: number): ToneLevel {
  return index < 0 ? 'none' : `set-${index % SET_SIZE}`;
}

/** The protocols of a design in the order of the file, each once. */
export function protocolsOf(design: Design): readonly string[] {
  return [...new Set((design.connections ?? []).flatMap(({ protocol }) => protocol ?? []))];
}

export function protocolLevel(protocols: readonly string[], protocol: string | undefined): ToneLevel {
  return setLevel(protocol === undefined ? -1 : protocols.indexOf(protocol));
}

const PLAIN: Tone = { level: 'none', figure: null };

/** The tone of each component in a view; null in the view by family, which is in the card itself. */
export function tonesOf(
  view: CanvasView,
  design: Design,
  result: Result | null,
): ((component: Component) => Tone) | null {
  if (view === 'family') return null;
  if (view === 'protocol') return () => PLAIN;
  if (view === 'group') {
    const groups = design.groups ?? [];
    const places = new Map(groups.map(({ id }, index) => [id, index]));
    return ({ group }) => {
      const index = group === undefined ? -1 : (places.get(group) ?? -1);
      const found = groups[index];
      return { level: setLevel(index), figure: found ? nameOf(found) : '—' };
    };
  }
  if (!result) return () => PLAIN;
  const top = topOf(view, design, result);
  const currency = design.currency ?? 'USD';
  return (component) => {
    const figures = result.components[component.id];
    const value = figures ? valueOf(view, component, figures) : null;
    if (value === null) return { level: 'none', figure: '—' };
    const level = top > 0 ? levelOf(view, value / top) : '1';
    return { level, figure: shown(KINDS[view], value, currency) };
  };
}

export interface LegendEntry {
  readonly level: ToneLevel;
  readonly text: string;
}

const STEPS = [0, 0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** What the levels of a view mean, from the least on. */
export function legendOf(view: CanvasView, design: Design, result: Result | null): readonly LegendEntry[] {
  if (view === 'group') return (design.groups ?? []).map((group, at) => ({ level: setLevel(at), text: nameOf(group) }));
  if (view === 'protocol') return protocolsOf(design).map((text, at) => ({ level: setLevel(at), text }));
  if (!isResultView(view) || !result) return [];
  const top = topOf(view, design, result);
  const currency = design.currency ?? 'USD';
  const entries = STEPS.map((from) => ({
    level: levelOf(view, from),
    text: `≥ ${shown(KINDS[view], from * top, currency)}`,
  }));
  const first = entries.filter(({ level }, at) => entries.findIndex((entry) => entry.level === level) === at);
  return top > 0 ? first : first.slice(0, 1);
}
