// Compose and Swarm exports as their tools take them, whatever things are called.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../src/exporters/compose/compose.ts';
import { swarm } from '../../src/exporters/swarm/swarm.ts';
import type { Exporter, ExportFile, ExportOptions } from '../../src/exporters/exporter.ts';
import { runExporter } from '../../src/exporters/index.ts';
import { yamlText } from '../../src/exporters/yaml.ts';
import { readDesign } from '../../src/model/read.ts';
import type { Design } from '../../src/model/design.ts';
import { randomDesign } from '../fixtures/random-design.ts';
import { composeFaults, readYaml, type ComposeFile } from './compose-reader.ts';
import { hostileDesign, hostileId, plainId } from './hostile-design.ts';

/** What may keep a design from being deployed; anything else is a defect of the export. */
const REFUSALS = new Set(['object-name', 'object-name-clash', 'environment-value', 'empty-export']);
const has = (tool: string, ...args: readonly string[]) => spawnSync(tool, args).status === 0;

async function written(
  exporter: Exporter,
  design: Design,
  options: ExportOptions = {},
): Promise<readonly ExportFile[]> {
  const made = await runExporter(exporter, design, options);
  if (made.ok) return made.value;
  expect(made.findings.filter(({ rule }) => !REFUSALS.has(rule))).toEqual([]);
  return [];
}

function mainFile(files: readonly ExportFile[]): ComposeFile {
  return readYaml(files[0]?.text ?? '') as ComposeFile;
}

/** Both tools write the line breaks of YAML 1.1 as such, and indent what follows. */
const breaksAlike = (settings: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [key, value.replace(/[\u0085\u2028\u2029]\s*/g, '\u2028')]),
  );

/** A text as the file holds it, `$` twice, back to what a container gets. */
const plain = (text: string) => text.replaceAll('$$', '$');

function settingsKept(design: Design, file: ComposeFile): string[] {
  return design.components.flatMap(({ id, runtime }) => {
    const environment = file.services[id]?.environment;
    if (environment === undefined) return [];
    return Object.entries(runtime?.env ?? {}).flatMap(([name, value]) => {
      const kept = environment[name];
      const isSecret = kept === undefined || kept.startsWith('${') || (runtime?.secrets ?? []).includes(name);
      return isSecret || plain(kept) === value ? [] : [`${id}.${name}: ${kept}`];
    });
  });
}

describe.each<{ exporter: Exporter; options: Record<string, fc.Arbitrary<string | boolean>> }>([
  {
    exporter: compose,
    options: {
      profiles: fc.boolean(),
      exposePorts: fc.constantFrom('exposed', 'all', 'none'),
      secretsFrom: fc.constantFrom('environment', 'file'),
    },
  },
  {
    exporter: swarm,
    options: {
      exposePorts: fc.constantFrom('exposed', 'all', 'none'),
      zoneLabel: fc.constantFrom('', 'zone'),
    },
  },
])('$exporter.id', ({ exporter, options }) => {
  const optionSets = fc.record(options, { requiredKeys: [] }) as fc.Arbitrary<ExportOptions>;

  it('holds to the published schema, names nothing that is not there, and keeps every setting', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDesign(plainId), optionSets, async (design, given) => {
        const files = await written(exporter, design, given);
        if (files.length === 0) return;
        const file = mainFile(files);
        expect(composeFaults(file)).toEqual([]);
        expect(settingsKept(design, file)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses ids that cannot be names, and writes all others', async () => {
    const designs = fc.oneof(hostileDesign(hostileId), randomDesign({ hostileNames: true }));
    await fc.assert(
      fc.asyncProperty(designs, optionSets, async (design, given) => {
        const files = await written(exporter, design, given);
        if (files.length > 0) expect(composeFaults(mainFile(files))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the tools themselves', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'spandrel-containers-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function example(): Design {
    const read = readDesign(readFileSync('templates/designs/microservices.spandrel.json', 'utf8'));
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    return read.value;
  }

  function put(files: readonly ExportFile[]): void {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }

  /** The settings of hostile designs, all in one, so that the tool starts once. */
  function hostile(): Design {
    const designs = fc.sample(hostileDesign(plainId), { numRuns: 12, seed: 7 });
    const components = designs.flatMap((design, at) =>
      design.components.map((component) => ({
        ...component,
        id: `${component.id}${at}`,
      })),
    );
    return {
      spandrel: 1,
      name: 'Hostile',
      components: components.filter((_, at) => at < 40),
    };
  }

  it.skipIf(!has('docker-compose', 'version'))('docker-compose reads what it knows of the specification', async () => {
    for (const design of [example(), hostile()]) {
      const files = await written(compose, design);
      const file = mainFile(files);
      // Version 1 knows neither the name, nor inline configs, nor a range of published ports.
      const { configs: _inline, name: _name, ...rest } = file as unknown as Record<string, unknown>;
      const services = Object.fromEntries(
        Object.entries(file.services).map(([name, { configs: _mounted, ports: _ports, ...service }]) => [
          name,
          service,
        ]),
      );
      const old = join(folder, 'old.yaml');
      writeFileSync(old, yamlText({ version: '3.9', ...rest, services }));
      const env = {
        ...process.env,
        ...variables(files[0]?.text ?? ''),
        COMPOSE_PROFILES: 'observability,scheduled',
      };
      const config = spawnSync('docker-compose', ['-f', old, 'config', '--no-interpolate'], { env, encoding: 'utf8' });
      expect(config.stderr.replaceAll(/^.*Unsupported.*$/gm, '').trim()).toBe('');
      const asRead = readYaml(config.stdout) as ComposeFile;
      expect(Object.keys(asRead.services).sort()).toEqual(Object.keys(file.services).sort());
      for (const [name, service] of Object.entries(file.services)) {
        expect(breaksAlike(asRead.services[name]?.environment)).toEqual(breaksAlike(service.environment));
      }
    }
  });

  /** Values for the variables that a file refers to. */
  function variables(text: string): Record<string, string> {
    return Object.fromEntries([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => [String(name), 'x']));
  }

  it.skipIf(!has('docker', 'stack', 'config', '--help'))('docker stack config reads the stack', async () => {
    for (const design of [example(), hostile()]) {
      const files = await written(swarm, design);
      put(files);
      const config = spawnSync('docker', ['stack', 'config', '-c', 'stack.yaml'], { cwd: folder, encoding: 'utf8' });
      expect(config.stderr).toBe('');
      const asRead = readYaml(config.stdout) as ComposeFile;
      for (const [name, service] of Object.entries(mainFile(files).services)) {
        const environment = Object.entries(service.environment ?? {}).map(([key, value]) => [key, plain(value)]);
        expect(breaksAlike(asRead.services[name]?.environment)).toEqual(breaksAlike(Object.fromEntries(environment)));
      }
    }
  });
});
