// Structurizr workspaces as a parser of their grammar reads them: every name, group, relationship and number of instances.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindByKey } from '../../src/catalogue/index.ts';
import type { ExportOptions } from '../../src/exporters/exporter.ts';
import { runExporter } from '../../src/exporters/index.ts';
import { structurizr } from '../../src/exporters/structurizr/structurizr.ts';
import type { Component, Design } from '../../src/model/design.ts';
import { showable } from '../../src/model/showable.ts';
import { randomDesign } from '../fixtures/random-design.ts';
import { withHostileCalls } from './hostile-calls.ts';
import { hostileDesign, hostileId } from './hostile-design.ts';
import { readWorkspace } from './structurizr-reader.ts';

async function exported(design: Design, options: ExportOptions = {}) {
  const made = await runExporter(structurizr, design, options);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return { text: made.value.map((file) => file.text).join(''), rules: made.notes.map(({ rule }) => rule) };
}

/** As a reader sees it: without what has no width, and with the stand-ins for what the DSL cannot say. */
const seen = (text: string) => text.replaceAll('\u200B', '').replaceAll('\u2216', '\\').replaceAll('\u2215', '/');
const shown = (text: string | undefined, otherwise: string) =>
  seen(text === undefined || text.trim() === '' ? otherwise : showable(text));
const isOutside = ({ kind }: Component) => ['Person', 'System_Ext'].includes(kindByKey(kind)?.look.c4 ?? '');

const shop: Design = {
  spandrel: 1,
  name: 'Shop',
  groups: [{ id: 'all' }, { id: 'back', name: 'Back/end', parent: 'all' }],
  components: [
    { id: 'user', kind: 'web-client', name: 'User' },
    {
      id: 'api',
      kind: 'service',
      name: 'API',
      group: 'back',
      capacity: { replicas: 3 },
      runtime: { env: { KEY: 'x1' } },
    },
    { id: 'Api', kind: 'service', name: 'API', group: 'back', capacity: { replicas: 0 } },
    { id: 'mq', kind: 'queue', name: '{', description: 'C:\\temp', group: 'all' },
  ],
  connections: [
    { id: '1', from: 'user', to: 'api', label: 'say "hi"', timeoutMs: 300 },
    { id: '2', from: 'api', to: 'mq', mode: 'async', protocol: 'amqp' },
    { id: '3', from: 'api', to: 'mq', protocol: 'amqp' },
  ],
  objectives: [{ id: 'p95', metric: 'responseMs.p95', below: 200 }],
};

describe('a Structurizr workspace', () => {
  it('keeps to the grammar and has every component and connection, whatever they are called', async () => {
    const designs = fc.oneof(withHostileCalls(hostileDesign(hostileId)), randomDesign({ hostileNames: true }));
    await fc.assert(
      fc.asyncProperty(designs, async (design) => {
        const { text, rules } = await exported(design);
        const read = readWorkspace(text);
        const parts = read.elements.filter(({ id }) => id !== 'system');
        expect(parts).toHaveLength(design.components.length);
        const byKey = new Map(parts.map((part) => [part.properties.id, part]));
        for (const component of design.components) {
          const part = byKey.get(component.id);
          const name = shown(component.name, component.id);
          expect(seen(part?.name ?? '').replace(` (${component.id})`, '')).toBe(name.replace(` (${component.id})`, ''));
          expect(part?.word === 'container').toBe(!isOutside(component));
          const group = design.groups?.find(({ id }) => id === component.group);
          if (group && !rules.includes('structurizr-duplicate-name'))
            expect(seen(part?.groups.at(-1) ?? '')).toBe(shown(group.name, group.id));
        }
        const leftOut = rules.filter((rule) => rule === 'structurizr-relationship-left-out').length;
        expect(read.relationships).toHaveLength((design.connections ?? []).length - leftOut);
        const running = design.components.filter((one) => !isOutside(one) && one.capacity?.replicas !== 0);
        expect([...read.deployed.values()]).toEqual(running.map(({ capacity }) => capacity?.replicas ?? 1));
      }),
      { numRuns: 100 },
    );
  });

  it('says what a design says, and what it cannot say', async () => {
    const { text, rules } = await exported(shop, { direction: 'lr', environment: 'Live' });
    const read = readWorkspace(text);
    expect(read.elements.map(({ id, word, name, groups }) => [id, word, name, groups])).toEqual([
      ['e_user', 'person', 'User', []],
      ['system', 'softwareSystem', 'Shop', []],
      ['e_mq', 'container', '\u200B{', ['all']],
      ['e_api', 'container', 'API', ['all', 'Back\u2215end']],
      ['e_Api_', 'container', 'API (Api)', ['all', 'Back\u2215end']],
    ]);
    expect(read.relationships).toEqual([
      { from: 'e_user', to: 'e_api', texts: ['say "hi"', ''] },
      { from: 'e_api', to: 'e_mq', texts: ['Uses', 'amqp', 'Async'] },
    ]);
    expect([...read.deployed]).toEqual([
      ['e_api', 3],
      ['e_mq', 1],
    ]);
    expect(read.views).toEqual(['systemContext', 'container', 'deployment']);
    expect([...read.styles]).toEqual([
      ['Web client', 'Person'],
      ['Service', 'Box'],
      ['Queue', 'Pipe'],
      ['Async', ''],
    ]);
    expect(rules).toEqual([
      'structurizr-relationship-left-out',
      'structurizr-duplicate-name',
      'structurizr-characters',
      'structurizr-characters',
      'structurizr-not-said',
    ]);
    expect(text).toContain('autolayout lr');
    expect(text).not.toContain('x1');
  });

  it('has no deployment without an environment', async () => {
    const read = readWorkspace((await exported(shop, { environment: ' ' })).text);
    expect([read.views, read.deployed.size]).toEqual([['systemContext', 'container'], 0]);
  });
});

describe('the check of the grammar', () => {
  const workspace = (model: string, views = '') =>
    `workspace "x" {\n model {\n${model}\n }\n views {\n${views}\n }\n}\n`;

  it.each([
    [
      'an identifier that is used before it is assigned',
      workspace('a -> b "x"\na = person "A" {\n}\nb = person "B" {\n}'),
    ],
    ['an identifier that is assigned twice', workspace('a = person "A" {\n}\nA = person "B" {\n}')],
    ['a name that is given twice', workspace('a = person "A" {\n}\nb = person "A" {\n}')],
    ['a word that is not in the language', workspace('robot "A"')],
    ['a word at the wrong place', workspace('autolayout tb')],
    ['a text that looks like the end of a block', workspace('a = person "}" {\n}')],
    ['a text that goes on', workspace('a = person "A\\" {\n}')],
    ['a constant', workspace('a = person "${HOME}" {\n}')],
    ['a view of nothing', workspace('', 'container shop "x" {\n}')],
    ['a block that does not end', 'workspace "x" {\n model {\n'],
  ])('refuses %s', (_, text) => {
    expect(() => readWorkspace(text)).toThrow();
  });
});
