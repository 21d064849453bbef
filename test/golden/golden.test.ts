// Every starter design in every export format, held against the files in `expected`, which a person has looked at.
// UPDATE_GOLDEN=1 writes them anew.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Exporter } from '../../src/exporters/exporter.ts';
import { nodeRasteriser } from '../../main/files/raster.ts';
import { exporters, runExporter } from '../../src/exporters/index.ts';
import { canBeMarked, markState, withoutMark } from '../../src/exporters/mark.ts';
import { byteMarkState } from '../../src/exporters/mark-bytes.ts';
import { setRasteriser } from '../../src/exporters/picture/raster.ts';
import { readDesign } from '../../src/model/read.ts';
import type { Design } from '../../src/model/design.ts';
import { READERS } from './readers/index.ts';

const TEMPLATES = 'templates/designs';
const EXPECTED = 'test/golden/expected';
const ENDING = '.spandrel.json';
const isUpdate = process.env.UPDATE_GOLDEN === '1';

const templates = readdirSync(TEMPLATES)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length))
  .sort();
const cases = templates.flatMap((template) => exporters.map((exporter) => ({ template, exporter, id: exporter.id })));

/** Two formats are kept of every template, the others of one: what they add is in their own tests. */
const KEPT_OF_ALL: ReadonlySet<string> = new Set(['mermaid', 'kubernetes']);

/** Files of bytes: nobody reads their difference, and a library or its fonts may change each of them. */
const OF_BYTES: ReadonlySet<string> = new Set(['png', 'pdf']);

setRasteriser(nodeRasteriser);

function isKept(name: string, exporter: Exporter): boolean {
  return !OF_BYTES.has(exporter.id) && (name === 'example' || KEPT_OF_ALL.has(exporter.id));
}

function template(name: string): Design {
  const read = readDesign(readFileSync(join(TEMPLATES, `${name}${ENDING}`), 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

/** Files by name, with what the format cannot say as one more, so that a note is not lost unseen. */
async function exported(design: Design, exporter: Exporter): Promise<Record<string, string>> {
  const made = await runExporter(exporter, design);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  const notes = made.notes.map(({ severity, rule, path, message }) => `${severity} ${rule} ${path}: ${message}\n`);
  const files = made.value.map(({ path, text }) => [path, text] as const);
  return Object.fromEntries([...files, ['notes.txt', notes.join('')]]);
}

function stateOfBytes(base64: string) {
  return byteMarkState(Buffer.from(base64, 'base64'));
}

function filesBelow(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}

function update(folder: string, files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('golden files', () => {
  it('there is a reader for every format', () => {
    expect(Object.keys(READERS).sort()).toEqual(exporters.map(({ id }) => id).sort());
  });

  it.each(cases)('$template as $id is as expected, and the format reads it', async ({ template: name, exporter }) => {
    const folder = join(EXPECTED, name, exporter.id);
    const files = await exported(template(name), exporter);
    if (isUpdate && isKept(name, exporter)) update(folder, files);
    if (isKept(name, exporter)) expect(files).toEqual(filesBelow(folder));
    const { 'notes.txt': notes, ...written } = files;
    expect(notes).toBeDefined();
    const own = Object.entries(written).filter(
      ([path, text]) => OF_BYTES.has(exporter.id) || canBeMarked({ path, text }),
    );
    const stateOf = OF_BYTES.has(exporter.id) ? stateOfBytes : markState;
    expect(own.map(([, text]) => stateOf(text))).toEqual(own.map(() => 'intact'));
    await READERS[exporter.id]?.(Object.entries(written).map(([path, text]) => ({ path, text })));
  });

  it.each(cases)('$template as $id gives the same bytes each time', async ({ template: name, exporter }) => {
    expect(await exported(template(name), exporter)).toEqual(await exported(template(name), exporter));
  });

  it('belong to a template and a format that are there', () => {
    const expected = readdirSync(EXPECTED).flatMap((name) => readdirSync(join(EXPECTED, name)).map((id) => [name, id]));
    const kept = cases.filter(({ template: name, exporter }) => isKept(name, exporter));
    expect(expected.sort()).toEqual(kept.map(({ template: name, id }) => [name, id]).sort());
  });
});

describe('a small change of a design', () => {
  /** Lines without the mark, whose hash changes with every byte. */
  const lines = (files: Record<string, string>) =>
    Object.entries(files).flatMap(([path, text]) =>
      path === 'notes.txt'
        ? []
        : withoutMark(text)
            .split('\n')
            .map((line) => `${path}: ${line}`),
    );

  async function changedLines(change: (design: Design) => Design, exporter: Exporter): Promise<string[]> {
    const before = lines(await exported(template('example'), exporter));
    const after = lines(await exported(change(template('example')), exporter));
    const rest = [...before];
    const added = after.filter((line) => {
      const at = rest.indexOf(line);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
    return [...rest.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
  }

  const changeOf = (kind: string, change: object) => (design: Design) => ({
    ...design,
    components: design.components.map((component) =>
      component.kind === kind ? { ...component, ...change } : component,
    ),
  });

  const ofTexts = exporters.filter(({ id }) => !OF_BYTES.has(id));

  it.each(ofTexts.map((exporter) => ({ id: exporter.id, exporter })))('is a small one of $id', async ({ exporter }) => {
    const renamed = await changedLines(changeOf('sql-database', { name: 'Ledger' }), exporter);
    const added = renamed.filter((line) => line.startsWith('+'));
    expect(added.length).toBeGreaterThan(0);
    expect(added.filter((line) => !line.includes('Ledger'))).toEqual([]);
  });

  it('of replicas is one line of Kubernetes', async () => {
    const kubernetes = exporters.find(({ id }) => id === 'kubernetes');
    if (!kubernetes) throw new Error('no export to Kubernetes');
    expect(await changedLines(changeOf('gateway', { capacity: { replicas: 7 } }), kubernetes)).toEqual([
      '-api.yaml:   replicas: 2',
      '+api.yaml:   replicas: 7',
    ]);
  });
});
