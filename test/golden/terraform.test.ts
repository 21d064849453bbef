// Terraform exports as Terraform reads them, for both clouds, whatever things are called.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runExporter } from '../../src/exporters/index.ts';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import { terraform } from '../../src/exporters/terraform/terraform.ts';
import type { Design } from '../../src/model/design.ts';
import { readDesign } from '../../src/model/read.ts';
import { hostileDesign, hostileId, plainId } from './hostile-design.ts';
import { readTerraform, terraformFaults } from './terraform-reader.ts';

const REFUSALS = new Set(['object-name', 'object-name-clash', 'environment-value', 'empty-export']);

async function written(design: Design, cloud: string): Promise<readonly ExportFile[]> {
  const made = await runExporter(terraform, design, { cloud });
  if (made.ok) return made.value;
  expect(made.findings.filter(({ rule }) => !REFUSALS.has(rule))).toEqual([]);
  return [];
}

/** `validate` would need the providers, which come over the network: form and references only. */
function wronglyFormed(all: readonly (readonly ExportFile[])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'spandrel-terraform-'));
  all.forEach((files, at) => {
    for (const { path, text } of files) writeFileSync(join(folder, `${at}-${path}`), text);
  });
  const run = spawnSync('terraform', ['fmt', '-check', '-diff', folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  return run.status === 0 ? '' : `${run.stdout}${run.stderr}`;
}

/** Terraform composes accents, and says so. */
const composed = (value: string) => value.normalize('NFC');

function settings(design: Design, cloud: string, parsed: readonly Readonly<Record<string, unknown>>[]): string[] {
  const text = JSON.stringify(parsed);
  if (cloud === 'aws') return [];
  return design.components.flatMap(({ id, runtime }) => {
    const maps = parsed.flatMap((file) => {
      const resources = file.resource as
        Record<string, Record<string, { data?: Record<string, string> }[]>> | undefined;
      return resources?.kubernetes_config_map_v1?.[id] ?? [];
    });
    const data = maps[0]?.data ?? {};
    return Object.entries(runtime?.env ?? {}).flatMap(([name, value]) =>
      data[name] === undefined || data[name].replaceAll('$${', '${').replaceAll('%%{', '%{') === composed(value)
        ? []
        : [`${id}.${name}: ${data[name]} of ${text.length}`],
    );
  });
}

describe.each(['kubernetes', 'aws'])('Terraform for %s', (cloud) => {
  it('is read by its own parser, names nothing that is not there, and keeps every setting', async () => {
    const ids = fc.oneof({ weight: 3, arbitrary: plainId }, hostileId);
    await fc.assert(
      fc.asyncProperty(hostileDesign(ids), async (design) => {
        const files = await written(design, cloud);
        if (files.length === 0) return;
        const parsed = await readTerraform(files);
        expect(terraformFaults(files)).toEqual([]);
        expect(settings(design, cloud, parsed)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it.skipIf(spawnSync('terraform', ['version']).status !== 0)('stands as `terraform fmt` would leave it', async () => {
    const read = readDesign(readFileSync('templates/designs/microservices.spandrel.json', 'utf8'));
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    const designs = [read.value, ...fc.sample(hostileDesign(plainId), { numRuns: 10, seed: 3 })];
    const all = await Promise.all(designs.map((design) => written(design, cloud)));
    expect(wronglyFormed(all)).toBe('');
  });
});
