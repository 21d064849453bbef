// Messages come as phrases, since a path stands before them on the command line; in the window they are sentences, in its
// own language.
import { said } from '../../texts.ts';

/** With a capital at the start, unless a name starts it, and one full stop at the end. */
export function sentence(phrase: string): string {
  const text = said(phrase.trim());
  const first = /^[a-z]+(?=[ ,:;]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?…]$/.test(first) || first === '' ? first : `${first}.`;
}
