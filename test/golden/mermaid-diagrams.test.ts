// Sequence, C4 and state diagrams as Mermaid's own parser reads them: every name, block and arrow, whatever it is called.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindByKey } from '../../src/catalogue/index.ts';
import type { ExportOptions } from '../../src/exporters/exporter.ts';
import { runExporter } from '../../src/exporters/index.ts';
import { mermaid } from '../../src/exporters/mermaid/mermaid.ts';
import type { Component, Design } from '../../src/model/design.ts';
import { readDesign } from '../../src/model/read.ts';
import { showable } from '../../src/model/showable.ts';
import { withHostileCalls } from './hostile-calls.ts';
import { hostileDesign, hostileId } from './hostile-design.ts';
import { readC4, readSequence, readStates, type ReadSequence, type ReadState } from './mermaid-diagrams-reader.ts';

async function exported(design: Design, options: ExportOptions): Promise<string> {
  const made = await runExporter(mermaid, design, options);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return made.value.map((file) => file.text).join('');
}

async function rulesOf(design: Design, options: ExportOptions): Promise<readonly string[]> {
  const made = await runExporter(mermaid, design, options);
  return (made.ok ? made.notes : made.findings).map(({ rule }) => rule);
}

const shown = (text: string | undefined, otherwise: string) =>
  text === undefined || text.trim() === '' ? otherwise : showable(text);
const nameOf = ({ name, id }: Component) => shown(name, id);
const c4Of = ({ kind }: Component) => kindByKey(kind)?.look.c4 ?? 'Container';
const isOutside = (component: Component) => ['Person', 'System_Ext'].includes(c4Of(component));

const designs = withHostileCalls(hostileDesign(hostileId));

/** Whom a request at `start` comes to: through calls that are waited for, and one step further by messages. */
function reached(design: Design, start: string): Set<string> {
  const connections = design.connections ?? [];
  const waited = new Set([start]);
  for (const id of waited)
    for (const { from, to, mode } of connections) if (from === id && mode !== 'async') waited.add(to);
  const told = connections.filter(({ from, mode }) => waited.has(from) && mode === 'async').map(({ to }) => to);
  return new Set([...waited, ...told]);
}

const STARTS = ['LOOP_START', 'OPT_START', 'ALT_START', 'PAR_START'];
const ENDS = ['LOOP_END', 'OPT_END', 'ALT_END', 'PAR_END'];

/** Signals between components only, without blocks and notes. */
const arrows = ({ signals }: ReadSequence) =>
  signals.filter(({ type }) => ['SOLID', 'DOTTED', 'SOLID_POINT'].includes(type));

describe('a sequence diagram', () => {
  it('has who takes part, under their names and in their groups, and an answer for each call', async () => {
    await fc.assert(
      fc.asyncProperty(designs, fc.nat(), async (design, at) => {
        const start = design.components[at % design.components.length]?.id ?? '';
        const read = await readSequence(await exported(design, { diagram: 'sequence', start }));
        const notes = await rulesOf(design, { diagram: 'sequence', start });
        const present = reached(design, start);
        const taking = design.components.filter(({ id }) => present.has(id));
        if (!notes.includes('mermaid-request-cut'))
          expect(read.actors.map(({ label }) => label).sort()).toEqual(taking.map(nameOf).sort());
        const boxed = read.boxes.flatMap(({ holds }) => holds);
        expect(new Set(boxed).size).toBe(boxed.length);
        const calls = read.signals.filter(({ type }) => type === 'SOLID');
        const answers = read.signals.filter(({ type }) => type === 'DOTTED');
        expect(answers).toHaveLength(calls.length);
        const count = (types: readonly string[]) => read.signals.filter(({ type }) => types.includes(type)).length;
        expect(count(STARTS)).toBe(count(ENDS));
      }),
      { numRuns: 25 },
    );
  });

  it('tells every text of an arrow as it is', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDesign(hostileId), async (random) => {
        const [first, second] = random.components;
        if (first === undefined || second === undefined) return;
        const ends = { from: first.id, to: second.id };
        const connections = (random.connections ?? []).map((one) => ({ ...one, ...ends }));
        const design = { ...random, connections };
        const read = await readSequence(await exported(design, { diagram: 'sequence', start: first.id }));
        const text = ({ label, protocol, mode }: (typeof connections)[number]) =>
          shown(label, shown(protocol, mode === 'async' ? 'message' : 'request'));
        const isSent = ({ mode }: (typeof connections)[number]) => mode === 'async';
        const inOrder = [...connections.filter(isSent), ...connections.filter((one) => !isSent(one))];
        expect(
          arrows(read)
            .filter(({ type }) => type !== 'DOTTED')
            .map((arrow) => arrow.text),
        ).toEqual(inOrder.map(text));
      }),
      { numRuns: 30 },
    );
  });

  const design: Design = {
    spandrel: 1,
    name: 'Shop',
    components: [
      { id: 'user', kind: 'web-client' },
      { id: 'api', kind: 'gateway', calls: 'parallel', need: 1 },
      { id: 'cache', kind: 'cache', hitRatio: 0.9 },
      { id: 'db', kind: 'sql-database' },
      { id: 'mq', kind: 'queue' },
    ],
    connections: [
      { id: '1', from: 'user', to: 'api', timeoutMs: 300 },
      { id: '2', from: 'api', to: 'cache', retry: { attempts: 3 } },
      { id: '3', from: 'api', to: 'db', optional: true },
      { id: '4', from: 'cache', to: 'db', calls: 2 },
      { id: '5', from: 'api', to: 'mq', mode: 'async', label: 'event', classes: ['order'] },
    ],
  };

  it('puts calls into the blocks that say what becomes of them', async () => {
    const read = await readSequence(await exported(design, { diagram: 'sequence' }));
    const spoken = read.signals.map(({ type, from, to, text }) => [type, from, to, text].filter(Boolean).join(' '));
    expect(spoken).toEqual([
      'ALT_START answered within 300 ms',
      'SOLID user api request',
      'OPT_START requests of class order',
      'SOLID_POINT api mq event',
      'OPT_END',
      'PAR_START all at once, 1 good answers are enough',
      'LOOP_START until answered, up to 3 tries',
      'SOLID api cache request',
      'OPT_START miss, 10 % of requests',
      'LOOP_START 2 times',
      'SOLID cache db request',
      'DOTTED db cache answer',
      'LOOP_END',
      'OPT_END',
      'DOTTED cache api answer',
      'LOOP_END',
      'PAR_AND',
      'ALT_START answered',
      'SOLID api db request',
      'DOTTED db api answer',
      'ALT_ELSE failed',
      'NOTE api api carries on without the answer',
      'ALT_END',
      'PAR_END',
      'DOTTED api user answer',
      'ALT_ELSE failed or too late',
      'NOTE user user the call has failed',
      'ALT_END',
    ]);
  });

  it('says what it leaves out', async () => {
    const options = { diagram: 'sequence' };
    expect(await rulesOf(design, options)).toEqual([]);
    expect(await rulesOf(design, { ...options, start: 'cache', direction: 'LR' })).toEqual([
      'mermaid-no-direction',
      'mermaid-one-request',
    ]);
    expect(await rulesOf(design, { ...options, start: 'nobody' })).toEqual(['unknown-reference']);
    const ids = Array.from({ length: 10 }, (_, at) => `c${at}`);
    const doubled = ids
      .slice(1)
      .flatMap((to, at) => ['a', 'b'].map((side) => ({ id: `${side}${at}`, from: `c${at}`, to })));
    const diamond: Design = {
      spandrel: 1,
      name: 'x',
      components: ids.map((id) => ({ id, kind: 'service' })),
      connections: doubled,
    };
    expect(await rulesOf(diamond, options)).toEqual(['mermaid-request-cut']);
  });
});

describe('a C4 diagram', () => {
  it('of the containers has each component and each group that holds some, and a relation for each pair', async () => {
    await fc.assert(
      fc.asyncProperty(designs, async (design) => {
        const read = await readC4(await exported(design, { diagram: 'c4-container' }));
        expect(read.title).toBe(shown(design.name, 'System'));
        expect(read.shapes.map(({ texts }) => texts[0]).sort()).toEqual(design.components.map(nameOf).sort());
        const titles = new Map(read.boundaries.map(({ id, label }) => [id, label]));
        const groups = new Map((design.groups ?? []).map(({ id, name }) => [id, shown(name, id)]));
        const places = (all: readonly (readonly [string, string])[]) => all.map((pair) => pair.join('\n')).sort();
        const within = (component: Component) =>
          isOutside(component) ? '' : (groups.get(component.group ?? '') ?? shown(design.name, 'System'));
        expect(places(read.shapes.map((shape) => [shape.texts[0] ?? '', titles.get(shape.within) ?? '']))).toEqual(
          places(design.components.map((component) => [nameOf(component), within(component)])),
        );
        const pairs = new Set(
          (design.connections ?? []).filter(({ from, to }) => from !== to).map(({ from, to }) => `${from} ${to}`),
        );
        expect(read.relations).toHaveLength(pairs.size);
      }),
      { numRuns: 50 },
    );
  });

  it('of the context has one system, and who is outside', async () => {
    await fc.assert(
      fc.asyncProperty(designs, async (design) => {
        const read = await readC4(await exported(design, { diagram: 'c4-context' }));
        const names = [...design.components.filter(isOutside).map(nameOf), shown(design.name, 'System')];
        expect(read.shapes.map(({ texts }) => texts[0]).sort()).toEqual(names.sort());
      }),
      { numRuns: 30 },
    );
  });

  it('tells what a relation is and how, in the direction that was chosen', async () => {
    const design: Design = {
      spandrel: 1,
      name: 'Shop',
      components: [
        { id: 'a', kind: 'service' },
        { id: 'b', kind: 'queue' },
      ],
      connections: [
        { id: '1', from: 'a', to: 'b', label: 'say "hi"', protocol: 'amqp', mode: 'async' },
        { id: '2', from: 'a', to: 'b', label: 'asks', protocol: 'http' },
      ],
    };
    const read = await readC4(await exported(design, { diagram: 'c4-container', direction: 'LR' }));
    expect(read.relations).toEqual([
      { type: 'rel_r', from: 'a', to: 'b', texts: ['say "hi"; asks', 'amqp, async; http'] },
    ]);
  });
});

const labelsOf = (state: ReadState): string[] => [state.label, ...state.states.flatMap(labelsOf)];
const machines = (state: ReadState): ReadState[] => (state.moves.length > 0 ? [state] : state.states.flatMap(machines));

describe('a state diagram', () => {
  it('has each rollout under the name of its component, each group once, and a way from start to end', async () => {
    await fc.assert(
      fc.asyncProperty(designs, async (design) => {
        const read = await readStates(await exported(design, { diagram: 'state', direction: 'LR' }));
        expect(read.direction).toBe('LR');
        const planned = new Set(design.scenarios?.[0]?.rollouts?.map(({ at }) => at));
        const rolled = design.components.filter(({ id, rollout }) => planned.has(id) || rollout !== undefined);
        const found = machines(read);
        expect(found.map(({ label }) => label).sort()).toEqual(rolled.map(nameOf).sort());
        for (const { moves, states } of found) {
          const known = new Set([...states.map(({ id }) => id), '[*]', 'root_start', 'root_end']);
          const ends = moves.flatMap(({ from, to }) => [from, to]);
          expect(ends.filter((id) => !known.has(id) && !/_(start|end)\d*$/.test(id))).toEqual([]);
        }
        const all = labelsOf(read);
        const groups = new Set(rolled.flatMap(({ group }) => group ?? []));
        const titles = (design.groups ?? []).filter(({ id }) => groups.has(id)).map(({ id, name }) => shown(name, id));
        expect(titles.filter((title) => !all.includes(title))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('of a canary has each step, and the way back', async () => {
    const design: Design = {
      spandrel: 1,
      name: 'x',
      components: [{ id: 'api', kind: 'service' }],
      scenarios: [
        {
          id: 'base',
          durationS: 1,
          arrivals: [],
          rollouts: [
            {
              at: 'api',
              strategy: 'canary',
              startS: 0,
              startupS: 20,
              steps: [
                { weight: 0.07, holdS: 60 },
                { weight: 0.5, holdS: 30 },
              ],
              abortOn: { errorRate: 0.05 },
            },
          ],
        },
      ],
    };
    const [machine] = machines(await readStates(await exported(design, { diagram: 'state' })));
    const title = new Map(machine?.states.map(({ id, label }) => [id, label]));
    const said = machine?.moves.map(({ from, to, text }) => [title.get(from), title.get(to), text]);
    expect(said).toEqual([
      [undefined, 'Old version', ''],
      ['Old version', '7 % of requests to the new version', 'start one, 20 s to start'],
      ['7 % of requests to the new version', '50 % of requests to the new version', 'all is well for 60 s'],
      ['50 % of requests to the new version', 'New version', 'all is well for 30 s'],
      ['New version', undefined, ''],
      ['7 % of requests to the new version', 'Aborted', 'more than 5 % errors'],
      ['50 % of requests to the new version', 'Aborted', 'more than 5 % errors'],
      ['Aborted', 'Old version', 'all requests back to the old version'],
    ]);
  });

  it('is refused where there is no rollout', async () => {
    const design: Design = { spandrel: 1, name: 'x', components: [{ id: 'api', kind: 'service' }] };
    expect(await rulesOf(design, { diagram: 'state' })).toEqual(['mermaid-no-rollout']);
  });
});

describe('every template', () => {
  const ENDING = '.spandrel.json';
  const templates = readdirSync('templates/designs').filter((file) => file.endsWith(ENDING));

  it.each(templates)('%s is read as each diagram that it has', async (file) => {
    const read = readDesign(readFileSync(`templates/designs/${file}`, 'utf8'));
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    const theme = 'forest';
    expect((await readSequence(await exported(read.value, { diagram: 'sequence', theme }))).actors).not.toEqual([]);
    for (const diagram of ['c4-context', 'c4-container'])
      expect((await readC4(await exported(read.value, { diagram, theme, grouping: 'family' }))).shapes).not.toEqual([]);
    const strategy = 'canary' as const;
    const rolled = read.value.components.map((component) => ({ ...component, rollout: { strategy } }));
    const states = await readStates(await exported({ ...read.value, components: rolled }, { diagram: 'state', theme }));
    expect(machines(states)).toHaveLength(rolled.length);
  });
});
