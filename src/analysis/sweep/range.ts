// The RANGE of `--vary PATH=RANGE`: `1..8`, `1..9:2`, or a list such as `round-robin,random` or `0.5,1,2`.
import type { Finding, Outcome } from '../../model/finding.ts';

/** More values than this are a slip of the keyboard rather than a question. */
export const MOST_VALUES = 10_000;

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const SPAN = new RegExp(`^(${NUMBER})\\.\\.(${NUMBER})(?::(${NUMBER}))?$`);

/** The values in the order of the range; each is a number, true, false, null or a word. */
export function readRange(text: string): Outcome<readonly unknown[]> {
  const span = SPAN.exec(text.trim());
  if (span !== null) return spanned(Number(span[1]), Number(span[2]), Number(span[3] ?? 1));
  if (/\.\./.test(text)) return bad(`"${text}" is no range`, 'write it as 1..8, or as 1..9:2 for steps of 2');
  const values = text.split(',').map((word) => word.trim());
  if (values.includes('')) return bad(`"${text}" has an empty value`, 'put one value between two commas');
  const parsed = values.map(parsedWord);
  if (new Set(parsed).size < parsed.length) return bad(`"${text}" names a value twice`, 'name each value once');
  if (parsed.length > MOST_VALUES) return tooMany();
  return { ok: true, value: parsed, notes: [] };
}

function spanned(from: number, to: number, step: number): Outcome<readonly unknown[]> {
  if (!(step > 0)) return bad(`the step ${String(step)} leads nowhere`, 'give a step above 0');
  if (from > to) return bad(`${String(from)} is more than ${String(to)}`, 'put the smaller number first');
  const decimals = Math.max(decimalsOf(from), decimalsOf(step));
  // A little more, so that 0.1..0.3:0.1 has its end though 0.1 has no exact binary form.
  const steps = Math.floor((to - from) / step + 1e-9);
  if (!(steps < MOST_VALUES)) return tooMany();
  const values = Array.from({ length: steps + 1 }, (_, index) => rounded(from + index * step, decimals));
  return { ok: true, value: values, notes: [] };
}

/** How many digits stand behind the point. */
function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

/** Sums of decimals stay decimals: 0.1 + 0.2 is 0.3, and -0.3 + 3 × 0.1 is 0. */
function rounded(value: number, decimals: number): number {
  return decimals > 20 ? value : Number(value.toFixed(decimals)) + 0;
}

function parsedWord(word: string): unknown {
  try {
    const value: unknown = JSON.parse(word);
    return typeof value === 'object' && value !== null ? word : value;
  } catch {
    return word;
  }
}

function tooMany(): Outcome<never> {
  return bad(`the range has more than ${String(MOST_VALUES)} values`, 'take larger steps');
}

function bad(message: string, mend: string): { readonly ok: false; readonly findings: readonly Finding[] } {
  return { ok: false, findings: [{ rule: 'bad-range', severity: 'error', path: '', message, mend }] };
}
