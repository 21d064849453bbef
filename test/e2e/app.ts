// The app as a person meets it, in either host: a design in a folder of its own, and the page that shows it.
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, test as base, chromium, _electron as electron, type Page } from '@playwright/test';
import { findBrowser, findElectron } from '../../main/setup/browsers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface App {
  readonly page: Page;
  /** The folder that the window may open and save in; files are named relative to it. */
  readonly folder: string;
  readonly file: (name: string) => string;
  /** Opens a file of the folder anew, as a second start of the app would. */
  readonly reopen: (name: string) => Promise<Page>;
  /** As `reopen`, but host and window end at once, without a chance to do anything. */
  readonly crash: (name: string) => Promise<Page>;
}

interface Running {
  readonly page: Page;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end).trim());
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${String(code)} before it printed an address`)));
  });
}

/** Settings and what else is kept stay in the folder of the test, so that each test starts as on a new machine. */
function ownProfile(file: string): Record<string, string> {
  const folder = join(dirname(file), '.profile');
  const own = { XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, SPANDREL_STATE_FOLDER: `${dirname(file)}-kept` };
  return { ...process.env, ...own } as Record<string, string>;
}

async function startInBrowser(file: string, look: Look): Promise<Running> {
  const server = spawn(process.execPath, [join(root, 'out/main/cli.js'), 'serve', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: ownProfile(file),
  });
  const line = await firstLine(server);
  const address = /http:\/\/127\.0\.0\.1:\d+\/[^\s]+/.exec(line)?.[0];
  if (!address) throw new Error(`serve printed no address: ${line}`);
  const executablePath = findBrowser() ?? undefined;
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.colorScheme,
  });
  const page = await context.newPage();
  await page.goto(address);
  const close = async (): Promise<void> => {
    await browser.close();
    server.kill('SIGTERM');
  };
  const kill = async (): Promise<void> => {
    server.kill('SIGKILL');
    await browser.close();
  };
  return { page, close, kill };
}

async function startInElectron(file: string, look: Look): Promise<Running> {
  const app: ElectronApplication = await electron.launch({
    args: [root, '--no-sandbox', file],
    cwd: root,
    env: ownProfile(file),
  });
  const page = await app.firstWindow();
  await page.emulateMedia({ colorScheme: look.colorScheme });
  await page.setViewportSize({ width: look.width, height: look.height });
  // The question about unsaved work would keep the app alive at the end of a test.
  const close = (): Promise<void> => app.evaluate(({ app: main }) => main.exit(0)).catch(() => undefined);
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await ended;
  };
  return { page, close, kill };
}

interface Options {
  /** A design of templates/designs, copied into the folder under the same name. */
  readonly design: string;
  readonly look: Look;
}

export const test = base.extend<Options & { app: App }>({
  design: ['example.spandrel.json', { option: true }],
  look: [{ colorScheme: 'light', width: 1280, height: 800 }, { option: true }],
  app: async ({ design, look }, use, info) => {
    const inElectron = info.project.name === 'electron';
    const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
    test.skip(inElectron && findElectron(root) === null, "Electron's own binary is not on this machine");
    test.skip(inElectron && !hasDisplay, 'the desktop app needs a display, and there is none');
    const folder = mkdtempSync(join(tmpdir(), 'spandrel-e2e-'));
    const file = (name: string): string => join(folder, name);
    copyFileSync(join(root, 'templates/designs', design), file(design));
    const start = inElectron ? startInElectron : startInBrowser;
    let running = await start(file(design), look);
    const app: App = {
      get page() {
        return running.page;
      },
      folder,
      file,
      reopen: async (name) => {
        await running.close();
        running = await start(file(name), look);
        return running.page;
      },
      crash: async (name) => {
        await running.kill();
        running = await start(file(name), look);
        return running.page;
      },
    };
    try {
      // A person waits for the design to be there; a key that is pressed before goes to nobody.
      await running.page.locator('.react-flow__node').first().waitFor();
      await use(app);
    } finally {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
      rmSync(`${folder}-kept`, { recursive: true, force: true });
    }
  },
});

export { expect } from '@playwright/test';
