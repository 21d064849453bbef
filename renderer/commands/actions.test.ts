import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import { writeDesign } from '../../src/model/write.ts';
import { installFakeHost } from '../../test/fixtures/fake-host.ts';

const host = installFakeHost();
const file = await import('./file-actions.ts');
const { listenToProgress, runSimulation, stopSimulation } = await import('./simulation-actions.ts');
const { documentStore, edit, isDirty } = await import('../state/document.ts');
const { closeDialog, panelsStore } = await import('../state/panels.ts');
const { forgetRuns, resultsStore } = await import('../state/results.ts');
const { sessionStore } = await import('../state/session.ts');
const { documentOf, openTab, tabsStore } = await import('../state/tabs.ts');
const { requestClose } = await import('./tab-actions.ts');

const shop: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [{ id: 'api', kind: 'gateway' }],
  scenarios: [{ id: 'base', durationS: 10, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 1 }] }],
};
const FILE = { path: 'shop.spandrel.json', hash: 'h1', readOnly: false };

function rename(name: string): void {
  edit('rename', (draft) => {
    draft.name = name;
  });
}

function problem(rule: string) {
  return { rule, severity: 'error', path: '', message: `it is ${rule}`, mend: 'mend it' } as const;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const dialog = () => panelsStore.getState().dialog;
const names = (): string[] => tabsStore.getState().tabs.map((tab) => documentOf(tab).design.name);
const dirty = (): boolean => isDirty(documentStore.getState());

beforeEach(() => {
  closeDialog();
  forgetRuns();
  panelsStore.setState({ notice: null, scenarioId: null, tab: 'design' });
  sessionStore.setState({ fileDialogs: 'native', readOnly: false });
  tabsStore.setState({ tabs: [], activeId: null, closed: [] });
  openTab(shop, FILE);
});

describe('saving', () => {
  it('writes the design where it came from, guarded by the hash that was read', async () => {
    host.answer({ 'files.write': ({ path }) => ({ ok: true, value: { path, hash: 'h2' }, notes: [] }) });
    rename('Store');
    file.save();
    await settled();
    const text = writeDesign(documentStore.getState().design);
    const input = { path: FILE.path, text, expectedHash: 'h1', overwrite: false, label: 'rename' };
    expect(host.asked).toEqual([{ name: 'files.write', input }]);
    expect([dirty(), documentStore.getState().file.hash]).toEqual([false, 'h2']);
  });

  it('stays unsaved where an edit came while it was written', async () => {
    host.answer({
      'files.write': ({ path }) => {
        rename('Later');
        return { ok: true, value: { path, hash: 'h2' }, notes: [] };
      },
    });
    rename('Store');
    file.save();
    await settled();
    expect(dirty()).toBe(true);
  });

  it('asks whose version is to stay where another program changed the file, and keeps theirs as a version', async () => {
    const theirs = { text: writeDesign({ ...shop, name: 'Theirs' }), hash: 'h9', readOnly: false };
    host.answer({
      'files.write': () => ({ ok: false, findings: [problem('file-changed')] }),
      'files.read': ({ path }) => ({ ok: true, value: { path, ...theirs }, notes: [] }),
    });
    rename('Store');
    file.save();
    await settled();
    expect([dialog()?.kind, dirty()]).toEqual(['conflict', true]);
    host.answer({ 'files.write': ({ path }) => ({ ok: true, value: { path, hash: 'h3' }, notes: [] }) });
    file.keepMine();
    await settled();
    // Only what was seen is replaced: a third version would be asked about again.
    expect(host.asked[0]?.input).toMatchObject({ overwrite: false, expectedHash: 'h9', keepsReplaced: true });
    expect(dirty()).toBe(false);
  });

  it('writes again where the file was removed, and only while nothing stands there', async () => {
    host.answer({
      'files.write': () => ({ ok: false, findings: [problem('file-changed')] }),
      'files.read': () => ({ ok: false, findings: [problem('file-missing')] }),
    });
    rename('Store');
    file.save();
    await settled();
    expect(dialog()?.kind).toBe('conflict');
    host.answer({ 'files.write': ({ path }) => ({ ok: true, value: { path, hash: 'h3' }, notes: [] }) });
    file.keepMine();
    await settled();
    expect(host.asked[0]?.input).toMatchObject({ overwrite: false, expectedHash: null });
  });

  it('explains what cannot be asked about', async () => {
    host.answer({ 'files.write': () => ({ ok: false, findings: [problem('disk-full')] }) });
    rename('Store');
    file.save();
    await settled();
    expect([dialog(), dirty()]).toMatchObject([{ kind: 'problem', saveElsewhere: true }, true]);
  });

  it('asks for a place where there is none, and gives it the ending of a design', async () => {
    openTab(shop, file.UNSAVED_FILE);
    host.answer({
      'files.choose': () => ({ path: '/home/me/store' }),
      'files.write': ({ path }) => ({ ok: true, value: { path, hash: 'h2' }, notes: [] }),
    });
    file.save();
    await settled();
    expect(host.asked.map(({ input }) => input)).toMatchObject([
      { purpose: 'save', suggestedName: 'shop.spandrel.json' },
      { path: '/home/me/store.spandrel.json', expectedHash: null },
    ]);
  });

  it("asks in the window's own dialog where the host has none", () => {
    sessionStore.setState({ fileDialogs: 'own' });
    openTab(shop, file.UNSAVED_FILE);
    file.save();
    expect(dialog()).toMatchObject({ kind: 'file', purpose: 'save', suggestedName: 'shop.spandrel.json' });
  });

  it('says so where nothing may be written', () => {
    host.answer({});
    sessionStore.setState({ readOnly: true });
    file.save();
    expect([host.asked, panelsStore.getState().notice?.tone]).toEqual([[], 'error']);
  });
});

describe('opening', () => {
  it('takes a tab of its own beside unsaved work, and asks before that tab is closed', async () => {
    rename('Store');
    const { documentId } = documentStore.getState();
    const template = writeDesign({ ...shop, name: 'Layered' });
    host.answer({
      'files.write': ({ path }) => ({ ok: true, value: { path, hash: 'h2' }, notes: [] }),
      'templates.read': () => ({ ok: true, value: { text: template }, notes: [] }),
    });
    file.newFromTemplate('layered');
    await settled();
    expect([documentStore.getState().design.name, documentStore.getState().file.path]).toEqual(['Layered', null]);
    expect(names()).toEqual(['Store', 'Layered']);
    requestClose(documentId);
    const question = dialog();
    expect([question?.kind, documentStore.getState().design.name]).toEqual(['unsaved', 'Store']);
    closeDialog();
    if (question?.kind === 'unsaved') file.save(question.then);
    await settled();
    expect(names()).toEqual(['Layered']);
  });

  it('shows a file that is open already instead of opening it twice', async () => {
    host.answer({});
    file.openText(writeDesign({ ...shop, name: 'Other' }), { ...FILE, path: 'other.spandrel.json' }, 'other');
    file.openGiven(FILE.path);
    await settled();
    expect([documentStore.getState().design.name, names(), host.asked]).toEqual(['Shop', ['Shop', 'Other'], []]);
  });

  it('leaves what is open as it was when the file cannot be read', () => {
    rename('Store');
    const before = documentStore.getState();
    file.openText('{ "spandrel": 1,', FILE, 'broken.spandrel.json');
    expect(documentStore.getState()).toBe(before);
    expect(dialog()).toMatchObject({ kind: 'problem', title: 'broken.spandrel.json cannot be opened' });
  });

  it('forgets runs, scenario and selection of the design before', () => {
    panelsStore.setState({ scenarioId: 'base' });
    file.openText(writeDesign({ ...shop, name: 'Other' }), FILE, 'other');
    expect([panelsStore.getState().scenarioId, resultsStore.getState().runs]).toEqual([null, []]);
    expect([documentStore.getState().design.name, dirty()]).toEqual(['Other', false]);
  });
});

describe('simulating', () => {
  it('sends the text of the design, follows its progress, and ends when stopped', async () => {
    listenToProgress();
    let end: (output: { kind: 'cancelled' }) => void = () => undefined;
    host.answer({
      'simulation.run': () => new Promise((resolve) => (end = resolve)),
      'simulation.cancel': () => {
        end({ kind: 'cancelled' });
        return {};
      },
    });
    runSimulation();
    await settled();
    const { underWay } = resultsStore.getState();
    expect(host.asked[0]?.input).toEqual({
      runId: underWay?.id,
      text: writeDesign(shop),
      scenario: 'base',
      traces: 20,
    });
    const progress = { fraction: 0.4, replicationsDone: 2, replications: 5, leftMs: 800 };
    host.emit('simulation.progress', { runId: underWay?.id ?? '', ...progress });
    expect(resultsStore.getState().underWay?.fraction).toBe(0.4);
    stopSimulation();
    await vi.waitFor(() => expect(resultsStore.getState().underWay).toBeNull());
    expect(panelsStore.getState().notice?.tone).toBe('info');
  });

  it('keeps the findings of a run that gave no result', async () => {
    host.answer({ 'simulation.run': () => ({ kind: 'failed', findings: [problem('no-end')] }) });
    runSimulation();
    await vi.waitFor(() => expect(resultsStore.getState().problem).toEqual([problem('no-end')]));
    expect(panelsStore.getState().notice).toMatchObject({ tone: 'error', detail: 'mend it' });
  });

  it('leads to the scenario where there is none', () => {
    host.answer({});
    openTab({ spandrel: 1, name: 'Bare', components: shop.components }, FILE);
    runSimulation();
    expect([host.asked, panelsStore.getState().tab]).toEqual([[], 'scenario']);
  });
});
