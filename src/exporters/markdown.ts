// Any text as Markdown that shows exactly this text: no markup, no HTML and no link can hide in it.
import { showable } from '../model/showable.ts';

/** Within a line: what CommonMark and its tables, and GitHub's links and formulas, have a meaning for. */
const MARKUP = /[\\`*_[\]<>#|~&$@]|:(?=\/)|(?<=www)\.|(?<=^\d{1,9})[.)]|^[-+=]/gi;

/** One line; several of the text become one. */
export function inline(text: string): string {
  const line = showable(text).replaceAll(/\s+/gu, ' ').trim();
  return line.replaceAll(MARKUP, (mark) => `\\${mark}`);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

export function list(items: readonly string[]): string {
  return `${items.map((item) => `- ${item}`).join('\n')}\n`;
}

/** A code block whose fence is longer than any within. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.endsWith('\n') ? text : `${text}\n`}${fence}\n`;
}
