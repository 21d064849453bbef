// The starter designs: as they would be written, without a remark, good to look at, and with something to be seen in a run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/analysis/simulate.ts';
import { validateDesign } from '../../src/catalogue/validate.ts';
import { around, type Box, cardsOf, GRID, grown, overlaps } from '../../src/layout/card.ts';
import { type Design, PATTERNS } from '../../src/model/design.ts';
import { nameOf } from '../../src/model/graph.ts';
import { readDesign } from '../../src/model/read.ts';
import { writeDesign } from '../../src/model/write.ts';
import { createInlineExecutor } from '../../worker/inline.ts';
import { root } from './cli.ts';

const FOLDER = join(root, 'templates/designs');
const files = readdirSync(FOLDER);

function textOf(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

function designOf(file: string): Design {
  const outcome = readDesign(textOf(file));
  if (!outcome.ok) throw new Error(`${file}: ${JSON.stringify(outcome.findings)}`);
  expect(outcome.notes).toEqual([]);
  return outcome.value;
}

/** Boxes of what is at the same depth: cards, or frames with the room that their titles take. */
function collisions(boxes: readonly (readonly [name: string, box: Box])[]): string[] {
  return boxes.flatMap(([a, box], index) =>
    boxes.slice(index + 1).flatMap(([b, other]) => (overlaps(box, other) ? [`${a} on ${b}`] : [])),
  );
}

describe.each(files)('%s', (file) => {
  it('stands as Spandrel would write it', () => {
    expect(writeDesign(designOf(file))).toBe(textOf(file));
  });

  it('gives nothing to remark', () => {
    const design = designOf(file);
    expect(validateDesign(design)).toEqual([]);
  });

  it('says what it is', () => {
    const { name, description, pattern } = designOf(file);
    expect(name).not.toBe('');
    expect(description).toMatch(/\.$/);
    expect(PATTERNS).toContain(pattern);
  });

  it('has every card on the grid, on no other, and groups apart', () => {
    const { components, groups = [] } = designOf(file);
    const places = components.flatMap(({ view }) => (view === undefined ? [] : [view.x, view.y]));
    expect(places).toHaveLength(2 * components.length);
    expect(places.filter((place) => place % GRID !== 0)).toEqual([]);
    expect(collisions(components.map((component) => [component.id, cardsOf([component])[0]!]))).toEqual([]);
    const outer = groups.filter(({ parent }) => parent === undefined);
    const frames = outer.flatMap(({ id }) => {
      const within = new Set([id]);
      for (const inner of within) for (const group of groups) if (group.parent === inner) within.add(group.id);
      const box = around(cardsOf(components.filter(({ group }) => group !== undefined && within.has(group))));
      return box === null ? [] : [[id, grown(box, { top: 28, side: 20, bottom: 20 })] as const];
    });
    expect(collisions(frames)).toEqual([]);
  });

  // What a phenomenon shows is told in phenomena.test.ts.
  if (file.startsWith('phenomenon-')) return;
  it('gives every component something to do, and one of them much, but no more than it bears', async () => {
    const outcome = await simulate(
      designOf(file),
      { durationS: 120, warmupS: 20, replications: 2 },
      createInlineExecutor(),
    );
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const { components, requests } = outcome.result;
    const idle = Object.entries(components).filter(([, figures]) => (figures.arrivalsPerSecond.mean ?? 0) === 0);
    expect(idle.map(([id]) => id)).toEqual([]);
    const busiest = Math.max(...Object.values(components).map(({ utilisation }) => utilisation.mean ?? 0));
    expect(busiest).toBeGreaterThan(0.65);
    expect(busiest).toBeLessThan(0.95);
    expect(requests.errorRate.mean).toBeLessThan(0.01);
  });
});

describe('the example', () => {
  it('is the architecture of the documentation, by its names', () => {
    const design = designOf('example.spandrel.json');
    const names = new Map(design.components.map((component) => [component.id, nameOf(component)]));
    const groups = (design.groups ?? []).map(({ id, name }) => [
      name,
      design.components.filter(({ group }) => group === id).map(nameOf),
    ]);
    expect(Object.fromEntries(groups)).toEqual({
      Frontend: ['Web-UI', 'CLI'],
      Backend: ['API Gateway', 'Auth Service', 'Billing Service', 'Reporting Service', 'Core Module'],
      Infrastructure: ['Database', 'Message Queue', 'Redis Cache', 'Load Balancer'],
    });
    const edges = (design.connections ?? []).map(({ from, to }) => [names.get(from), names.get(to)].join(' > '));
    expect(edges.sort()).toEqual([
      'API Gateway > Auth Service',
      'API Gateway > Billing Service',
      'API Gateway > Message Queue',
      'API Gateway > Redis Cache',
      'API Gateway > Reporting Service',
      'Auth Service > Database',
      'Billing Service > Database',
      'CLI > API Gateway',
      'Load Balancer > API Gateway',
      'Reporting Service > Database',
      'Web-UI > API Gateway',
    ]);
  });
});
