import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toYamlFile, UNSAFE } from './yaml.ts';

describe('YAML', () => {
  it('escapes what older readers take for the end of a line', () => {
    const value = { a: 'one\u2028two', b: '\u0085', c: ['\ufeffx', 'plain'], '\u2029': 'yes' };
    const text = toYamlFile(value);
    expect(text).not.toMatch(/[\u0080-\u009f\u2028\u2029\ufeff]/);
    expect(text).toContain('a: "one\\u2028two"');
    expect(parse(text)).toEqual(value);
  });

  it('tags the texts that are to be tagged', () => {
    expect(toYamlFile({ a: '{{ x }}', b: 'plain' }, (text) => (text.includes('{{') ? UNSAFE : null))).toBe(
      'a: !unsafe "{{ x }}"\nb: plain\n',
    );
  });
});
