// The words of a report in one language, and how values come into them.
import type { Texts } from '../texts/texts.ts';

export type ReportWords = Texts['report'];

/** `{{name}}` becomes the value of that name. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
