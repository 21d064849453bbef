// A period as the nearest schedule that cron can tell.

export interface Schedule {
  readonly cron: string;
  /** The seconds that lie between two runs of it. */
  readonly everyS: number;
}

const MINUTES = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30];
const HOURS = [1, 2, 3, 4, 6, 8, 12];
const SCHEDULES: readonly Schedule[] = [
  ...MINUTES.map((minutes) => ({ cron: minutes === 1 ? '* * * * *' : `*/${minutes} * * * *`, everyS: minutes * 60 })),
  ...HOURS.map((hours) => ({ cron: hours === 1 ? '0 * * * *' : `0 */${hours} * * *`, everyS: hours * 3600 })),
  { cron: '0 0 * * *', everyS: 86_400 },
  { cron: '0 0 * * 0', everyS: 7 * 86_400 },
];
const HOURLY: Schedule = { cron: '0 * * * *', everyS: 3600 };

/** The schedule whose period has the smallest ratio to the wanted one; hourly where none is wanted. */
export function scheduleFor(everyS: number | null): Schedule {
  if (everyS === null) return HOURLY;
  const distance = (schedule: Schedule) => Math.abs(Math.log(schedule.everyS / everyS));
  return SCHEDULES.reduce((best, schedule) => (distance(schedule) < distance(best) ? schedule : best), HOURLY);
}
