// The one scale of utilisation for canvas, table and charts: one hue from light to dark up to 70 %, then amber, then
// red with stripes from 90 %. Colours themselves are tokens; this says which step a value takes.
import { t } from '../texts.ts';

export type UtilisationLevel = '1' | '2' | '3' | '4' | 'high' | 'critical';

const STEPS: readonly { readonly from: number; readonly level: UtilisationLevel }[] = [
  { from: 0.9, level: 'critical' },
  { from: 0.7, level: 'high' },
  { from: 0.5, level: '4' },
  { from: 0.3, level: '3' },
  { from: 0.1, level: '2' },
  { from: 0, level: '1' },
];

const lowest = STEPS[STEPS.length - 1] as (typeof STEPS)[number];

function stepOf(utilisation: number): (typeof STEPS)[number] {
  return STEPS.find(({ from }) => utilisation >= from) ?? lowest;
}

/** `utilisation` as a share, 0 to 1. */
export function utilisationLevel(utilisation: number): UtilisationLevel {
  return stepOf(utilisation).level;
}

/** A word for the step, so that the state is never told by colour alone. */
export function utilisationWords(utilisation: number): string {
  return t(`shell.busyness.${utilisationLevel(utilisation)}`);
}

/** The class that gives background (with the stripes of the last step) and readable text colour. */
export function utilisationClass(utilisation: number): string {
  return `utilisation-${utilisationLevel(utilisation)}`;
}

/** The value of a token now, for what is drawn on a bitmap: `tokenValue('--utilisation-3')`. */
export function tokenValue(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}
