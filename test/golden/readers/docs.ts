// Marked for Markdown, Mermaid's own parser for the diagrams; each link leads to a page and a heading that are there.
import { posix } from 'node:path';
import { marked, type Token, type Tokens } from 'marked';
import { expect } from 'vitest';
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import { readC4, readSequence } from '../mermaid-diagrams-reader.ts';
import { readFlowchart } from '../mermaid-reader.ts';
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

/** The diagrams of the context, the building blocks and the run, in the order of their chapters. */
export async function readDiagrams([context = '', parts = '', request = '', ...others]: readonly string[]) {
  expect(others).toEqual([]);
  return {
    context: await readC4(context),
    parts: await readFlowchart(parts),
    request: await readSequence(request),
  };
}

export const docs: Reader = async (files) => {
  const pages = readPages(files);
  expect(docsFaults(pages)).toEqual([]);
  const { context, parts, request } = await readDiagrams(diagramsOf(pages));
  expect(context.shapes.some(({ type }) => type === 'system')).toBe(true);
  expect(parts.boxes.length).toBeGreaterThan(0);
  expect(request.actors.length).toBeGreaterThan(0);
};
