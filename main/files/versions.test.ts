import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { worthKeeping } from './thinning.ts';
import { createVersions } from './versions.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 0, 20, 12);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-versions-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('versions', () => {
  it('are listed with the newest first and give back their text; the same twice is one', async () => {
    const versions = createVersions(folder, () => NOW);
    const subject = { file: '/home/me/shop.spandrel.json' };
    await versions.keep(subject, 'add cache', 'one');
    await versions.keep(subject, 'again', 'one');
    await versions.keep(subject, 'move', 'two');
    await versions.keep(subject, 'undo', 'one');
    const list = await versions.list(subject);
    expect(list.map(({ label }) => label)).toEqual(['undo', 'move', 'add cache']);
    expect(await versions.read(subject, list[1]?.id ?? '')).toMatchObject({ ok: true, value: 'two' });
    expect(await versions.list({ file: '/home/me/other.json' })).toEqual([]);
    expect(await versions.list({ documentId: 'shop' })).toEqual([]);
  });

  it('leave out what cannot be read', async () => {
    const versions = createVersions(folder, () => NOW);
    await versions.keep({ documentId: 'd' }, 'good', 'text');
    const [place = ''] = readdirSync(folder);
    writeFileSync(join(folder, place, `${String(NOW + 5)}-000000000000-000000.json`), '{"spandrelVersion":1');
    writeFileSync(join(folder, place, 'something.txt'), '');
    expect((await versions.list({ documentId: 'd' })).map(({ label }) => label)).toEqual(['good']);
    expect(await versions.read({ documentId: 'd' }, 'none')).toMatchObject({ ok: false });
  });

  it('are never more than fifty of a design', async () => {
    let at = NOW - DAY;
    const versions = createVersions(folder, () => (at += 5 * 60_000));
    for (let n = 0; n < 120; n++) await versions.keep({ documentId: 'd' }, '', `text ${String(n)}`);
    const list = await versions.list({ documentId: 'd' });
    expect(list.length).toBeLessThanOrEqual(50);
    expect(await versions.read({ documentId: 'd' }, list[0]?.id ?? '')).toMatchObject({ value: 'text 119' });
  });
});

describe('thinning', () => {
  it('keeps all of the last hour, one an hour of the day, one a day before', () => {
    const every = (step: number, from: number, to: number) =>
      Array.from({ length: (to - from) / step }, (_, n) => ({ atMs: NOW - from - n * step - 1 }));
    const kept = worthKeeping(
      [...every(HOUR / 10, 0, HOUR), ...every(HOUR / 4, HOUR, DAY), ...every(HOUR, DAY, 5 * DAY)],
      NOW,
    );
    const age = ({ atMs }: { atMs: number }): number => NOW - atMs;
    expect(kept.filter((one) => age(one) < HOUR)).toHaveLength(10);
    expect(kept.filter((one) => age(one) >= HOUR && age(one) < DAY).length).toBeLessThanOrEqual(24);
    expect(kept.filter((one) => age(one) >= DAY).length).toBeLessThanOrEqual(5);
  });

  it('always keeps the newest and never more than allowed, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 * DAY }), { maxLength: 300 }), (ages) => {
        const versions = ages.sort((a, b) => a - b).map((age) => ({ atMs: NOW - age }));
        const kept = worthKeeping(versions, NOW);
        expect(kept.length).toBeLessThanOrEqual(50);
        expect(kept[0]).toBe(versions[0]);
        expect(kept).toEqual(versions.filter((version) => kept.includes(version)));
        // Thinning what was thinned takes nothing more.
        expect(worthKeeping(kept, NOW)).toEqual(kept);
      }),
    );
  });
});
