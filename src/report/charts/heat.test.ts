import { expect, it } from 'vitest';
import type { HeatMap } from './chart.ts';
import { drawHeat } from './heat.ts';
import type { Mark } from './mark.ts';
import { light } from './palette.ts';

function mapOf(values: readonly (readonly (number | null)[])[]): HeatMap {
  const cells = values.map((row) => row.map((value) => ({ value, told: `it is ${String(value)}` })));
  const named = (count: number): string[] => Array.from({ length: count }, (_, at) => `v${String(at)}`);
  return {
    title: 'p95',
    x: { title: 'Replicas', values: named(values[0]?.length ?? 0) },
    y: { title: 'Speed', values: named(values.length) },
    cells,
    format: (value) => `${String(value)} ms`,
  };
}

function all({ children, ...mark }: Mark): Mark[] {
  return [{ ...mark, children }, ...children.flatMap((child) => (typeof child === 'string' ? [] : all(child)))];
}

function cellsOf(map: HeatMap, width = 400): Mark[] {
  return all(drawHeat(map, { width, height: 300, palette: light, bare: true })).filter(({ tag }) => tag === 'rect');
}

const opacity = ({ attributes }: Mark): number => Number(attributes['fill-opacity']);

it('has a cell for each pair, the darker the more, the first row at the bottom', () => {
  const [one, two, three, four] = cellsOf(
    mapOf([
      [1, 2],
      [3, 4],
    ]),
  ) as [Mark, Mark, Mark, Mark];
  expect(opacity(one)).toBeLessThan(opacity(two));
  expect(opacity(two)).toBeLessThan(opacity(three));
  expect(opacity(three)).toBeLessThan(opacity(four));
  expect(Number(one.attributes['y'])).toBeGreaterThan(Number(three.attributes['y']));
  expect(Number(one.attributes['x'])).toBeLessThan(Number(two.attributes['x']));
});

it('tells values apart beside one that is far above them', () => {
  const [least, middle] = cellsOf(mapOf([[10, 100, 10_000]])) as [Mark, Mark];
  expect(opacity(middle) - opacity(least)).toBeGreaterThan(0.1);
});

it('leaves what is not known yet without colour, and stands when nothing is', () => {
  const [known, open] = cellsOf(mapOf([[5, null]])) as [Mark, Mark];
  expect(known.attributes['fill']).toBe(light.calm);
  expect(open.attributes['fill']).toBe('none');
  expect(cellsOf(mapOf([[null, null]]))).toHaveLength(2);
});

it('writes figures only where they have room, and tells them in any case', () => {
  const wide = all(drawHeat(mapOf([[1, 2]]), { width: 400, height: 200, palette: light, bare: true }));
  const narrow = all(drawHeat(mapOf([[1, 2]]), { width: 110, height: 200, palette: light, bare: true }));
  const texts = (marks: readonly Mark[]): unknown[] =>
    marks.flatMap(({ tag, children }) => (tag === 'text' ? children : []));
  expect(texts(wide)).toContain('1 ms');
  expect(texts(narrow)).not.toContain('1 ms');
  expect(narrow.filter(({ tag }) => tag === 'title').map(({ children }) => children[0])).toEqual([
    'it is 1',
    'it is 2',
  ]);
});
