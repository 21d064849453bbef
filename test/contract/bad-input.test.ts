// Bad input is normal input: one message with place and mend, exit 1, and nothing changed on the disk.
import { truncateSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop, shop, shopText, type Workshop } from './cli.ts';

let workshop: Workshop;
beforeAll(() => {
  workshop = createWorkshop();
  workshop.write('result.yaml', 'before');
});
afterAll(() => {
  workshop.remove();
});

const changed = (change: (design: Record<string, never>) => void): string => {
  const copy = JSON.parse(shopText) as Record<string, never>;
  change(copy);
  return JSON.stringify(copy, null, 2);
};
const at = (value: unknown, ...keys: (string | number)[]): Record<string, unknown> =>
  keys.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value) as Record<
    string,
    unknown
  >;

interface Bad {
  readonly what: string;
  readonly text: string;
  /** What stands between the file's name and the message. */
  readonly place: RegExp;
}

const cases: readonly Bad[] = [
  { what: 'an empty file', text: '', place: /^line 1, column 1: / },
  { what: 'a truncated JSON', text: shopText.slice(0, 300), place: /^line \d+, column \d+: / },
  {
    what: 'a wrong type deep inside',
    text: changed((design) => (at(design, 'components', 0, 'capacity')['replicas'] = 'two')),
    place: /^components\.api\.capacity\.replicas: /,
  },
  {
    what: 'a reference to a missing component',
    text: changed((design) => (at(design, 'connections')[1] = { id: 'lost', from: 'api', to: 'nobody' })),
    place: /^connections\.lost\.to: /,
  },
  {
    what: 'a negative rate',
    text: changed((design) => (at(design, 'scenarios', 0, 'arrivals', 0)['ratePerSecond'] = -1)),
    place: /^scenarios\.base\.arrivals\.0\.ratePerSecond: /,
  },
];

const verbs: readonly (readonly string[])[] = [
  ['validate'],
  ['simulate'],
  ['export', 'mermaid', '--out', 'result.yaml', '--force'],
];

describe.each(cases)('$what', ({ what, text, place }) => {
  it.each(verbs)('is refused by %s', async (...verb) => {
    const name = workshop.write(`${what}.json`, text);
    const before = workshop.everything();
    const { code, out, err } = await workshop.run([...verb, name]);
    const lines = err.trimEnd().split('\n');
    expect({ code, out, lines: lines.length }).toEqual({ code: 1, out: '', lines: 2 });
    expect(lines[0]?.startsWith(`${name}: `)).toBe(true);
    expect(lines[0]?.slice(name.length + 2)).toMatch(place);
    expect(lines[1]).toMatch(/^ {2}\S.{5,}/);
    expect(err).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(workshop.everything()).toEqual(before);
  });

  it('is refused from standard input, named by its place there', async () => {
    const { code, err } = await workshop.run(['validate', '-'], text);
    expect(code).toBe(1);
    expect(err.startsWith('-: ')).toBe(true);
    expect(err.slice(3)).toMatch(place);
  });

  it('is told as findings with --json', async () => {
    const { code, out } = await workshop.run(['validate', '--json', '-'], text);
    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as { findings: Record<string, unknown>[] };
    expect(findings).toHaveLength(1);
    expect(Object.keys(findings[0] ?? {})).toEqual(
      expect.arrayContaining(['rule', 'severity', 'path', 'message', 'mend']),
    );
  });
});

describe('a file of 50 MB', () => {
  it.each(verbs)('is refused by %s before it is read', async (...verb) => {
    const name = workshop.write('large.json', '{');
    truncateSync(workshop.at(name), 50_000_000);
    const { code, out, err } = await workshop.run([...verb, name]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^large\.json: .*32 MiB.*\n {2}\S.*\n$/);
    expect(workshop.read('result.yaml')).toBe('before');
  });

  it('is refused from standard input as soon as it is too large', async () => {
    const { code, err } = await workshop.run(['validate', '-'], Buffer.alloc(50_000_000, 32));
    expect(code).toBe(1);
    expect(err).toMatch(/^-: .*32 MiB/);
  });
});

describe('a file that is no design', () => {
  it.each([
    ['a folder', '.', /is a folder/],
    ['a missing file', 'none.json', /there is no .*none\.json/],
  ])('%s is named', async (_what, name, message) => {
    const { code, out, err } = await workshop.run(['validate', name]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
  });

  it('is placed by line and column where it is not UTF-8', async () => {
    const name = workshop.write('latin1.json', Buffer.from('{\n  "name": "Kaf\xe9"\n}', 'latin1'));
    const { code, err } = await workshop.run(['validate', name]);
    expect(code).toBe(1);
    expect(err).toMatch(/^latin1\.json: line 2, column 15: /);
  });

  it('cannot play tricks on the terminal with its names', async () => {
    const text = JSON.stringify({ ...shop, name: '\u001b[2JShop', components: [{ id: 'a', kind: '\u001b[31mred' }] });
    const { code, err } = await workshop.run(['validate', '-'], text);
    expect(code).toBe(1);
    expect(err).not.toContain('\u001b');
  });
});
