// Structures as source code, each entry on a line of its own so that a small change is a small diff.

/** Lines one step further in. */
export function indent(text: string, step: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : step + line))
    .join('\n');
}

/** Entries between two brackets, one a line; nothing between them where there are none. */
export function block(open: string, entries: readonly string[], close: string, step: string): string {
  if (entries.length === 0) return open + close;
  return `${open}\n${entries.map((entry) => `${indent(entry, step)},\n`).join('')}${close}`;
}
