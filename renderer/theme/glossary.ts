// The terms of queueing theory that the window uses: the ⓘ beside a term and the help page say the same sentence.
import { texts } from '../../src/texts/index.ts';

export type TermKey = keyof typeof texts.en.help.glossary;

export const terms = Object.keys(texts.en.help.glossary) as readonly TermKey[];
