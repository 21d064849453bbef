// 1,000 components and 2,000 connections: the frames of pan, zoom and drag are told beside those of React Flow as it comes
// with as many plain nodes, in the same run. What fails is a canvas that freezes; a frame more or less on a busy machine
// does not, since a frame is a sixtieth of a second and nothing between.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { largeDesign } from '../fixtures/large-design.ts';
import { expect, test } from './app.ts';

const COMPONENTS = 1000;
const CONNECTIONS = 2000;
const FROZEN_MS = 250;
const OPENING_MS = 10_000;
/** No more than this many times the bare graph, where the machine is slow at that as well. */
const RATIO = 3;
/** The app loads a window and reads a file besides, which the bare page does not. */
const OPENING_RATIO = 3;
/** Where each step takes so long that this is not enough, the frames so far say all. */
const GESTURE_MS = 4000;

const design = largeDesign(COMPONENTS, CONNECTIONS);
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function bareScript(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      lib: { entry: at('../fixtures/bare-flow.ts'), formats: ['iife'], name: 'bare' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('the bare page was not built');
  return first.output[0].code;
}

/** In how many ms its nodes and edges were there. */
async function openBare(page: Page, script: string): Promise<number> {
  await page.setContent(
    '<!doctype html><style>body{margin:0}</style><div id="root" style="width:100vw;height:100vh"></div>',
  );
  await page.addStyleTag({ content: readFileSync(at('../../node_modules/@xyflow/react/dist/style.css'), 'utf8') });
  await page.evaluate((graph) => Object.assign(window, { graph }), {
    nodes: design.components.map(({ id, name, view }) => ({
      id,
      position: view ?? { x: 0, y: 0 },
      data: { label: name },
    })),
    edges: (design.connections ?? []).map(({ id, from, to }) => ({ id, source: from, target: to })),
  });
  const start = Date.now();
  await page.addScriptTag({ content: script });
  await page.waitForFunction((count) => document.querySelectorAll('.react-flow__edge').length === count, CONNECTIONS);
  return Date.now() - start;
}

/** Collects the time of every frame while something goes on; 95 % of them took no longer than what comes out. */
async function frames(page: Page, gesture: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const stamps: number[] = [];
    const note = (now: number): void => {
      stamps.push(now);
      Object.assign(window, { frame: requestAnimationFrame(note) });
    };
    Object.assign(window, { stamps, frame: requestAnimationFrame(note) });
  });
  await gesture();
  const stamps = await page.evaluate(() => {
    const { stamps: all, frame } = window as unknown as { stamps: number[]; frame: number };
    cancelAnimationFrame(frame);
    return all;
  });
  const times = stamps.slice(1).map((stamp, index) => stamp - (stamps[index] ?? 0));
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

// A trace keeps a copy of the whole page at each step, which is more work than what is measured.
test.use({ trace: 'off' });

interface Figures {
  readonly pan: number;
  readonly zoom: number;
  readonly drag: number;
}

/** Of the node nearest to the middle of the canvas. */
async function middleOfANode(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (!pane) throw new Error('no canvas');
    const [x, y] = [pane.x + pane.width / 2, pane.y + pane.height / 2];
    const boxes = [...document.querySelectorAll('.react-flow__node:not(.react-flow__node-area)')].map((node) => {
      const box = node.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    return boxes.reduce((a, b) => (Math.hypot(a.x - x, a.y - y) < Math.hypot(b.x - x, b.y - y) ? a : b));
  });
}

async function measure(page: Page): Promise<Figures> {
  // A page behind another is given one frame a second.
  await page.bringToFront();
  const box = await page.locator('.react-flow').first().boundingBox();
  if (!box) throw new Error('no canvas');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const shove = async (from: { x: number; y: number }): Promise<void> => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const end = Date.now() + GESTURE_MS;
    for (let step = 1; step <= 16 && Date.now() < end; step++)
      await page.mouse.move(from.x + step * 4, from.y + step * 2);
    await page.mouse.up();
  };
  const wheel = async (): Promise<void> => {
    await page.mouse.move(x, y);
    const end = Date.now() + GESTURE_MS;
    for (const delta of [-100, 100])
      for (let step = 0; step < 10 && Date.now() < end; step++) await page.mouse.wheel(0, delta);
  };
  const pan = await frames(page, () => shove({ x: box.x + box.width - 8, y: box.y + 90 }));
  const zoom = await frames(page, wheel);
  const node = await middleOfANode(page);
  const drag = await frames(page, () => shove(node));
  return { pan, zoom, drag };
}

function best(a: Figures, b: Figures): Figures {
  return { pan: Math.min(a.pan, b.pan), zoom: Math.min(a.zoom, b.zoom), drag: Math.min(a.drag, b.drag) };
}

test('1,000 components are opened, panned, zoomed and dragged without freezing', async ({
  app,
  browserName: _,
}, info) => {
  test.setTimeout(120_000);
  writeFileSync(app.file('large.spandrel.json'), JSON.stringify(design));
  const page = await app.reopen('large.spandrel.json');
  const opened = await page.waitForFunction(
    (count) => document.querySelectorAll('.react-flow__node-component').length >= count && performance.now(),
    COMPONENTS,
    { timeout: 30_000 },
  );
  const opening = Number(await opened.jsonValue());
  await expect(
    page.getByRole('application', { name: 'Canvas' }).getByRole('group', { name: 'Component 7', exact: true }),
  ).toBeAttached();
  await page.screenshot({ path: info.outputPath('thousand.png') });

  const bare = await page.context().newPage();
  const bareOpening = await openBare(bare, await bareScript());
  let [ours, theirs] = [await measure(page), await measure(bare)];
  const limitOf = (name: keyof Figures): number => Math.max(FROZEN_MS, RATIO * theirs[name]);
  const names = ['pan', 'zoom', 'drag'] as const;
  // What else goes on on the machine is not the canvas's: a second look before it is blamed.
  if (names.some((name) => ours[name] > limitOf(name)))
    [ours, theirs] = [best(ours, await measure(page)), best(theirs, await measure(bare))];
  const report = names
    .map((name) => `${name} ${ours[name].toFixed(0)} ms (bare ${theirs[name].toFixed(0)} ms)`)
    .join(', ');
  console.info(`95 % of frames: ${report}; opened in ${opening.toFixed(0)} ms (bare ${bareOpening} ms)`);
  for (const name of names) expect(ours[name], name).toBeLessThanOrEqual(limitOf(name));
  expect(opening).toBeLessThanOrEqual(Math.max(OPENING_MS, OPENING_RATIO * bareOpening));
});

test('an edit of one field draws one node again, and another selection two', async ({ app }) => {
  writeFileSync(app.file('large.spandrel.json'), JSON.stringify(largeDesign(200, 400)));
  const page = await app.reopen('large.spandrel.json');
  const drawn = (): Promise<string[]> =>
    page.evaluate(() => {
      const { spandrelRenders } = window as { spandrelRenders?: () => Readonly<Record<string, number>> };
      return Object.keys(spandrelRenders?.() ?? {});
    });
  const select = async (number: number): Promise<void> => {
    await page.getByRole('group', { name: `Component ${number}`, exact: true }).click();
    await expect(
      page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Name', { exact: true }),
    ).toHaveValue(`Component ${number}`);
  };
  await select(21);
  await drawn();
  await select(22);
  expect((await drawn()).sort()).toEqual(['c21', 'c22']);

  const replicas = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Replicas', { exact: true });
  await replicas.fill('9');
  await replicas.press('Enter');
  await expect(page.getByRole('group', { name: 'Component 22', exact: true })).toBeAttached();
  expect(await drawn()).toEqual(['c22']);
});
