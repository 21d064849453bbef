// Marked for Markdown, Mermaid's own parser for the diagrams; each link leads to a page and a heading that are there.
import { posix } from 'node:path';
import { marked, type Token, type Tokens } from 'marked';
import { expect } from 'vitest';
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import { parseMermaid } from '../mermaid-reader.ts';
import type { Reader } from './reader.ts';

export interface Page {
  readonly path: string;
  readonly tokens: readonly Token[];
}

export function readPages(files: readonly ExportFile[]): Page[] {
  return files.map(({ path, text }) => {
    const tokens: Token[] = [];
    void marked.walkTokens(marked.lexer(text.replace(/^<!--[^\n]*-->\n/, '')), (token) => void tokens.push(token));
    return { path, tokens };
  });
}

export function textOf(page: Page): string {
  const leaves = page.tokens.filter(({ type }) => type === 'text' || type === 'escape' || type === 'codespan');
  return leaves.map((token) => ('tokens' in token && token.tokens ? '' : (token as Tokens.Text).text)).join('');
}

const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Links that lead nowhere, and HTML. */
export function docsFaults(pages: readonly Page[]): string[] {
  const headings = new Map(
    pages.map(({ path, tokens }) => [
      path,
      tokens.filter(({ type }) => type === 'heading').map((token) => slug((token as Tokens.Heading).text)),
    ]),
  );
  return pages.flatMap(({ path, tokens }) =>
    tokens.flatMap((token) => {
      if (token.type === 'html' || token.type === 'image') return [`${path}: ${token.raw}`];
      if (token.type !== 'link') return [];
      const [to = '', anchor] = (token as Tokens.Link).href.split('#');
      const there = headings.get(posix.join(posix.dirname(path), to));
      return there !== undefined && (anchor === undefined || there.includes(anchor)) ? [] : [`${path}: ${token.raw}`];
    }),
  );
}

export function diagramsOf(pages: readonly Page[]): string[] {
  return pages.flatMap(({ tokens }) =>
    tokens.flatMap((token) =>
      token.type === 'code' && (token as Tokens.Code).lang === 'mermaid' ? [(token as Tokens.Code).text] : [],
    ),
  );
}

export const docs: Reader = async (files) => {
  const pages = readPages(files);
  expect(docsFaults(pages)).toEqual([]);
  const diagrams = diagramsOf(pages);
  expect(diagrams.length).toBe(3);
  for (const text of diagrams) await parseMermaid(text);
};
