// The words of a report in one language, and how values come into them.
import type { Texts } from '../texts/texts.ts';

export type ReportWords = Texts['report'];

export { fill } from '../texts/fill.ts';
