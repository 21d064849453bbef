// Mermaid exports as Mermaid's own parser reads them: the same boxes, arrows and groups, and every text as it was.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Component, Connection, Design } from '../../src/model/design.ts';
import type { ExportOptions } from '../../src/exporters/exporter.ts';
import { runExporter } from '../../src/exporters/index.ts';
import { mermaid } from '../../src/exporters/mermaid/mermaid.ts';
import { showable } from '../../src/model/showable.ts';
import { randomDesign } from '../fixtures/random-design.ts';
import { hostileDesign, hostileId } from './hostile-design.ts';
import { readFlowchart, type ReadFlowchart } from './mermaid-reader.ts';

async function exported(design: Design, options: ExportOptions = {}): Promise<string> {
  const made = await runExporter(mermaid, design, options);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return made.value.map((file) => file.text).join('');
}

const shown = (text: string | undefined, otherwise: string) =>
  text === undefined || text.trim() === '' ? otherwise : showable(text);

/** A flowchart with the ids taken out: who stands where and is joined to whom, by what a reader sees. */
function drawing(flowchart: ReadFlowchart) {
  const place = new Map(flowchart.boxes.map((box, at) => [box.id, at]));
  const groupPlace = new Map(flowchart.subgraphs.map((subgraph) => [subgraph.id, subgraph.label]));
  const arrows = flowchart.arrows.map(({ from, to, ...rest }) => ({
    from: place.get(from),
    to: place.get(to),
    ...rest,
  }));
  const groups = flowchart.subgraphs.map(({ label, holds }) => ({
    label,
    boxes: holds.flatMap((id) => place.get(id) ?? []).sort((one, other) => one - other),
    groups: holds.flatMap((id) => groupPlace.get(id) ?? []).sort(),
  }));
  return { boxes: flowchart.boxes.map(({ label }) => label), arrows, groups: sorted(groups) };
}

const sorted = <T>(values: readonly T[]): T[] =>
  values.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

/** The same, told of the design. Boxes stand in the order in which the flowchart names them. */
function drawingOf(design: Design, order: readonly Component[]) {
  const place = (id: string) => order.findIndex((component) => component.id === id);
  const groups = (design.groups ?? []).map((group) => ({
    label: shown(group.name, group.id),
    boxes: order.flatMap((component, at) => (component.group === group.id ? [at] : [])),
    groups: (design.groups ?? [])
      .filter(({ parent }) => parent === group.id)
      .map((child) => shown(child.name, child.id))
      .sort(),
  }));
  return {
    boxes: order.map((component) => shown(component.name, component.id)),
    arrows: (design.connections ?? []).map(({ from, to, label, protocol, mode }) => ({
      from: place(from),
      to: place(to),
      label: shown(label, shown(protocol, '')),
      dashed: mode === 'async',
    })),
    groups: sorted(groups),
  };
}

/** Loose components first, then the groups as the nesting goes, each in the order of the file. */
function drawnOrder(design: Design): Component[] {
  const inside = (group: string | undefined) => design.components.filter((component) => component.group === group);
  const below = (parent: string | undefined): Component[] =>
    (design.groups ?? [])
      .filter((group) => group.parent === parent)
      .flatMap((group) => [...inside(group.id), ...below(group.id)]);
  return [...inside(undefined), ...below(undefined)];
}

describe('Mermaid', () => {
  it('reads every design as it is: names, labels, arrows and groups, whatever they are called', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostileDesign(hostileId), randomDesign({ hostileNames: true })), async (design) => {
        const read = await readFlowchart(await exported(design));
        expect(drawing(read)).toEqual(drawingOf(design, drawnOrder(design)));
      }),
      { numRuns: 150 },
    );
  });

  it('reads the direction and the theme that were chosen', async () => {
    const design: Design = { spandrel: 1, name: 'x', components: [{ id: 'a', kind: 'service' }] };
    const read = await readFlowchart(await exported(design, { direction: 'LR', theme: 'forest' }));
    expect([read.direction, read.theme]).toEqual(['LR', 'forest']);
  });

  it('draws families, or no groups at all, where that is wanted', async () => {
    const design: Design = {
      spandrel: 1,
      name: 'x',
      groups: [{ id: 'all' }],
      components: [
        { id: 'db', kind: 'sql-database', group: 'all' },
        { id: 'api', kind: 'service', group: 'all' },
      ],
    };
    const grouped = async (grouping: string) =>
      (await readFlowchart(await exported(design, { grouping }))).subgraphs.map(({ label, holds }) => [label, holds]);
    expect(await grouped('groups')).toEqual([['all', ['api', 'db']]]);
    expect(await grouped('family')).toEqual([
      ['Services', ['api']],
      ['Data', ['db']],
    ]);
    expect(await grouped('none')).toEqual([]);
  });

  it('has more than 500 arrows read by a host that allows them, and says that it must', async () => {
    const components: Component[] = Array.from({ length: 601 }, (_, at) => ({ id: `c${at}`, kind: 'service' }));
    const connections: Connection[] = Array.from({ length: 600 }, (_, at) => ({
      id: `n${at}`,
      from: 'c0',
      to: `c${at + 1}`,
    }));
    const design: Design = { spandrel: 1, name: 'wide', components, connections };
    const made = await runExporter(mermaid, design);
    expect(made.ok && made.notes.map((note) => note.rule)).toEqual(['mermaid-edge-limit']);
    await expect(readFlowchart(await exported(design))).rejects.toThrow('maxEdges');
    const read = await readFlowchart(await exported(design), { maxEdges: 600 });
    expect(read.arrows).toHaveLength(600);
  });
});

describe("the source document's diagrams", () => {
  const component = (id: string, name = id, kind = 'service', group?: string): Component => ({
    id,
    kind,
    name,
    ...(group === undefined ? {} : { group }),
  });
  const connection = (from: string, to: string, label?: string): Connection => ({
    id: `${from}-${to}`,
    from,
    to,
    ...(label === undefined ? {} : { label }),
  });
  const design = (components: Component[], connections: Connection[], groups: string[] = []): Design => ({
    spandrel: 1,
    name: 'source',
    groups: groups.map((id) => ({ id })),
    components,
    connections,
  });

  const diagrams: Record<string, { readonly design: Design; readonly direction: string }> = {
    layered: {
      direction: 'TD',
      design: design(
        [
          component('A', 'Presentation'),
          component('B', 'Application'),
          component('C', 'Domain'),
          component('D', 'Infrastructure'),
        ],
        [connection('A', 'B'), connection('B', 'C'), connection('C', 'D')],
      ),
    },
    microservices: {
      direction: 'LR',
      design: design(
        [
          component('S1', 'User Service'),
          component('GW', 'API Gateway', 'auth-provider'),
          component('S2', 'Order Service'),
          component('S3', 'Inventory Service'),
          component('Client', 'Client', 'external-system'),
        ],
        [
          ...['S1', 'S2', 'S3'].map((service) => connection(service, 'GW', 'API')),
          connection('GW', 'Client', 'REST/gRPC'),
        ],
      ),
    },
    'event-driven': {
      direction: 'LR',
      design: design(
        [component('Producer'), component('Queue', 'Queue', 'service'), component('Consumer1'), component('Consumer2')],
        [
          connection('Producer', 'Queue', 'Event'),
          connection('Queue', 'Consumer1', 'Event'),
          connection('Queue', 'Consumer2', 'Event'),
        ],
      ),
    },
    'example-architecture': {
      direction: 'TD',
      design: design(
        [
          component('UI', 'Web-UI', 'external-system', 'Frontend'),
          component('CLI', 'CLI', 'external-system', 'Frontend'),
          component('API', 'API Gateway', 'service', 'Backend'),
          component('Auth', 'Auth Service', 'service', 'Backend'),
          component('Billing', 'Billing Service', 'service', 'Backend'),
          component('Reporting', 'Reporting Service', 'service', 'Backend'),
          component('Core', 'Core Module', 'service', 'Backend'),
          component('DB', 'Database', 'sql-database', 'Infrastructure'),
          component('MQ', 'Message Queue', 'object-storage', 'Infrastructure'),
          component('Cache', 'Redis Cache', 'cache', 'Infrastructure'),
          component('LB', 'Load Balancer', 'service', 'Infrastructure'),
        ],
        [
          ...[connection('UI', 'API'), connection('CLI', 'API')],
          ...['Auth', 'Billing', 'Reporting'].map((service) => connection('API', service)),
          ...['Auth', 'Billing', 'Reporting'].map((service) => connection(service, 'DB')),
          ...[connection('API', 'MQ'), connection('API', 'Cache'), connection('LB', 'API')],
        ],
        ['Frontend', 'Backend', 'Infrastructure'],
      ),
    },
  };

  it.each(Object.keys(diagrams))('%s is drawn again, box for box and arrow for arrow', async (name) => {
    const { design: made, direction } = diagrams[name] ?? { design: design([], []), direction: '' };
    const source = await readFlowchart(readFileSync(`test/fixtures/source-diagrams/${name}.mmd`, 'utf8'));
    const ours = await readFlowchart(await exported(made, { direction }));
    const known = (flowchart: ReadFlowchart) => ({
      ...flowchart,
      theme: undefined,
      // A box without brackets is drawn as a rectangle.
      boxes: sorted(flowchart.boxes.map((box) => ({ ...box, shape: box.shape === 'none' ? 'square' : box.shape }))),
      arrows: sorted(flowchart.arrows),
    });
    expect(known(ours)).toEqual(known(source));
  });
});
