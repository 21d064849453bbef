import { describe, expect, it } from 'vitest';
import { scheduleFor } from './schedule.ts';

describe('a schedule', () => {
  it('is the one that cron can tell whose period is nearest', () => {
    const periods = [0.5, 60, 100, 300, 420, 3600, 5000, 90_000, 1e7, null];
    expect(periods.map((everyS) => scheduleFor(everyS).cron)).toEqual([
      '* * * * *',
      '* * * * *',
      '*/2 * * * *',
      '*/5 * * * *',
      '*/6 * * * *',
      '0 * * * *',
      '0 * * * *',
      '0 0 * * *',
      '0 0 * * 0',
      '0 * * * *',
    ]);
  });
});
