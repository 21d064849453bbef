// Texts of a design on their way to a terminal: names may hold anything, also what would move its cursor.

/** Control characters, line breaks among them, as one space. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
