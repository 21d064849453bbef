import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showable } from '../model/showable.ts';
import { readXml } from '../../test/golden/xml-reader.ts';
import { element, xmlText } from './xml.ts';

describe('XML', () => {
  it('gives a reader every text and every attribute as it was, but for what XML 1.0 cannot write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary-ascii' }), (name, note) => {
        const text = xmlText(element('a', { name, note }, [element('b', {}, [name]), element('c', {}, [note])]));
        const root = readXml(text);
        expect([root.getAttribute('name'), root.getAttribute('note')]).toEqual([showable(name), showable(note)]);
        const [b, c] = ['b', 'c'].map((tag) => root.getElementsByTagName(tag)[0]?.textContent);
        expect([b, c]).toEqual([showable(name), showable(note)]);
      }),
    );
  });

  it('replaces what XML 1.0 forbids', () => {
    const text = xmlText(element('a', { b: 'x\u0000\u0008\u001f\uD800\uFFFE\uFFFFy\r\nz' }));
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a b="x\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDy&#10;z"/>\n',
    );
  });

  it('leaves out attributes without a value, and puts an element with children over several lines', () => {
    const text = xmlText({ name: 'a', children: ['one', { name: 'b', attributes: { c: undefined, d: 0 } }] });
    expect(text).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  one\n  <b d="0"/>\n</a>\n');
  });
});
