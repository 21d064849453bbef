// What the series of a run say of one moment: of each component, as its card shows it, and of the whole, as a sentence.
import type { Result } from '../../src/simulation/result.ts';
import { formatMs, formatNumber, formatRate, formatShare } from '../theme/format.ts';
import { currentLanguage, t, type Language } from '../texts.ts';

type Series = Result['series'];
type ComponentSeries = Series['components'][string];

export interface ReplayCard {
  /** A share; null where the component only keeps messages. */
  readonly utilisation: number | null;
  /** "3 waiting". */
  readonly waiting: string;
  /** Those that serve: "×2". */
  readonly serving: string;
  /** "of 3 wanted", where that many do not serve. */
  readonly wanted: string | null;
  /** "10 % new", while two versions serve. */
  readonly version: string | null;
}

function cardAt(series: ComponentSeries, isBroker: boolean, step: number): ReplayCard {
  const utilisation = series.utilisation[step] ?? null;
  const serving = series.replicas[step] ?? null;
  const wanted = series.wantedReplicas[step] ?? null;
  const share = series.newVersionShare?.[step] ?? null;
  const differs = serving !== null && wanted !== null && Math.abs(wanted - serving) >= 0.05;
  return {
    utilisation: isBroker || utilisation === null ? null : Math.round(utilisation * 1000) / 1000,
    waiting: t('replay.waiting', { number: formatNumber(series.waiting[step], 2) }),
    serving: `×${formatNumber(serving, 2)}`,
    wanted: differs ? t('replay.wanted', { number: formatNumber(wanted, 2) }) : null,
    version:
      share === null || share <= 0 || share >= 1 ? null : t('replay.newShare', { share: formatNumber(share * 100, 2) }),
  };
}

function isSame(a: ReplayCard, b: ReplayCard): boolean {
  return (
    a.utilisation === b.utilisation &&
    a.waiting === b.waiting &&
    a.serving === b.serving &&
    a.wanted === b.wanted &&
    a.version === b.version
  );
}

/** One for each step; steps that say the same are the same object, so that a card is drawn again only when it changes. */
export function cardsOf(series: ComponentSeries, isBroker: boolean): readonly ReplayCard[] {
  const cards: ReplayCard[] = [];
  for (let step = 0; step < series.waiting.length; step++) {
    const card = cardAt(series, isBroker, step);
    const before = cards.at(-1);
    cards.push(before && isSame(before, card) ? before : card);
  }
  return cards;
}

const kept = new WeakMap<ComponentSeries, { readonly language: Language; readonly cards: readonly ReplayCard[] }>();

/** The card of a component in one step; null where it was not run. */
export function replayCard(result: Result, id: string, isBroker: boolean, step: number): ReplayCard | null {
  const series = result.series.components[id];
  if (!series) return null;
  const language = currentLanguage();
  let known = kept.get(series);
  if (known?.language !== language) kept.set(series, (known = { language, cards: cardsOf(series, isBroker) }));
  return known.cards[step] ?? null;
}

export interface Moment {
  readonly throughput: string;
  readonly p95: string;
  /** Null where nothing failed. */
  readonly errors: string | null;
  /** The busiest component then; null where nothing was busy. */
  readonly busiest: { readonly id: string; readonly share: string } | null;
}

/** The whole system in one step. */
export function momentOf({ series }: Result, step: number): Moment {
  const { throughputPerSecond, errorRate, responseMs } = series.requests;
  let busiest: { id: string; share: number } | null = null;
  for (const [id, { utilisation }] of Object.entries(series.components)) {
    const share = utilisation[step] ?? 0;
    if (share > (busiest?.share ?? 0)) busiest = { id, share };
  }
  const errors = errorRate[step] ?? 0;
  return {
    throughput: formatRate(throughputPerSecond[step]),
    p95: formatMs(responseMs.p95[step]),
    errors: errors > 0 ? formatShare(errors) : null,
    busiest: busiest && { id: busiest.id, share: formatShare(Math.round(busiest.share * 1000) / 1000) },
  };
}
