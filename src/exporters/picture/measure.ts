// How wide a text is, without a font at hand: widths of Helvetica by class of letter, rounded up. The pictures name fonts
// of its kind, so that a text that fits by these figures fits on every machine.
const NARROW = /[iIjlt.,:;'|!()[\]{}f\-"` ]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /[A-Z&0-9_#$+<=>?~]/;
/** Letters as wide as they are high: those of East Asia, and pictures. */
const SQUARE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]|\p{Extended_Pictographic}/u;

function emOf(letter: string): number {
  if (SQUARE.test(letter)) return 1.1;
  if (NARROW.test(letter)) return 0.36;
  if (WIDE.test(letter)) return 0.95;
  return CAPITAL.test(letter) ? 0.7 : 0.58;
}

/** Bold letters are a little wider. */
export function widthOf(text: string, size: number, isBold = false): number {
  let em = 0;
  for (const letter of text) em += emOf(letter);
  return em * size * (isBold ? 1.14 : 1);
}

/** The text in so many lines at most, broken between words where it can be; what does not fit ends in an ellipsis. */
export function fitted(text: string, width: number, size: number, lines: number, isBold = false): readonly string[] {
  const fits = (line: string): boolean => widthOf(line, size, isBold) <= width;
  const done: string[] = [];
  let rest = text.replace(/\s+/g, ' ').trim();
  while (rest !== '' && done.length < lines) {
    if (fits(rest)) return [...done, rest];
    const isLast = done.length === lines - 1;
    const longest = longestStart(rest, (line) => fits(isLast ? `${line}…` : line));
    if (isLast) return [...done, `${longest.trimEnd()}…`];
    const space = rest.lastIndexOf(' ', longest.length);
    const line = space > longest.length / 3 ? rest.slice(0, space) : longest;
    done.push(line);
    rest = rest.slice(line.length).trim();
  }
  return done;
}

/** At least one letter, whole letters only. */
function longestStart(text: string, fits: (start: string) => boolean): string {
  let start = '';
  for (const letter of text) {
    if (start !== '' && !fits(start + letter)) break;
    start += letter;
  }
  return start;
}
