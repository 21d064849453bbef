// What the core says in the course of its work (findings, notes, names of kinds) stands in English where it is made, with
// what it is about filled in. A language has a list of pairs for it, as gettext has: the English phrase with {} for each
// thing filled in, and its own with {} in the same order, or {1}, {2} where the order differs.

/** An English phrase and the same in another language. */
export type Phrase = readonly [english: string, own: string];

const HOLE = /\{(\d?)\}/g;

interface Pattern {
  readonly english: RegExp;
  /** How many letters are not filled in: of several that match, the one that says most is meant. */
  readonly weight: number;
  readonly own: string;
}

export type Translate = (text: string) => string;

function patternOf([english, own]: Phrase): Pattern {
  const literal = english.split('{}');
  const escaped = literal.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { english: new RegExp(`^${escaped.join('(.*?)')}$`, 's'), weight: literal.join('').length, own };
}

/** More texts than a window ever shows at once; findings name values, so that there is no end of them. */
const MOST_KEPT = 5000;

/**
 * A function from English to the language of the pairs. A text that no pair knows comes back as it is. What is filled in
 * is looked up as well, since it may be a phrase of its own.
 */
export function translator(phrases: readonly Phrase[]): Translate {
  const whole = new Map(phrases.filter(([english]) => !english.includes('{}')));
  const patterns = phrases
    .filter(([english]) => english.includes('{}'))
    .map(patternOf)
    .sort((a, b) => b.weight - a.weight);
  const kept = new Map<string, string>();
  const translate = (text: string): string => {
    const known = whole.get(text) ?? kept.get(text);
    if (known !== undefined) return known;
    const found = byPattern(text) ?? text;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, found);
    return found;
  };
  const byPattern = (text: string): string | null => {
    for (const { english, own } of patterns) {
      const match = english.exec(text);
      if (match === null) continue;
      let next = 0;
      return own.replace(HOLE, (_hole, place: string) => {
        next += 1;
        return filledIn(match[place === '' ? next : Number(place)] ?? '');
      });
    }
    return null;
  };
  // Only whole phrases: a name that a person gave must not be taken for a sentence.
  const filledIn = (value: string): string => whole.get(value) ?? value;
  return translate;
}
