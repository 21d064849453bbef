import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomDesign } from '../../test/fixtures/random-design.ts';
import type { Finding } from './finding.ts';
import { MAX_DESIGN_BYTES, positionOf, readDesign } from './read.ts';
import { writeDesign } from './write.ts';

const SMALL = { spandrel: 1, name: 'Shop', components: [{ id: 'api', kind: 'service' }] };

function problems(text: string): readonly Finding[] {
  const outcome = readDesign(text);
  if (outcome.ok) throw new Error('was read without a finding');
  return outcome.findings;
}

function notes(value: unknown): readonly Finding[] {
  const outcome = readDesign(JSON.stringify(value));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.notes;
}

describe('reading a text that is no design', () => {
  it.each([
    ['', 1, 1, 'the file is empty'],
    ['  \n', 1, 1, 'the file is empty'],
    ['hello', 1, 1, 'this is not JSON'],
    ['[1]', 1, 1, 'a design is an object: { … }'],
    ['{\n  "spandrel": 1,\n  "name": "x" "y": 2\n}', 3, 15, 'a comma is expected'],
    ['{"spandrel": 1, "components": [],}', 1, 34, 'a key in double quotes is expected'],
    ['{\n  "spandrel": 1,\n  "components": [{"id": "a"', 3, 28, 'the file ends in the middle of the design'],
    ['{"a": "b', 1, 9, 'the file ends in the middle of the design'],
    ['{"spandrel": 1, "name": "a\nb"}', 1, 25, 'the text in quotes does not end'],
  ])('%j is told at line %i, column %i', (text, line, column, message) => {
    expect(problems(text)).toEqual([expect.objectContaining({ rule: 'syntax', position: { line, column }, message })]);
  });

  it('every cut of a design is one finding, and none is a crash', () => {
    const text = JSON.stringify(SMALL, null, 2);
    for (let end = 0; end < text.length; end++) {
      const found = problems(text.slice(0, end));
      expect(found).toHaveLength(1);
      expect(found[0]?.mend).not.toBe('');
    }
  });

  it('nesting that would exhaust the stack is refused', () => {
    expect(problems('['.repeat(1_000_000))[0]?.message).toContain('deeper than 100');
    expect(problems(`{"spandrel":1,"a":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`)[0]?.message).toContain(
      'deeper than 100',
    );
  });

  it('a text over the limit is refused unread', () => {
    const found = problems(' '.repeat(MAX_DESIGN_BYTES + 1));
    expect(found).toEqual([expect.objectContaining({ rule: 'file-too-large' })]);
  });

  it.each([
    [{ name: 'x' }, 'spandrel', 'this is JSON, but no Spandrel design: the key "spandrel" is missing'],
    [{ ...SMALL, spandrel: 2 }, 'spandrel', 'this design has format version 2, and this program reads up to 1'],
    [
      { ...SMALL, components: [{ id: 'api', kind: 'service', capacity: { replicas: 'two' } }] },
      'components.api.capacity.replicas',
      'must be a number, but it is the text "two"',
    ],
    [{ ...SMALL, components: [{ kind: 'service' }] }, 'components.0.id', 'id is missing'],
    [{ ...SMALL, components: { id: 'api' } }, 'components', 'must be a list: [ … ], but it is an object'],
    [
      { ...SMALL, connections: [{ id: 'k', from: 'a', to: 'b', latencyMs: { distribution: 'gama' } }] },
      'connections.k.latencyMs.distribution',
      'cannot be the text "gama"',
    ],
  ])('%j names the place %s', (value, path, message) => {
    expect(problems(JSON.stringify(value))).toEqual([expect.objectContaining({ path, message, severity: 'error' })]);
  });
});

describe('reading a design', () => {
  it('a value out of its range is a finding, and the design opens', () => {
    expect(
      notes({ ...SMALL, components: [{ id: 'api', kind: 'service', capacity: { replicas: -1, concurrency: 1.5 } }] }),
    ).toEqual([
      expect.objectContaining({ rule: 'out-of-range', severity: 'error', path: 'components.api.capacity.replicas' }),
      expect.objectContaining({ rule: 'out-of-range', severity: 'error', path: 'components.api.capacity.concurrency' }),
    ]);
  });

  it('an unknown key is kept, and told with the nearest right one', () => {
    const value = { ...SMALL, nmae: 1, components: [{ id: 'api', kind: 'service', capacity: { replcas: 3 } }] };
    const outcome = readDesign(JSON.stringify(value));
    expect(outcome).toMatchObject({ ok: true, value });
    expect(outcome.ok && outcome.notes.map(({ path, mend, severity }) => [path, mend, severity])).toEqual([
      ['components.api.capacity.replcas', 'did you mean replicas?', 'advice'],
      ['nmae', 'did you mean name?', 'advice'],
    ]);
  });

  it('a key that stands twice is told at its place', () => {
    const outcome = readDesign('{"spandrel":1,"name":"a",\n"name":"b","components":[]}');
    expect(outcome).toMatchObject({
      ok: true,
      value: { name: 'b' },
      notes: [{ rule: 'duplicate-key', position: { line: 2, column: 1 } }],
    });
  });

  it('a million keys that stand twice are told by the first of them', () => {
    const outcome = readDesign(`{"spandrel":1,"name":"x","components":[],"x":{${'"a":1,'.repeat(1_000_000)}"b":1}}`);
    expect(outcome.ok && outcome.notes.filter(({ rule }) => rule === 'duplicate-key')).toHaveLength(20);
  });

  it('a colon in a text is no key', () => {
    expect(notes({ ...SMALL, name: 'a:b":"c\\\\' })).toEqual([]);
  });

  it('a byte order mark is no part of the design', () => {
    expect(readDesign(`\uFEFF${JSON.stringify(SMALL)}`)).toMatchObject({ ok: true, value: SMALL });
  });

  it('a hostile key is a key like any other', () => {
    const outcome = readDesign('{"spandrel":1,"name":"x","components":[],"__proto__":{"polluted":true}}');
    expect(outcome.ok).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(outcome.ok && writeDesign(outcome.value)).toContain('"__proto__"');
  });

  it('the place of a path is found in the text', () => {
    const text = JSON.stringify(SMALL, null, 2);
    expect(positionOf(text, SMALL, 'components.api.kind')).toEqual({ line: 7, column: 15 });
    expect(positionOf(text, SMALL, 'components.none')).toBeNull();
  });
});

describe('writing', () => {
  it('what is read is what was written, and writing it again gives the same bytes', () => {
    fc.assert(
      fc.property(randomDesign({ hostileNames: true }), (design) => {
        const text = writeDesign(design);
        const outcome = readDesign(text);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
        expect(outcome.value).toEqual(design);
        expect(writeDesign(outcome.value)).toBe(text);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('the order of keys in the source does not matter, unknown ones come last in theirs', () => {
    const outcome = readDesign(
      '{"zed":{"b":1,"a":2},"components":[{"kind":"service","id":"a"}],"name":"x","spandrel":1}',
    );
    expect(outcome.ok && JSON.parse(writeDesign(outcome.value))).toEqual({
      spandrel: 1,
      name: 'x',
      components: [{ id: 'a', kind: 'service' }],
      zed: { b: 1, a: 2 },
    });
    expect(outcome.ok && writeDesign(outcome.value).replace(/\s/g, '')).toBe(
      '{"spandrel":1,"name":"x","components":[{"id":"a","kind":"service"}],"zed":{"b":1,"a":2}}',
    );
  });

  it('a change of one value is a change of one line', () => {
    fc.assert(
      fc.property(randomDesign(), fc.string({ minLength: 1, maxLength: 8 }), (design, name) => {
        const before = writeDesign(design).split('\n');
        const after = writeDesign({ ...design, name: `${design.name}${name}` }).split('\n');
        expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
        expect(after).toHaveLength(before.length);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
