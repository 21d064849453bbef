// Every text that a person sees in the window comes from the catalogue: no words stand in what the components draw, nor in
// the attributes that are read aloud or shown.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const renderer = fileURLToPath(new URL('../../renderer', import.meta.url));

/** What is read aloud or shown, of elements and of components of our own. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'help',
  'hint',
  'label',
  'nameTitle',
  'placeholder',
  'text',
  'title',
  'tooltip',
]);

/** The same in every language: why, by file and text. */
const SAME_EVERYWHERE: Readonly<Record<string, string>> = {
  'panels/fields/DistributionPlot.tsx: ms': 'a unit',
};

const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

/** The texts of an expression that may come to be seen: of both branches of a choice, and around what is filled in. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  // Of `a === 'b' && 'text'` the comparison is not seen.
  if (ts.isBinaryExpression(node) && !/^[=!<>]/.test(node.operatorToken.getText()))
    return [...textsOf(node.left), ...textsOf(node.right)];
  return [];
}

function literalsIn(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text);
    else if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer) {
      const { initializer } = node;
      if (ts.isStringLiteral(initializer)) found.push(initializer.text);
      else if (ts.isJsxExpression(initializer) && initializer.expression)
        found.push(...textsOf(initializer.expression));
    } else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      found.push(...textsOf(node.expression));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found
    .map((literal) => literal.trim())
    .filter(hasWords)
    .map((literal) => `${name}: ${literal}`);
}

const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

test('no words stand in what the window draws, save those that are the same in every language', () => {
  expect(files.length).toBeGreaterThan(80);
  const found = files.flatMap((name) => literalsIn(name, readFileSync(join(renderer, name), 'utf8')));
  expect([...new Set(found)].sort()).toEqual(Object.keys(SAME_EVERYWHERE).sort());
});

test('words are found wherever they may stand', () => {
  const drawn = `<p title="Wait" label={late ? 'Late' : t('on.time')}>
    Some words {count === 'many' && 'and more'} {t('key.of.text')} {\`\${count} left\`}
  </p>`;
  expect(literalsIn('a.tsx', `const a = ${drawn};`).map((line) => line.replace('a.tsx: ', ''))).toEqual([
    'Wait',
    'Late',
    'Some words',
    'and more',
    'left',
  ]);
});
