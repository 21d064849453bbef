// The pictures of hostile designs: SVG read by an XML parser, well-formed, with every name in full, and nothing but names
// in the texts; PNG and PDF by what reads them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeRasteriser } from '../../main/files/raster.ts';
import { exporterById, runExporter } from '../../src/exporters/index.ts';
import type { ExportOptions } from '../../src/exporters/exporter.ts';
import { markState } from '../../src/exporters/mark.ts';
import { setRasteriser } from '../../src/exporters/picture/raster.ts';
import type { Design } from '../../src/model/design.ts';
import { showable } from '../../src/model/showable.ts';
import { hostileDesign, hostileId } from './hostile-design.ts';
import { READERS } from './readers/index.ts';
import { elementsOf, readXml } from './xml-reader.ts';

async function made(id: string, design: Design, options: ExportOptions = {}): Promise<string> {
  const exporter = exporterById(id);
  if (!exporter) throw new Error(`no export to ${id}`);
  const outcome = await runExporter(exporter, design, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  const text = outcome.value[0]?.text ?? '';
  expect(markState(text)).toBe('intact');
  return text;
}

const named = ({ name, id }: { name?: string | undefined; id: string }) => (name?.trim() ? name : id);

const PLAIN: Design = {
  spandrel: 1,
  name: 'plain',
  groups: [
    { id: 'outer' },
    { id: 'inner', parent: 'outer' },
    { id: 'shut', view: { x: 800, y: 0, width: 300, height: 200, collapsed: true } },
  ],
  components: [
    { id: 'a', kind: 'service', name: 'x'.repeat(300), group: 'inner', view: { x: 0, y: 0 } },
    { id: 'b', kind: 'sql-database', group: 'outer', view: { x: 300, y: 0 } },
    { id: 'c', kind: 'nothing-known', group: 'shut', view: { x: 900, y: 60 } },
  ],
  connections: [
    { id: 'ab', from: 'a', to: 'b', label: 'reads', timeoutMs: 100, view: { points: [{ x: 200, y: 200 }] } },
    { id: 'bc', from: 'b', to: 'c', mode: 'async' },
    { id: 'gone', from: 'a', to: 'zz' },
  ],
  notes: [{ id: 'n', text: 'to do', view: { x: 0, y: 300, width: 200, height: 100 } }],
};

describe('SVG', () => {
  it('is well-formed and names everything in full, whatever things are called', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDesign(hostileId), fc.constantFrom('light', 'dark'), async (design, theme) => {
        const root = readXml(await made('svg', design, { theme }));
        expect([...new Set(elementsOf(root, '*').map(({ nodeName }) => nodeName))].sort()).toEqual(
          expect.not.arrayContaining(['script', 'a', 'style', 'foreignObject', 'image']),
        );
        const titles = new Set(elementsOf(root, 'title').map(({ textContent }) => textContent));
        const missing = [...design.components, ...(design.groups ?? [])].filter(
          (entry) => !titles.has(showable(named(entry))),
        );
        expect(missing).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('holds every text inside its bounds, dashes what nobody waits for, and hides what is collapsed', async () => {
    const root = readXml(await made('svg', PLAIN));
    const texts = elementsOf(root, 'text').map(({ textContent }) => textContent ?? '');
    expect(texts).toEqual(expect.arrayContaining(['reads', 'to do', 'shut', '1 component', 'b', 'SQL database']));
    expect(texts).not.toContain('c');
    expect(texts.filter((text) => text.startsWith('xxx')).every((text) => text.length < 30)).toBe(true);
    expect(elementsOf(root, 'path').filter((path) => path.hasAttribute('stroke-dasharray'))).toHaveLength(1);
    const width = Number(root.getAttribute('width'));
    const left = Number((root.getAttribute('viewBox') ?? '').split(' ')[0]);
    const outside = elementsOf(root, 'rect').filter(
      (rect) =>
        Number(rect.getAttribute('x')) < left ||
        Number(rect.getAttribute('x')) + Number(rect.getAttribute('width')) > left + width,
    );
    expect(outside).toEqual([]);
  });

  it('has no ground where asked for none, and says what it does not draw', async () => {
    const grounds = async (background: string) =>
      elementsOf(readXml(await made('svg', PLAIN, { background })), 'svg').length +
      elementsOf(readXml(await made('svg', PLAIN, { background })), 'rect').length;
    expect((await grounds('theme')) - (await grounds('transparent'))).toBe(1);
    const exporter = exporterById('svg');
    const outcome = exporter && (await runExporter(exporter, PLAIN));
    expect(outcome?.ok ? outcome.notes.map(({ rule, path }) => `${rule} ${path}`) : []).toEqual([
      'unknown-reference connections.gone',
      'collapsed-group groups.shut',
    ]);
  });
});

describe.each(['png', 'pdf'])('%s', (format) => {
  it('is read by what reads the format, whatever things are called', async () => {
    setRasteriser(nodeRasteriser);
    const exporter = exporterById(format);
    if (!exporter) throw new Error(`no export to ${format}`);
    await fc.assert(
      fc.asyncProperty(hostileDesign(hostileId), async (design) => {
        const outcome = await runExporter(exporter, design);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
        await READERS[format]?.(outcome.value);
      }),
      { numRuns: 3 },
    );
  });
});
