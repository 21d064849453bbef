import { describe, expect, it } from 'vitest';
import { bendsOf, reconnect, setBends } from './connections.ts';
import type { Design } from './design.ts';
import { duplicateParts } from './fragment.ts';
import { readDesign } from './read.ts';
import { writeDesign } from './write.ts';

function shop(): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    components: [
      { id: 'a', kind: 'service', view: { x: 0, y: 0 } },
      { id: 'b', kind: 'service', view: { x: 300, y: 0 } },
      { id: 'c', kind: 'service' },
    ],
    connections: [{ id: 'a-b', from: 'a', to: 'b', protocol: 'grpc', timeoutMs: 30, circuitBreaker: {} }],
  };
}

describe('bends', () => {
  it('are written last of a connection and read again', () => {
    const design = shop();
    setBends(design, 'a-b', [{ x: 10, y: 20.5 }]);
    const text = writeDesign(design);
    expect(text).toContain('"circuitBreaker": {},\n      "view": {\n        "points": [');
    const read = readDesign(text);
    expect(read.ok && read.value.connections?.map(bendsOf)).toEqual([[{ x: 10, y: 20.5 }]]);
    expect(read.ok && read.notes).toEqual([]);
  });

  it('leave nothing behind, but what others wrote beside them', () => {
    const design = shop();
    setBends(design, 'a-b', [{ x: 10, y: 20 }]);
    setBends(design, 'a-b', []);
    expect(design).toEqual(shop());
    Object.assign(design.connections?.[0] ?? {}, { view: { points: [{ x: 1, y: 1 }], theirs: true } });
    setBends(design, 'a-b', []);
    expect(design.connections?.[0]?.view).toEqual({ theirs: true });
  });

  it('must be numbers', () => {
    const text = writeDesign(shop()).replace('"timeoutMs": 30', '"view": { "points": [{ "x": "1", "y": 2 }] }');
    const read = readDesign(text);
    expect(!read.ok && read.findings.map(({ path }) => path)).toEqual(['connections.a-b.view.points.0.x']);
  });

  it('of a copy move with it', () => {
    const design = shop();
    setBends(design, 'a-b', [{ x: 10, y: 20 }]);
    duplicateParts(design, { components: ['a', 'b'], groups: [], notes: [] }, { x: 40, y: 40 });
    expect(design.connections?.map(bendsOf)).toEqual([[{ x: 10, y: 20 }], [{ x: 50, y: 60 }]]);
  });
});

describe('other ends', () => {
  it('leave everything else as it was', () => {
    const design = shop();
    reconnect(design, 'a-b', 'a', 'c');
    expect(design.connections).toEqual([{ ...shop().connections?.[0], to: 'c' }]);
  });
});
