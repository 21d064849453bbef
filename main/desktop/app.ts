// The life of the desktop app: one instance, one window, and the files that it is handed from outside.
import { app, protocol } from 'electron';
import { createDefectLog } from '../files/defect-log.ts';
import { resourcePath } from '../files/resources.ts';
import { sharedExecutor } from '../threads.ts';
import { readAssets } from '../window/assets.ts';
import { fileArgument, ownArguments } from './arguments.ts';
import { declareOrigin, serveOrigin } from './origin.ts';
import { openWindow, type DesktopWindow } from './window.ts';

export function runDesktop(args: readonly string[], folder: string): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const logDefect = createDefectLog();
  const threads = sharedExecutor();
  let file = fileArgument(args, folder);
  let window: DesktopWindow | null = null;

  const open = (handed: string | null): void => {
    if (window) window.show(handed);
    else file = handed ?? file;
  };
  declareOrigin(protocol);
  app.enableSandbox();
  app.on('second-instance', (_event, argv, otherFolder) => {
    open(fileArgument(ownArguments(argv, app.isPackaged), otherFolder));
  });
  // The Mac hands over a file like this, perhaps before the window is there.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
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
      const first = file;
      window = await openWindow({ file: first, withTools: !app.isPackaged, threads, logDefect });
      // Handed over while the window was loading.
      if (file !== first) window.show(file);
    })
    .catch((error: unknown) => {
      const { number, file: log } = logDefect(error, 'starting the desktop app');
      console.error(`Spandrel could not start: defect ${number}${log === null ? '' : `, see ${log}`}`);
      app.exit(3);
    });
}
