// What a run said of one component or connection, as the canvas shows it.
import type { ComponentFigures, ConnectionFigures } from '../../src/simulation/result.ts';
import { formatMs, formatNumber, formatRate, formatShare } from '../theme/format.ts';
import { t } from '../texts.ts';

export interface CardFigures {
  /** A share; null where the component was never measured, or only keeps messages. */
  readonly utilisation: number | null;
  /** Messages that wait, for brokers. */
  readonly waiting: string | null;
  readonly rate: string;
  readonly p95: string;
}

export function cardFigures(figures: ComponentFigures | undefined, isBroker: boolean): CardFigures | null {
  if (!figures) return null;
  return {
    utilisation: isBroker ? null : figures.utilisation.mean,
    waiting: isBroker ? t('canvas.waiting', { number: formatNumber(figures.waiting.mean) }) : null,
    rate: formatRate(figures.throughputPerSecond.mean),
    p95: formatMs(figures.responseMs.p95.mean),
  };
}

export interface EdgeFigures {
  readonly callsPerSecond: number;
  /** The share of ended calls that failed, in whatever way. */
  readonly failedShare: number;
  /** As shown on the label. */
  readonly rate: string;
  readonly failed: string | null;
  readonly retries: string | null;
}

/** A smaller share of the calls is not worth a word on the canvas; the table has it. */
const WORTH_SAYING = 0.001;

export function edgeFigures(figures: ConnectionFigures | undefined): EdgeFigures | null {
  if (!figures || figures.callsPerSecond.mean === null) return null;
  const { ok, rejected, error, timeout, open } = figures.outcomesPerSecond;
  const bad = [rejected, error, timeout, open].reduce((sum, { mean }) => sum + (mean ?? 0), 0);
  const all = bad + (ok.mean ?? 0);
  const failedShare = all > 0 ? bad / all : 0;
  const retries = figures.retriesPerSecond.mean ?? 0;
  return {
    callsPerSecond: figures.callsPerSecond.mean,
    failedShare,
    rate: formatRate(figures.callsPerSecond.mean),
    failed: failedShare >= WORTH_SAYING ? formatShare(failedShare) : null,
    retries: retries >= WORTH_SAYING * figures.callsPerSecond.mean ? formatRate(retries) : null,
  };
}

/** The width of a line by its rate: the square root keeps a quiet line beside a busy one in sight. */
export function edgeWidth(callsPerSecond: number, most: number): number {
  return most > 0 ? 1.25 + 2.75 * Math.sqrt(callsPerSecond / most) : 1.5;
}
