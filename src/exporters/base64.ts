// Base64 and bytes, without what only Node or only a browser has.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value += 1) VALUES[DIGITS.charCodeAt(value)] = value;

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const four = (first << 16) | (second << 8) | third;
    parts.push(digit(four >> 18) + digit(four >> 12) + digit(four >> 6) + digit(four));
  }
  const text = parts.join('');
  const missing = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - missing) + '='.repeat(missing);
}

/** Of text that `toBase64` or another writer of plain base64 wrote. */
export function fromBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  for (let at = 0, to = 0; at < digits.length; at += 4, to += 3) {
    const four =
      (value(digits, at) << 18) | (value(digits, at + 1) << 12) | (value(digits, at + 2) << 6) | value(digits, at + 3);
    bytes[to] = four >> 16;
    bytes[to + 1] = four >> 8;
    bytes[to + 2] = four;
  }
  return bytes;
}

function digit(value: number): string {
  return DIGITS.charAt(value & 63);
}

function value(digits: string, at: number): number {
  return at < digits.length ? (VALUES[digits.charCodeAt(at)] ?? 0) : 0;
}
