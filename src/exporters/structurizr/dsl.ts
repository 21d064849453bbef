// The Structurizr DSL as objects and their text: a statement is a line of words, with a block of statements or without.
import { showable } from '../../model/showable.ts';

export interface Statement {
  /** What it is assigned to; nothing where nobody refers to it. */
  readonly id?: string;
  /** Keywords and identifiers as they are. */
  readonly words: readonly string[];
  /** Texts, which are quoted. */
  readonly texts?: readonly string[];
  readonly block?: readonly Statement[];
}

/** Texts that the parser would take for its own, since it forgets what was quoted. */
const TOKENS = new Set(['{', '}', '=', '->', '-/>']);
const NO_WIDTH = '\u200B';

/** The text of statements, each on a line of its own. */
export function dslText(statements: readonly Statement[], indent = ''): string {
  return statements.map((statement) => statementText(statement, indent)).join('');
}

function statementText({ id, words, texts = [], block }: Statement, indent: string): string {
  const line = [...(id === undefined ? [] : [id, '=']), ...words, ...texts.map(quoted)].join(' ');
  if (block === undefined) return `${indent}${line}\n`;
  return `${indent}${line} {\n${dslText(block, `${indent}    `)}${indent}}\n`;
}

function quoted(text: string): string {
  return `"${sayable(text).replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

/**
 * A text as the DSL can say it. It escapes quotes and line ends only, and puts constants for `${NAME}` before anything
 * else, so that another sign stands for a backslash and a space without width parts what would be taken for a token.
 */
export function sayable(text: string): string {
  const plain = showable(text).replaceAll('\\', '\u2216').replaceAll('${', `$${NO_WIDTH}{`);
  return TOKENS.has(plain.trim()) ? `${NO_WIDTH}${plain}` : plain;
}
