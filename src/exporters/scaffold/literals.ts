// Texts, numbers and lists as source code: each text so escaped that it cannot end its literal, whatever it holds.

/** What is no character by itself, half of a surrogate pair, becomes the replacement character. */
function codePoints(text: string): number[] {
  return [...text].map((character) => {
    const point = character.codePointAt(0) ?? 0;
    return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  });
}

const hexadecimal = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
const isPlain = (point: number): boolean => point >= 0x20 && point < 0x7f && point !== 0x22 && point !== 0x5c;

function quoted(text: string, escape: (point: number) => string): string {
  const parts = codePoints(text).map((point) => {
    if (isPlain(point)) return String.fromCodePoint(point);
    if (point === 0x22) return '\\"';
    return point === 0x5c ? '\\\\' : escape(point);
  });
  return `"${parts.join('')}"`;
}

/** Python and Go: `\uXXXX`, and `\UXXXXXXXX` above that; all else is ASCII. */
export function longEscapedText(text: string): string {
  return quoted(text, (point) => (point > 0xffff ? `\\U${hexadecimal(point, 8)}` : `\\u${hexadecimal(point, 4)}`));
}

/**
 * Java reads `\uXXXX` before it knows of literals, so that it may stand for nothing that ends one: control characters
 * are octal.
 */
export function javaText(text: string): string {
  return quoted(text, (point) => {
    if (point < 0x80) return `\\${point.toString(8).padStart(3, '0')}`;
    const units = String.fromCodePoint(point).split('');
    return units.map((unit) => `\\u${hexadecimal(unit.charCodeAt(0), 4)}`).join('');
  });
}

/** TypeScript, as JSON in ASCII. */
export function typescriptText(text: string): string {
  return quoted(text, (point) => {
    const units = String.fromCodePoint(point).split('');
    return units.map((unit) => `\\u${hexadecimal(unit.charCodeAt(0), 4)}`).join('');
  });
}

/** A finite number as every language reads it: never with an exponent that some would take for a name. */
export function decimal(value: number): string {
  const text = String(value);
  if (!/e/i.test(text)) return text;
  if (Math.abs(value) >= 1) return BigInt(value).toString();
  return value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '.0');
}

/** As a floating-point number, also where the language tells it from a whole one. */
export function floating(value: number): string {
  const text = decimal(value);
  return text.includes('.') ? text : `${text}.0`;
}

/** Words of Markdown mean nothing when a backslash stands before them; line ends become spaces. */
export function markdownText(text: string): string {
  const line = codePoints(text)
    .map((point) =>
      point < 0x20 || point === 0x7f || point === 0x2028 || point === 0x2029 ? ' ' : String.fromCodePoint(point),
    )
    .join('');
  return line.replace(/[!-/:-@[-`{-~]/g, '\\$&').trim();
}
