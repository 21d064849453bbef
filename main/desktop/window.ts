// A desktop window: made with everything denied that it does not need, tied to its handlers, gone with its runs.
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session, shell } from 'electron';
import type { WindowSettings } from '../../src/ipc/contract.ts';
import type { LogDefect } from '../files/defect-log.ts';
import { resourcePath } from '../files/resources.ts';
import { changeSettings, readSettings } from '../files/settings.ts';
import { createTemplates } from '../files/templates.ts';
import { createWindowHost } from '../handlers/index.ts';
import type { SharedExecutor } from '../threads.ts';
import { createGrantedAccess } from './access.ts';
import { guardClosing } from './closing.ts';
import { createChooser } from './dialogs.ts';
import { emitTo, type Switchboard } from './ipc.ts';
import { PAGE_ADDRESS } from './origin.ts';
import { denyNavigation, denyPermissions, webPreferences } from './security.ts';

export interface DesktopWindow {
  /** Brings the window to the front, and lets it open a file where one is handed over. */
  show(file: string | null): void;
  /** Runs a command that was chosen in the native menu. */
  command(id: string): void;
}

export interface WindowOptions {
  readonly file: string | null;
  readonly threads: SharedExecutor;
  readonly logDefect: LogDefect;
  readonly switchboard: Switchboard;
  /** Another window beside this one. */
  readonly openAnother: () => void;
  readonly onFocus: (window: DesktopWindow) => void;
  readonly onClosed: (window: DesktopWindow) => void;
  readonly onSettings: (settings: WindowSettings) => void;
}

/** How far a further window stands from the one before, so that both can be seen. */
const STAGGER = 28;

export async function openWindow(options: WindowOptions): Promise<DesktopWindow> {
  denyPermissions(session.defaultSession);
  const window = await createWindow();
  const contents = window.webContents;
  const access = createGrantedAccess();
  if (options.file !== null) access.grant(options.file, 'file');
  const emit = emitTo(contents);
  const closing = guardClosing(window, () => {
    emit('window.closing', {});
  });
  const host = createWindowHost({
    host: 'desktop',
    fileDialogs: 'native',
    readOnly: false,
    first: () => options.file,
    shell: {
      chooseFile: createChooser(dialog, window, access),
      setState(title, dirty) {
        closing.alive();
        window.setTitle(title);
        window.setDocumentEdited(dirty);
      },
      closeWindow: closing.allow,
      openWindow() {
        options.openAnother();
        return true;
      },
      settingsChanged: options.onSettings,
    },
    access,
    // The app runs once for each of these folders, so that nobody else keeps anything there.
    kept: { folder: join(process.env['SPANDREL_STATE_FOLDER'] ?? app.getPath('userData'), 'desktop'), isAlone: true },
    templates: createTemplates(),
    executor: options.threads.get,
    logDefect: options.logDefect,
    emit,
  });
  const self: DesktopWindow = {
    show(file) {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.focus();
      if (file === null) return;
      access.grant(file, 'file');
      emit('file.open', { path: file });
    },
    command(id) {
      emit('menu.command', { id });
    },
  };
  denyNavigation(contents, (address) => shell.openExternal(address));
  options.switchboard.connect(contents, host.dispatch, (path) => {
    access.grant(path, 'file');
  });
  // A page that loads anew has forgotten its runs.
  contents.on('did-start-loading', host.close);
  window.on('focus', () => {
    options.onFocus(self);
  });
  window.on('closed', () => {
    options.switchboard.disconnect(contents);
    host.close();
    options.onClosed(self);
  });
  await window.loadURL(PAGE_ADDRESS);
  return self;
}

let opened = 0;

async function createWindow(): Promise<BrowserWindow> {
  const { window: placed } = await readSettings();
  const shift = STAGGER * opened++;
  const at = (place: number | undefined): number | undefined => (place === undefined ? undefined : place + shift);
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...(placed && { x: at(placed.x), y: at(placed.y), width: placed.width, height: placed.height }),
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Spandrel',
    webPreferences: webPreferences(join(resourcePath('out/preload'), 'index.cjs')),
  });
  if (placed?.maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    void changeSettings((settings) => ({ ...settings, window: place }));
  });
  return window;
}
