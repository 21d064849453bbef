import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import { writeDesign } from '../../src/model/write.ts';
import { installFakeHost } from '../../test/fixtures/fake-host.ts';

const host = installFakeHost();
vi.stubGlobal('document', { addEventListener: () => undefined });
const { flushAutosave, startAutosave, wouldLose } = await import('./autosave.ts');
const { restoreLeftWork } = await import('./restore.ts');
const { startTimedVersions } = await import('./timed-versions.ts');
const { documentStore, edit, isDirty, load, markSaved, undo } = await import('../state/document.ts');
const { panelsStore } = await import('../state/panels.ts');
const { sessionStore } = await import('../state/session.ts');

const shop: Design = { spandrel: 1, name: 'Shop', components: [] };
const FILE = { path: 'shop.spandrel.json', hash: 'h1', readOnly: false };
const good = { ok: true as const, value: null, notes: [] };

function rename(name: string): void {
  edit('rename', (draft) => void (draft.name = name));
}

const keeps = () => host.asked.filter(({ name }) => name === 'recovery.keep').map(({ input }) => input);
const forgets = () => host.asked.filter(({ name }) => name === 'recovery.forget');

startAutosave();
beforeEach(async () => {
  vi.useFakeTimers();
  panelsStore.setState({ notice: null, dialog: null });
  sessionStore.setState({ readOnly: false });
  host.answer({ 'recovery.keep': () => good, 'recovery.forget': () => ({}), 'versions.keep': () => good });
  load(shop, FILE);
  await flushAutosave();
  host.asked.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('unsaved work', () => {
  it('is with the host well within a second of an edit', async () => {
    rename('Store');
    await vi.advanceTimersByTimeAsync(500);
    const { documentId, design } = documentStore.getState();
    expect(keeps()).toEqual([{ documentId, title: 'Store', ...FILE, text: writeDesign(design) }]);
    expect(wouldLose()).toBe(false);
  });

  it('is sent all the same while edits go on without a pause', async () => {
    for (let n = 0; n < 40; n++) {
      rename(`Store ${n}`);
      await vi.advanceTimersByTimeAsync(50);
      const last = keeps().at(-1) as { title: string } | undefined;
      if (n * 50 > 600) expect(Number(last?.title.slice(6))).toBeGreaterThanOrEqual(n - 12);
    }
    expect(keeps().length).toBeLessThan(10);
  });

  it('is forgotten once it is saved, or undone to what is saved', async () => {
    rename('Store');
    await flushAutosave();
    markSaved(documentStore.getState().revision, { ...FILE, hash: 'h2' });
    expect(forgets()).toHaveLength(1);
    rename('Market');
    await flushAutosave();
    undo();
    expect(forgets()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2000);
    expect(keeps()).toHaveLength(2);
  });

  it('that cannot be kept is told once, counts as not safe, and is tried again', async () => {
    host.answer({
      'recovery.keep': () => ({
        ok: false,
        findings: [{ rule: 'disk-full', severity: 'error', path: '', message: 'full', mend: '' }],
      }),
    });
    rename('Store');
    await vi.advanceTimersByTimeAsync(600);
    expect(panelsStore.getState().notice).toMatchObject({ tone: 'error', detail: 'full' });
    expect(wouldLose()).toBe(true);
    host.answer({ 'recovery.keep': () => good });
    rename('Market');
    await vi.advanceTimersByTimeAsync(600);
    expect(wouldLose()).toBe(false);
  });

  it('is not kept by a host that writes nothing', async () => {
    sessionStore.setState({ readOnly: true });
    rename('Store');
    await vi.advanceTimersByTimeAsync(2000);
    expect([keeps(), wouldLose()]).toEqual([[], true]);
  });
});

describe('what is left at the start', () => {
  const left = {
    documentId: 'd1',
    title: 'Store',
    ...FILE,
    text: writeDesign({ ...shop, name: 'Store' }),
    at: '2026-01-01T00:00:00Z',
  };
  const other = { ...left, documentId: 'd2', title: 'Other', path: null, hash: null };

  it('of the file that is opened comes back as one step over it; the rest waits in a list', async () => {
    host.answer({
      'recovery.claim': () => ({ works: [other, left], notes: [] }),
      'files.read': ({ path }) => ({
        ok: true,
        value: { path, text: writeDesign(shop), hash: 'h1', readOnly: false },
        notes: [],
      }),
    });
    await restoreLeftWork(FILE.path);
    const state = documentStore.getState();
    expect([state.documentId, state.design.name, isDirty(state), state.file]).toEqual(['d1', 'Store', true, FILE]);
    expect(panelsStore.getState().dialog?.kind).toBe('recovered');
    undo();
    expect([documentStore.getState().design, isDirty(documentStore.getState())]).toEqual([shop, false]);
  });

  it('whose file is another by now stays unsaved, with the hash that it began with', async () => {
    host.answer({
      'recovery.claim': () => ({ works: [left], notes: [] }),
      'files.read': ({ path }) => ({ ok: true, value: { path, text: '{}', hash: 'h9', readOnly: false }, notes: [] }),
    });
    await restoreLeftWork(null);
    const state = documentStore.getState();
    expect([state.design.name, isDirty(state), state.file.hash, state.history.length]).toEqual([
      'Store',
      true,
      'h1',
      0,
    ]);
  });

  it('that is no design is told, and stays in the list', async () => {
    host.answer({ 'recovery.claim': () => ({ works: [{ ...left, text: '{' }], notes: [] }) });
    await restoreLeftWork(FILE.path);
    expect([documentStore.getState().design.name, panelsStore.getState().dialog?.kind]).toEqual(['Shop', 'recovered']);
  });
});

describe('versions in time', () => {
  it('are kept every five minutes in which something changed, and not when it was saved meanwhile', async () => {
    const stop = startTimedVersions();
    const versions = () => host.asked.filter(({ name }) => name === 'versions.keep');
    load(shop, FILE);
    await vi.advanceTimersByTimeAsync(6 * 60_000);
    expect(versions()).toHaveLength(0);
    rename('Store');
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(versions().map(({ input }) => input)).toMatchObject([{ label: 'rename', path: FILE.path }]);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(versions()).toHaveLength(1);
    rename('Market');
    markSaved(documentStore.getState().revision, FILE);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(versions()).toHaveLength(1);
    stop();
  });
});
