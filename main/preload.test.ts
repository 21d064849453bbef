import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createElectron, type FakeElectron } from '../test/fixtures/electron.ts';
import type { HostPort } from '../src/ipc/contract.ts';

let electron: FakeElectron;

beforeEach(() => {
  electron = createElectron();
  vi.resetModules();
  vi.doMock('electron', () => electron);
});

async function bridge(): Promise<HostPort> {
  await import('./preload.ts');
  return electron.recorded.exposed['spandrel'] as HostPort;
}

describe('the bridge', () => {
  it('shows the window three functions and nothing else', async () => {
    const exposed = await bridge();
    expect(Object.keys(electron.recorded.exposed)).toEqual(['spandrel']);
    expect(Object.keys(exposed).sort()).toEqual(['call', 'on', 'pathOfFile']);
  });

  it('tells where a dropped file lies once the host has granted it, and nothing of one that a page made up', async () => {
    const exposed = (await bridge()) as HostPort & { pathOfFile(file: unknown): Promise<string | null> };
    const invoke = vi.spyOn(electron.ipcRenderer, 'invoke').mockResolvedValue(undefined);
    expect(await exposed.pathOfFile({ name: 'made-up.json' })).toBeNull();
    expect(invoke).not.toHaveBeenCalled();
    expect(await exposed.pathOfFile({ onDisk: '/home/me/shop.spandrel.json' })).toBe('/home/me/shop.spandrel.json');
    expect(invoke).toHaveBeenCalledWith('spandrel:drop', '/home/me/shop.spandrel.json');
  });

  it('passes a call of the contract and gives back its output, or its number as an error', async () => {
    const exposed = await bridge();
    const invoke = vi.spyOn(electron.ipcRenderer, 'invoke');
    invoke.mockResolvedValueOnce({ ok: true, output: [] });
    expect(await exposed.call('templates.list', {})).toEqual([]);
    expect(invoke).toHaveBeenCalledWith('spandrel:call', 'templates.list', {});
    invoke.mockResolvedValueOnce({ ok: false, error: '2026-1' });
    await expect(exposed.call('templates.list', {})).rejects.toThrow('2026-1');
  });

  it.each(['unknown', '__proto__', 'toString'])('passes no call named %j', async (name) => {
    const exposed = await bridge();
    const invoke = vi.spyOn(electron.ipcRenderer, 'invoke');
    await expect(exposed.call(name as 'app.start', {})).rejects.toThrow('there is no call');
    expect(invoke).not.toHaveBeenCalled();
  });

  it('passes an event to who listens for it, without the event object of Electron, until told to stop', async () => {
    const exposed = await bridge();
    const heard: unknown[][] = [];
    const stop = exposed.on('menu.command', (...args: unknown[]) => heard.push(args));
    electron.ipcRenderer.emit('spandrel:event', { sender: 'secret' }, 'menu.command', { id: 'edit.undo' });
    electron.ipcRenderer.emit('spandrel:event', {}, 'window.closing', {});
    stop();
    electron.ipcRenderer.emit('spandrel:event', {}, 'menu.command', { id: 'edit.redo' });
    expect(heard).toEqual([[{ id: 'edit.undo' }]]);
    expect(() => exposed.on('constructor' as 'menu.command', () => undefined)).toThrow('there is no event');
  });
});
