// The desktop window: made with everything denied that it does not need, tied to its handlers, gone with its runs.
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, session, shell } from 'electron';
import { commands } from '../../src/commands/index.ts';
import type { LogDefect } from '../files/defect-log.ts';
import { resourcePath } from '../files/resources.ts';
import { readSettings, writeSettings } from '../files/settings.ts';
import { createTemplates } from '../files/templates.ts';
import { createWindowHost } from '../handlers/index.ts';
import type { SharedExecutor } from '../threads.ts';
import { createGrantedAccess } from './access.ts';
import { guardClosing } from './closing.ts';
import { createChooser } from './dialogs.ts';
import { answerCalls, emitTo, stopAnswering } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { PAGE_ADDRESS } from './origin.ts';
import { denyNavigation, denyPermissions, webPreferences } from './security.ts';

export interface DesktopWindow {
  /** Brings the window to the front, and lets it open a file where one is handed over. */
  show(file: string | null): void;
}

export interface WindowOptions {
  readonly file: string | null;
  readonly withTools: boolean;
  readonly threads: SharedExecutor;
  readonly logDefect: LogDefect;
}

export async function openWindow(options: WindowOptions): Promise<DesktopWindow> {
  denyPermissions(session.defaultSession);
  const window = await createWindow();
  const access = createGrantedAccess();
  if (options.file !== null) access.grant(options.file, 'file');
  const emit = emitTo(window.webContents);
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
    },
    access,
    // The app runs once for each of these folders, so that nobody else keeps anything there.
    kept: { folder: join(process.env['SPANDREL_STATE_FOLDER'] ?? app.getPath('userData'), 'desktop'), isAlone: true },
    templates: createTemplates(),
    executor: options.threads.get,
    logDefect: options.logDefect,
    emit,
  });
  denyNavigation(window.webContents, (address) => shell.openExternal(address));
  answerCalls(ipcMain, window.webContents, host.dispatch);
  // A page that loads anew has forgotten its runs.
  window.webContents.on('did-start-loading', host.close);
  window.on('closed', () => {
    stopAnswering(ipcMain);
    host.close();
  });
  const choose = (id: string): void => {
    emit('menu.command', { id });
  };
  const template = menuTemplate(commands, { platform: process.platform, withTools: options.withTools, choose });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  await window.loadURL(PAGE_ADDRESS);
  return {
    show(file) {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.focus();
      if (file === null) return;
      access.grant(file, 'file');
      emit('file.open', { path: file });
    },
  };
}

async function createWindow(): Promise<BrowserWindow> {
  const { window: placed } = await readSettings();
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...(placed && { x: placed.x, y: placed.y, width: placed.width, height: placed.height }),
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
    void writeSettings({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  });
  return window;
}
