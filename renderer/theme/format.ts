// Numbers as the window shows them: as reports do, and how long something still takes.
import { t } from '../texts.ts';

export * from '../../src/report/format.ts';

/** A wait as a person says it: `3 s left`, `2 min left`. */
export function formatTimeLeft(leftMs: number | null): string {
  if (leftMs === null) return '';
  const seconds = Math.max(1, Math.round(leftMs / 1000));
  return t('shell.timeLeft', { time: seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min` });
}
