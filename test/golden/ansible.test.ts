// Ansible exports as Ansible reads them, whatever things are called.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ansible } from '../../src/exporters/ansible/ansible.ts';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import { runExporter } from '../../src/exporters/index.ts';
import type { Design } from '../../src/model/design.ts';
import { readDesign } from '../../src/model/read.ts';
import { ansibleFaults, readAnsible } from './ansible-reader.ts';
import { hostileDesign, hostileId, plainId } from './hostile-design.ts';

const REFUSALS = new Set(['object-name', 'object-name-clash', 'environment-value', 'empty-export']);

async function written(design: Design): Promise<readonly ExportFile[]> {
  const made = await runExporter(ansible, design);
  if (made.ok) return made.value;
  expect(made.findings.filter(({ rule }) => !REFUSALS.has(rule))).toEqual([]);
  return [];
}

function variables(files: readonly ExportFile[], id: string): Record<string, unknown> | null {
  const file = files.find(({ path }) => path === `group_vars/workload_${id}.yaml`);
  return file === undefined ? null : (readAnsible(file.text) as Record<string, unknown>);
}

function settingsLost(design: Design, files: readonly ExportFile[]): string[] {
  return design.components.flatMap(({ id, runtime }) => {
    const env = variables(files, id)?.container_env as Record<string, string> | undefined;
    return Object.entries(runtime?.env ?? {}).flatMap(([name, value]) =>
      env?.[name] === undefined || env[name] === value ? [] : [`${id}.${name}: ${env[name]}`],
    );
  });
}

describe('Ansible', () => {
  it('has plays, groups and variables that fit each other, and keeps every setting', async () => {
    const ids = fc.oneof({ weight: 3, arbitrary: plainId }, hostileId);
    await fc.assert(
      fc.asyncProperty(hostileDesign(ids), async (design) => {
        const files = await written(design);
        if (files.length === 0) return;
        expect(ansibleFaults(files)).toEqual([]);
        expect(settingsLost(design, files)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.skipIf(spawnSync('ansible-playbook', ['--version']).status !== 0)(
    'is taken by ansible-playbook, which reads the settings word for word and renders them for the shell',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'spandrel-ansible-'));
      try {
        const design = hostileSettings();
        const files = await written(design);
        for (const { path, text } of files) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
        writeFileSync(join(folder, 'render.yml'), RENDER);
        const run = (tool: string, ...args: readonly string[]) =>
          spawnSync(tool, ['-i', 'inventory.yaml', ...args], { cwd: folder, encoding: 'utf8' });
        const syntax = run('ansible-playbook', '--syntax-check', 'site.yml', 'deploy.yml');
        expect(syntax.stderr).toBe('');
        expect(syntax.status).toBe(0);
        const rendered = run('ansible-playbook', '-c', 'local', 'render.yml');
        expect(`${rendered.stdout}${rendered.stderr}`).toContain('failed=0');
        // A stand-in for the engine shows what it was given.
        writeFileSync(join(folder, 'docker'), '#!/bin/sh\nfor one; do printf "%s\\0" "$one"; done\n', { mode: 0o755 });
        const env = { ...process.env, PATH: `${folder}:${process.env.PATH ?? ''}` };
        for (const { id, runtime } of design.components) {
          const started = spawnSync('sh', [join(folder, `${id}.sh`)], { env, encoding: 'utf8' });
          expect(started.stderr).toBe('');
          const given = started.stdout.split('\0');
          for (const [name, value] of Object.entries(runtime?.env ?? {})) expect(given).toContain(`${name}=${value}`);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

const RENDER = `
- hosts: workloads
  gather_facts: false
  tasks:
    - ansible.builtin.template:
        src: roles/container/templates/run.sh.j2
        dest: "{{ playbook_dir }}/{{ container_name }}.sh"
        mode: "0755"
`;

/** Some components with the settings that random designs have, which no rule takes for secrets. */
function hostileSettings(): Design {
  const read = readDesign(readFileSync('templates/designs/example.spandrel.json', 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const settings = fc
    .sample(hostileDesign(plainId), { numRuns: 40, seed: 5 })
    .flatMap(({ components }) => components.flatMap(({ runtime }) => Object.values(runtime?.env ?? {})))
    .filter((value) => !/[\0\uD800-\uDFFF]/.test(value))
    .concat(['{{ 1 + 1 }}', '{% raw %}', "it's $HOME `id`", 'two\nlines']);
  const env = Object.fromEntries(settings.map((value, at) => [`S${at}`, value]));
  const components = ['one', 'two'].map((id) => ({ id, kind: 'service', runtime: { image: 'me/x:1', env } }));
  return { ...read.value, components, connections: [], scenarios: [], groups: [], objectives: [] };
}
