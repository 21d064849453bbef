// The life of the desktop app: one instance with its windows, the native menu, and the files that it is handed from outside.
import { app, ipcMain, Menu, protocol } from 'electron';
import { commands } from '../../src/commands/index.ts';
import type { WindowSettings } from '../../src/ipc/contract.ts';
import { languages } from '../../src/texts/index.ts';
import { createDefectLog } from '../files/defect-log.ts';
import { resourcePath } from '../files/resources.ts';
import { readSettings } from '../files/settings.ts';
import { sharedExecutor } from '../threads.ts';
import { readAssets } from '../window/assets.ts';
import { fileArgument, ownArguments } from './arguments.ts';
import { createSwitchboard } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { declareOrigin, serveOrigin } from './origin.ts';
import { openWindow, type DesktopWindow } from './window.ts';

export function runDesktop(args: readonly string[], folder: string): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const logDefect = createDefectLog();
  const threads = sharedExecutor();
  const switchboard = createSwitchboard(ipcMain);
  let file = fileArgument(args, folder);
  /** The one that had the focus last comes first. */
  let windows: readonly DesktopWindow[] = [];

  const failed = (error: unknown): void => {
    const { number, file: log } = logDefect(error, 'starting the desktop app');
    console.error(`Spandrel could not start: defect ${number}${log === null ? '' : `, see ${log}`}`);
    app.exit(3);
  };
  const open = async (first: string | null): Promise<DesktopWindow> => {
    const window = await openWindow({
      file: first,
      threads,
      logDefect,
      switchboard,
      openAnother: () => {
        open(null).catch((error: unknown) => logDefect(error, 'opening another window'));
      },
      onFocus: (focused) => {
        windows = [focused, ...windows.filter((other) => other !== focused)];
      },
      onClosed: (closed) => {
        windows = windows.filter((other) => other !== closed);
      },
      onSettings: drawMenu,
    });
    if (!windows.includes(window)) windows = [window, ...windows];
    return window;
  };
  const hand = (handed: string | null): void => {
    const [focused] = windows;
    if (focused) focused.show(handed);
    else file = handed ?? file;
  };
  const drawMenu = ({ language = 'system', shortcuts = {} }: WindowSettings): void => {
    const locale = app.getLocale().slice(0, 2);
    const template = menuTemplate(commands, {
      platform: process.platform,
      withTools: !app.isPackaged,
      language: language === 'system' ? (languages.find((known) => known === locale) ?? 'en') : language,
      shortcuts,
      choose: (id) => windows[0]?.command(id),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  declareOrigin(protocol);
  app.enableSandbox();
  app.on('second-instance', (_event, argv, otherFolder) => {
    hand(fileArgument(ownArguments(argv, app.isPackaged), otherFolder));
  });
  // The Mac hands over a file like this, perhaps before the window is there.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    hand(path);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', () => {
    void threads.close();
  });
  app
    .whenReady()
    .then(async () => {
      serveOrigin(protocol, await readAssets(resourcePath('out/renderer')));
      drawMenu((await readSettings()).chosen ?? {});
      const first = file;
      const window = await open(first);
      // Handed over while the window was loading.
      if (file !== first) window.show(file);
    })
    .catch(failed);
}
