import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UNSAFE, yamlText } from './yaml.ts';

/** Texts that one or the other YAML takes for something else, and characters that a reader of YAML 1.1 trips over. */
const MISREAD = [
  'yes',
  'N',
  '1:30',
  '0b1',
  '1_000',
  '0o7',
  '2001-01-01',
  '.inf',
  '~',
  '',
  '=',
  '<<',
  '---',
  '- a',
  '#',
];
const TROUBLE = ['\u0085', '\u007f', '\u2028', '\u2029', '\ufeff', '\ufffe', '\t', '\n', '\r', ' ', ': ', '{{'];
const texts = fc.oneof(
  fc.constantFrom(...MISREAD),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...TROUBLE), fc.string({ unit: 'grapheme', maxLength: 3 })))
    .map((all) => all.join('')),
);
const { value: objects } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    texts,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      texts.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
}));

describe('YAML', () => {
  it('is read alike as YAML 1.1 and 1.2, and has no character that ends a line for one of them only', () => {
    fc.assert(
      fc.property(objects, (value) => {
        const text = yamlText(value);
        expect(text).not.toMatch(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/);
        expect(parse(text)).toEqual(value);
        expect(parse(text, { version: '1.1', merge: true })).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  it('escapes what older readers take for the end of a line', () => {
    const value = { a: 'one\u2028two', b: '\u0085', c: ['\ufeffx', 'plain'], '\u2029': 'yes' };
    expect(yamlText(value)).toBe('a: "one\\u2028two"\nb: "\\u0085"\nc:\n  - "\\ufeffx"\n  - plain\n"\\u2029": "yes"\n');
  });

  it('quotes what Python does not read as a text otherwise', () => {
    expect(yamlText({ '=': 'a\tb', c: 'd\n\te\n' })).toBe('"=": "a\\tb"\nc: |\n  d\n  \te\n');
  });

  it('leaves out what has no value, and repeats what stands twice', () => {
    const twice = { x: 1 };
    expect(yamlText({ a: undefined, b: twice, c: twice })).toBe('b:\n  x: 1\nc:\n  x: 1\n');
  });

  it('tags the texts that are to be tagged', () => {
    expect(yamlText({ a: '{{ x }}', b: 'plain' }, (text) => (text.includes('{{') ? UNSAFE : null))).toBe(
      'a: !unsafe "{{ x }}"\nb: plain\n',
    );
  });
});
