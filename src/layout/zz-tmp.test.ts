import { expect, it } from 'vitest';
import type { Design } from '/work/main/src/model/design.ts';
import { layoutDesign } from '/work/main/src/layout/layout-design.ts';
import { layoutPlaces } from '/work/main/src/layout/layout.ts';
const chain = (n: number): Design => ({ spandrel: 1, name: 'x', groups: [{ id: 'even' }, { id: 'odd' }],
  components: Array.from({ length: n }, (_, i) => ({ id: `n${i}`, kind: 'service', group: i % 2 ? 'odd' : 'even' })),
  connections: Array.from({ length: n - 1 }, (_, i) => ({ id: `k${i}`, from: `n${i}`, to: `n${i + 1}` })) });
const micro = (n: number): Design => ({ spandrel: 1, name: 'x', groups: Array.from({length:5},(_,g)=>({id:`g${g}`})),
  components: Array.from({ length: n }, (_, i) => ({ id: `n${i}`, kind: 'service', group: `g${i % 5}` })),
  connections: Array.from({ length: n * 2 }, (_, i) => ({ id: `k${i}`, from: `n${i % (n >> 1)}`, to: `n${(n >> 1) + ((i * 7) % (n >> 1))}`, protocol: 'http' })) });
it('x', async () => {
  for (const n of [20, 200, 1000]) for (const [name, make] of [['chain', chain], ['micro', micro]] as const) {
    if (n === 1000 && name === 'chain') continue;
    let t = performance.now(); const d = await layoutDesign(make(n)); const mine = performance.now() - t;
    t = performance.now(); let theirs: unknown; try { await layoutPlaces(make(n)); theirs = performance.now() - t; } catch (e) { theirs = String(e).slice(0, 200); }
    const xs = d.components.map((c) => c.view!.x), ys = d.components.map((c) => c.view!.y);
    console.log(name, n, mine.toFixed(0), theirs, Math.max(...xs), Math.max(...ys));
  }
}, 300_000);
