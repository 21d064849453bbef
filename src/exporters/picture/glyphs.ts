// Letters that the font of the pictures of bytes does not have: named once for the whole picture.
import type { Finding } from '../../model/finding.ts';
import type { Scene } from './scene.ts';

const MOST_NAMED = 12;

/** In the order of the picture, each once. */
export function missingIn(scene: Scene, known: ReadonlySet<number>): readonly string[] {
  const letters = new Set<string>();
  for (const { shapes } of scene.parts) {
    for (const shape of shapes) if (shape.type === 'text') for (const letter of shape.text) letters.add(letter);
  }
  return [...letters].filter((letter) => !known.has(letter.codePointAt(0) ?? 0));
}

export function glyphFindings(missing: readonly string[], instead: string): Finding[] {
  if (missing.length === 0) return [];
  const named = missing.slice(0, MOST_NAMED).map((letter) => JSON.stringify(letter));
  const rest = missing.length > named.length ? ' …' : '';
  return [
    {
      rule: 'glyph-missing',
      severity: 'warning',
      path: 'components',
      message: `the font of the picture has no ${named.join(', ')}${rest}; ${instead}`,
      mend: 'Export to SVG, which takes the fonts of the machine that shows it.',
    },
  ];
}
