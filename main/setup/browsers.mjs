// Finds what can show the window: Electron's own binary, or a browser of the Chromium family. No packages, no downloads.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function candidates(env, platform) {
  if (platform === 'darwin') return MAC;
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return folders.flatMap((folder) => WINDOWS.map((name) => `${folder}\\${name}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
}

/** Path of a Chromium, Chrome or Edge, or null. `SPANDREL_BROWSER` names another. */
export function findBrowser(env = process.env, platform = process.platform) {
  const wanted = env.SPANDREL_BROWSER ? [env.SPANDREL_BROWSER] : [];
  return [...wanted, ...candidates(env, platform)].find(isProgram) ?? null;
}

/**
 * Path of Electron's binary below `root`, or null where it was never downloaded. Asked of the disk, since importing the
 * package starts a download that fails where its source cannot be reached.
 */
export function findElectron(root, env = process.env) {
  const folder = join(root, 'node_modules', 'electron');
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(dist, readFileSync(pathFile, 'utf8').trim());
  return isProgram(binary) ? binary : null;
}
