import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Resources from '../files/resources.ts';
import { createElectron, FakeWindow, preventable, type FakeElectron } from '../../test/fixtures/electron.ts';

let folder: string;
let electron: FakeElectron;

vi.mock('../files/resources.ts', async (original) => {
  const real = await original<typeof Resources>();
  return { resourcePath: (path: string) => (path.startsWith('out/') ? join(folder, path) : real.resourcePath(path)) };
});
vi.mock('../files/folders.ts', () => ({ stateFolder: () => folder, configFolder: () => folder }));

const PAGE = 'app://spandrel/index.html';
const design = (): string => join(folder, 'shop.spandrel.json');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-desktop-'));
  vi.stubEnv('SPANDREL_STATE_FOLDER', join(folder, 'kept'));
  mkdirSync(join(folder, 'out/renderer'), { recursive: true });
  writeFileSync(join(folder, 'out/renderer/index.html'), '<h1>page</h1>');
  writeFileSync(design(), '{"spandrel":1,"name":"Shop","components":[]}');
  electron = createElectron();
  vi.resetModules();
  vi.doMock('electron', () => electron);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The running app and its window, once its page is loaded. */
async function start(args: readonly string[] = []) {
  const { runDesktop } = await import('./app.ts');
  runDesktop(args, folder);
  await expect.poll(() => FakeWindow.all[0]?.did, { timeout: 10_000 }).toContain('show');
  const window = FakeWindow.all[0];
  if (!window) throw new Error('there is no window');
  const contents = window.webContents;
  const handle = (channel: string) =>
    electron.recorded.handlers.get(channel) as unknown as (...args: unknown[]) => unknown;
  const call = (name: unknown, input: unknown, frame: unknown = contents.mainFrame, sender: unknown = contents) =>
    handle('spandrel:call')({ sender, senderFrame: frame }, name, input) as Promise<Record<string, unknown>>;
  return { window, contents, call, handle };
}

describe('the window', () => {
  it('is a sandboxed page without Node', async () => {
    const { window } = await start();
    expect(FakeWindow.all).toHaveLength(1);
    expect(window.options['webPreferences']).toEqual({
      preload: join(folder, 'out/preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
    expect(electron.app.did).toContain('enableSandbox');
    expect(window.webContents.mainFrame.url).toBe(PAGE);
  });

  it('is served from an origin of its own, under a strict policy, and nothing else is', async () => {
    const { handle } = await start();
    expect(electron.recorded.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    const ask = (address: string, method = 'GET') =>
      handle('app:')(new Request(address, { method })) as Promise<Response>;
    const page = await ask(PAGE);
    expect(await page.text()).toBe('<h1>page</h1>');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    for (const other of ['app://spandrel/../../shop.spandrel.json', 'app://evil/index.html', 'app://spandrel/x.js']) {
      expect((await ask(other)).status).toBe(404);
    }
    expect((await ask(PAGE, 'POST')).status).toBe(404);
  });

  it('goes nowhere and embeds nothing', async () => {
    const { contents } = await start();
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const event = preventable({ url: 'https://example.org/' });
      contents.emit(name, event);
      expect([name, event.isPrevented]).toEqual([name, true]);
    }
  });

  it('opens no window; only an https address goes to the browser', async () => {
    const { contents } = await start();
    const addresses = [
      'https://example.org/help',
      'http://example.org/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://user:secret@example.org/',
      'app://spandrel/index.html',
      'smb://host/share',
      'nonsense',
    ];
    expect(addresses.map((url) => contents.openHandler?.({ url }))).toEqual(addresses.map(() => ({ action: 'deny' })));
    expect(electron.recorded.opened).toEqual(['https://example.org/help']);
  });

  it('is given no permission', async () => {
    await start();
    const { request, check, device } = electron.recorded.permissions as Record<string, (...args: unknown[]) => unknown>;
    const decisions: unknown[] = [];
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal']) {
      request?.({}, permission, (decision: unknown) => decisions.push(decision));
      decisions.push(check?.({}, permission));
    }
    decisions.push(device?.({}));
    expect(decisions).toEqual(decisions.map(() => false));
    expect(decisions).toHaveLength(11);
  });
});

describe('calls', () => {
  it('are answered to the own page', async () => {
    const { call } = await start([design()]);
    expect(await call('app.start', {})).toMatchObject({
      ok: true,
      output: { host: 'desktop', fileDialogs: 'native', readOnly: false, open: { path: design() }, problem: [] },
    });
  });

  it('are refused to every other frame, sender and page', async () => {
    const { call, contents } = await start();
    const refused = { ok: false, error: 'refused' };
    expect(await call('app.start', {}, { url: PAGE })).toEqual(refused);
    expect(await call('app.start', {}, null)).toEqual(refused);
    expect(await call('app.start', {}, contents.mainFrame, {})).toEqual(refused);
    expect(await call(7, {})).toEqual(refused);
    contents.mainFrame.url = 'https://evil.example/';
    expect(await call('app.start', {})).toEqual(refused);
  });

  it('reach only files that the person chose', async () => {
    const { call } = await start();
    const read = () => call('files.read', { path: design() });
    expect(await read()).toMatchObject({ output: { ok: false, findings: [{ rule: 'not-chosen' }] } });
    electron.recorded.choices.open = { canceled: true, filePaths: [design()] };
    expect(await call('files.choose', { purpose: 'open', suggestedName: '' })).toMatchObject({
      output: { path: null },
    });
    expect(await read()).toMatchObject({ output: { ok: false } });
    electron.recorded.choices.open = { canceled: false, filePaths: [design()] };
    await call('files.choose', { purpose: 'open', suggestedName: '' });
    expect(await read()).toMatchObject({ output: { ok: true, value: { path: design() } } });
    electron.recorded.choices.save = { canceled: false, filePath: join(folder, 'new.json') };
    await call('files.choose', { purpose: 'save', suggestedName: 'new.json' });
    const write = (name: string) =>
      call('files.write', { path: join(folder, name), text: 'x', expectedHash: null, overwrite: true });
    expect(await write('new.json')).toMatchObject({ output: { ok: true } });
    expect(await write('other.json')).toMatchObject({ output: { ok: false, findings: [{ rule: 'not-chosen' }] } });
  });

  it('of the window set its title and state', async () => {
    const { call, window } = await start();
    await call('window.state', { title: '• Shop - Spandrel', dirty: true });
    expect([window.title, window.isEdited]).toEqual(['• Shop - Spandrel', true]);
  });
});

describe('unsaved work', () => {
  const work = { documentId: 'd1', title: 'Shop', hash: 'h', readOnly: false, text: '{}' };

  it('is given back to the page that loads anew, with its file within reach, and only what was within reach', async () => {
    const { call } = await start(['shop.spandrel.json']);
    await call('recovery.keep', { ...work, path: design() });
    await call('recovery.keep', { ...work, documentId: 'd2', path: '/etc/passwd' });
    vi.resetModules();
    electron.app.removeAllListeners();
    FakeWindow.all = [];
    const { call: callAgain } = await start();
    expect(await callAgain('files.read', { path: design() })).toMatchObject({ output: { ok: false } });
    const claimed = (await callAgain('recovery.claim', {})) as { output: { works: { path: string | null }[] } };
    expect(claimed.output.works.map(({ path }) => path).sort()).toEqual([design(), null]);
    expect(await callAgain('files.read', { path: design() })).toMatchObject({ output: { ok: true } });
    expect(await callAgain('files.read', { path: '/etc/passwd' })).toMatchObject({ output: { ok: false } });
  });
});

describe('one instance', () => {
  it('is all there is: a second one gives its file to the first and goes', async () => {
    electron.app.hasLock = false;
    const { runDesktop } = await import('./app.ts');
    runDesktop([], folder);
    expect(electron.app.did).toEqual(['quit']);
    expect(FakeWindow.all).toHaveLength(0);
  });

  it('opens what the second was started with', async () => {
    const { window, contents, call } = await start();
    electron.app.emit('second-instance', {}, ['spandrel', '--some-switch', 'shop.spandrel.json'], folder);
    expect(window.did).toEqual(['show', 'restore', 'focus']);
    expect(contents.sent).toEqual([['spandrel:event', 'file.open', { path: design() }]]);
    expect(await call('files.read', { path: design() })).toMatchObject({ output: { ok: true } });
  });

  it('opens what the Mac hands over, before and after its window is there', async () => {
    const { runDesktop } = await import('./app.ts');
    runDesktop([], folder);
    const event = preventable({});
    electron.app.emit('open-file', event, design());
    expect(event.isPrevented).toBe(true);
    await expect.poll(() => FakeWindow.all[0]?.did, { timeout: 10_000 }).toContain('show');
    const contents = FakeWindow.all[0]?.webContents;
    const call = electron.recorded.handlers.get('spandrel:call') as unknown as (...args: unknown[]) => unknown;
    expect(await call({ sender: contents, senderFrame: contents?.mainFrame }, 'app.start', {})).toMatchObject({
      output: { open: { path: design() } },
    });
    electron.app.emit('open-file', preventable({}), '/other.json');
    await expect.poll(() => contents?.sent).toEqual([['spandrel:event', 'file.open', { path: '/other.json' }]]);
  });
});

describe('several windows', () => {
  it('each have their own handlers; a handed file and the menu go to the one with the focus', async () => {
    const { contents, call } = await start();
    expect(await call('window.open', {})).toMatchObject({ output: { opened: true } });
    await expect.poll(() => FakeWindow.all[1]?.did, { timeout: 10_000 }).toContain('show');
    const second = FakeWindow.all[1]!;
    const other = second.webContents;
    await expect
      .poll(() => call('app.start', {}, other.mainFrame, other))
      .toMatchObject({ output: { host: 'desktop' } });
    second.emit('focus');
    electron.app.emit('open-file', preventable({}), design());
    expect(other.sent).toEqual([['spandrel:event', 'file.open', { path: design() }]]);
    expect(contents.sent).toEqual([]);
    expect(await call('files.read', { path: design() })).toMatchObject({ output: { ok: false } });
    const [file] = electron.recorded.menus.at(-1) as { submenu: { id?: string; click?: () => void }[] }[];
    file?.submenu.find(({ id }) => id === 'file.save')?.click?.();
    expect(other.sent.at(-1)).toEqual(['spandrel:event', 'menu.command', { id: 'file.save' }]);
    second.close();
    expect(await call('app.start', {}, other.mainFrame, other)).toEqual({ ok: false, error: 'refused' });
    expect(await call('app.start', {})).toMatchObject({ ok: true });
  });

  it('may read a file that was let go on them, and nobody else', async () => {
    const { call, handle, contents } = await start();
    handle('spandrel:drop')({ sender: contents, senderFrame: { url: 'https://evil.example/' } }, design());
    expect(await call('files.read', { path: design() })).toMatchObject({ output: { ok: false } });
    handle('spandrel:drop')({ sender: contents, senderFrame: contents.mainFrame }, design());
    expect(await call('files.read', { path: design() })).toMatchObject({ output: { ok: true } });
  });
});

describe('closing', () => {
  it('asks the window first, and closes when it answers', async () => {
    const { window, contents, call } = await start();
    await call('window.state', { title: 'x', dirty: true });
    window.close();
    expect(window.isClosed).toBe(false);
    expect(contents.sent).toEqual([['spandrel:event', 'window.closing', {}]]);
    await call('window.close', {});
    expect(window.isClosed).toBe(true);
    expect(electron.recorded.handlers.has('spandrel:call')).toBe(false);
    electron.app.emit('window-all-closed');
    expect(electron.app.did).toContain('quit');
  });

  it('does not wait for a window that cannot answer', async () => {
    const { window, contents, call } = await start();
    await call('window.state', { title: 'x', dirty: true });
    contents.emit('render-process-gone', {}, { reason: 'crashed' });
    window.close();
    expect(window.isClosed).toBe(true);
  });
});
