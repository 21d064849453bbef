import { describe, expect, it } from 'vitest';
import type { Design } from './design.ts';
import { callees, callers, reachable, synchronousCycle, wouldCloseCycle } from './graph.ts';

function graph(...edges: readonly string[]): Design {
  const ends = edges.map((edge) => edge.split(/[->~]+/) as [string, string]);
  return {
    spandrel: 1,
    name: 'g',
    components: [...new Set(ends.flat())].map((id) => ({ id, kind: 'service' })),
    connections: ends.map(([from, to], index) => ({
      id: `k${index}`,
      from,
      to,
      ...(edges[index]?.includes('~') ? { mode: 'async' as const } : {}),
    })),
  };
}

describe('the graph of a design', () => {
  it('knows callers and callees once each', () => {
    const design = graph('a->b', 'a->b', 'c->b');
    expect([callees(design, 'a'), callers(design, 'b')]).toEqual([['b'], ['a', 'c']]);
  });

  it('finds a synchronous cycle in the order of its calls', () => {
    expect(synchronousCycle(graph('x->a', 'a->b', 'b->c', 'c->a'))).toEqual(['a', 'b', 'c']);
  });

  it('an asynchronous connection breaks a cycle', () => {
    expect(synchronousCycle(graph('a->b', 'b~c', 'c->a'))).toBeNull();
  });

  it('two ways to the same callee are no cycle', () => {
    expect(synchronousCycle(graph('a->b', 'a->c', 'b->d', 'c->d'))).toBeNull();
  });

  it('a chain of 20,000 does not exhaust the stack', () => {
    const edges = Array.from({ length: 20_000 }, (_, index) => `n${index}->n${index + 1}`);
    expect(synchronousCycle(graph(...edges, 'n20000->n0'))).toHaveLength(20_001);
  });

  it('says what can be reached and what a connection would close', () => {
    const design = graph('a->b', 'b~c', 'd->a');
    expect([...reachable(design, ['a'])].sort()).toEqual(['a', 'b', 'c']);
    expect([
      wouldCloseCycle(design, 'b', 'd'),
      wouldCloseCycle(design, 'c', 'a'),
      wouldCloseCycle(design, 'a', 'a'),
    ]).toEqual([true, false, true]);
  });
});
