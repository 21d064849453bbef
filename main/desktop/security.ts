// What the window may not do: leave its page, open others, embed any, or be given a permission.
import type { Session, WebContents, WebPreferences } from 'electron';

/** Nothing of Node in the window; the bridge is all that it has. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
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
  };
}

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Addresses for people go to the system's browser, https only; everything else goes nowhere. */
export function denyNavigation(contents: WebContents, openExternal: (address: string) => Promise<void>): void {
  // The window is one page that never leaves itself; loading and reloading it does not ask.
  const prevent = (event: { preventDefault(): void }): void => {
    event.preventDefault();
  };
  contents.on('will-navigate', prevent);
  contents.on('will-frame-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.setWindowOpenHandler(({ url }) => {
    // Failing to open a browser is the browser's matter; the window stays as it is.
    if (isForBrowser(url)) openExternal(url).catch(() => undefined);
    return { action: 'deny' };
  });
}

function isForBrowser(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}
