import { describe, expect, it } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import { largeDesign } from '../../test/fixtures/large-design.ts';
import { connectionEdges, edgeMemory } from './derive.ts';
import { bundled, lineNear } from './far-lines.ts';
import { placesOf } from './geometry.ts';

const selection = { components: [], connections: [], groups: [], notes: [] };
const memory = edgeMemory();

function edgesOf(design: Design) {
  const sources = { selection, result: null, findings: [], renaming: null };
  return connectionEdges({ ...sources, design, places: placesOf(design, null, null) }, memory);
}

const design = largeDesign(200, 400);

describe('lines from afar', () => {
  it('draws every line, in few paths', () => {
    const bundles = bundled(edgesOf(design));
    expect(bundles.length).toBeLessThan(10);
    expect(bundles.map(({ path }) => path.split('M').length - 1).reduce((a, b) => a + b)).toBe(400);
  });

  it('leaves the paths of lines that stay as they were when a card moves', () => {
    const before = bundled(edgesOf(design));
    const moved = {
      ...design,
      components: design.components.map((component, index) =>
        index === 0 ? { ...component, view: { x: -40, y: -40 } } : component,
      ),
    };
    const after = bundled(edgesOf(moved));
    const changed = after.filter(({ path }, index) => path !== before[index]?.path);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(after.length / 2);
  });

  it('keeps lines that look different apart', () => {
    const [first, ...others] = edgesOf(design);
    if (!first) throw new Error('no edges');
    const bundles = bundled([{ ...first, className: 'diff-added' }, ...others]);
    expect(bundles.filter(({ markClass }) => markClass === 'diff-added')).toHaveLength(1);
  });

  it('finds the line that a point lies on, and none where there is none', () => {
    const edges = edgesOf(design);
    const [one] = edges;
    const [a, b] = one?.data?.route.points ?? [];
    if (!one || !a || !b) throw new Error('no edges');
    expect(lineNear([one], { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, 1)).toBe(one.id);
    expect(lineNear(edges, { x: -5000, y: -5000 }, 100)).toBeNull();
  });
});
