// Terraform exports as Terraform reads them, for both clouds, whatever things are called.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runExporter } from '../../src/exporters/index.ts';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import { terraform } from '../../src/exporters/terraform/terraform.ts';
import type { Design } from '../../src/model/design.ts';
import { readDesign } from '../../src/model/read.ts';
import { hostileDesign, hostileId, plainId } from './hostile-design.ts';
import { readTerraform, terraformFaults, type Parsed } from './terraform-reader.ts';

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

type Named = Readonly<Record<string, Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>>;

/** The settings of each component, by the name of its resource. */
async function settingsOf(id: string, parsed: readonly Parsed[]): Promise<Readonly<Record<string, string>>> {
  for (const file of parsed) {
    const resources = (file.resource ?? {}) as Named;
    const map = resources.kubernetes_config_map_v1?.[id]?.[0]?.data;
    if (map !== undefined) return map as Record<string, string>;
    const definitions = resources.aws_ecs_task_definition?.[id]?.[0]?.container_definitions;
    if (typeof definitions === 'string') return environmentOf(definitions);
  }
  return {};
}

/** What stands in `jsonencode(…)`, read once more by the parser. */
async function environmentOf(definitions: string): Promise<Readonly<Record<string, string>>> {
  const list = definitions.replace(/^\$\{jsonencode\(/, '').replace(/\)\}$/, '');
  const again = (await parse('x.tf', `locals {\n  x = ${list}\n}\n`)) as {
    locals: { x: { environment: { name: string; value: string }[] }[] }[];
  };
  const environment = again.locals[0]?.x[0]?.environment ?? [];
  return Object.fromEntries(environment.map(({ name, value }) => [name, value]));
}

async function settingsLost(design: Design, parsed: readonly Parsed[]): Promise<string[]> {
  const lost = design.components.map(async ({ id, runtime }) => {
    const kept = await settingsOf(id, parsed);
    return Object.entries(runtime?.env ?? {}).flatMap(([name, value]) => {
      const text = kept[name]?.replaceAll('$${', '${').replaceAll('%%{', '%{');
      return text === undefined || text === composed(value) ? [] : [`${id}.${name}: ${text}`];
    });
  });
  return (await Promise.all(lost)).flat();
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
        expect(await settingsLost(design, parsed)).toEqual([]);
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
