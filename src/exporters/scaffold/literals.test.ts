import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, floating, javaText, longEscapedText, markdownText, typescriptText } from './literals.ts';

const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD');
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\\u0022', '\0', '🚀', '\u2028', '\uD800'),
);

describe('texts as source code', () => {
  it('are ASCII on one line, and TypeScript reads them back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const literal of [typescriptText(text), longEscapedText(text), javaText(text)]) {
          expect(literal).toMatch(/^"[ -~]*"$/);
        }
        expect(JSON.parse(typescriptText(text))).toBe(wellFormed(text));
      }),
    );
  });

  it.skipIf(spawnSync('python3', ['--version']).error !== undefined)(
    'are read back by Python (skipped where python3 is missing)',
    () => {
      const samples = fc.sample(texts, 200);
      const program = 'import ast, json, sys\nprint(json.dumps([ast.literal_eval(t) for t in json.load(sys.stdin)]))';
      const input = JSON.stringify(samples.map(longEscapedText));
      const read = spawnSync('python3', ['-c', program], { input, encoding: 'utf8' }).stdout;
      expect(JSON.parse(read)).toEqual(samples.map(wellFormed));
    },
  );

  it('hold nothing in Java that is read before literals are and ends one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        // An odd number of backslashes before u begins such an escape; all of ours stand for what is not ASCII.
        const early = [...javaText(text).matchAll(/(?<!\\)(?:\\\\)*\\u([0-9a-f]{4})/g)];
        expect(early.filter((match) => Number.parseInt(match[1] ?? '', 16) < 0x80)).toEqual([]);
      }),
    );
  });
});

it('numbers have no exponent, and floating ones a point', () => {
  expect([decimal(3), decimal(0.25), decimal(1e-7), floating(3)]).toEqual(['3', '0.25', '0.0000001', '3.0']);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e30, noNaN: true }), (value) => {
      expect(floating(value)).toMatch(/^\d+\.\d+$/);
      expect(Number(floating(value))).toBeCloseTo(value, 8);
    }),
  );
});

it('what Markdown would take for its own is escaped, on one line', () => {
  expect(markdownText('a|b\n# <b>`x`')).toBe('a\\|b \\# \\<b\\>\\`x\\`');
});
