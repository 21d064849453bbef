// A moment as a person of this place writes it: the time alone where it is of today.
import i18next from 'i18next';

export function showMoment(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === now.toDateString();
  return at.toLocaleString(
    i18next.language,
    isToday ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' },
  );
}
