// Kustomize: production is the design, the others are smaller, and kubectl builds what the reader here builds.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportFile, ExportOptions } from '../../src/exporters/exporter.ts';
import { runExporter } from '../../src/exporters/index.ts';
import { kubernetes } from '../../src/exporters/kubernetes/kubernetes.ts';
import { kustomize } from '../../src/exporters/kustomize/kustomize.ts';
import type { Design } from '../../src/model/design.ts';
import { readDesign } from '../../src/model/read.ts';
import { hostileDesign, plainId } from './hostile-design.ts';
import { misfits } from './kubernetes-fit.ts';
import { readManifests, schemaErrors, type Manifest } from './kubernetes-reader.ts';
import { build } from './kustomize-reader.ts';

const hasKubectl = spawnSync('kubectl', ['kustomize', '--help']).status === 0;
const ENVIRONMENTS = ['dev', 'staging', 'production'];

async function exported(design: Design, options: ExportOptions = {}): Promise<readonly ExportFile[]> {
  const made = await runExporter(kustomize, design, options);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return made.value;
}

const key = ({ kind, metadata }: Manifest) => `${kind}/${metadata.name}`;
const byName = (manifests: readonly Manifest[]) => Object.fromEntries(manifests.map((one) => [key(one), one]));

function builtByKubectl(files: readonly ExportFile[], environment: string): Manifest[] {
  const folder = mkdtempSync(join(tmpdir(), 'spandrel-kustomize-'));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const overlay = join(folder, 'overlays', environment);
    return readManifests(execFileSync('kubectl', ['kustomize', overlay], { encoding: 'utf8', stdio: 'pipe' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function example(): Design {
  const read = readDesign(readFileSync('templates/designs/example.spandrel.json', 'utf8'));
  if (!read.ok) throw new Error('no example');
  return read.value;
}

const nasty: Design = {
  spandrel: 1,
  name: 'A: {{ x }} "🚀"',
  components: [
    { id: 'web', kind: 'web-client' },
    {
      id: 'kustomization',
      kind: 'service',
      name: '- a\n#b',
      runtime: { image: 'me/x:1', env: { A: 'yes', B: '${x}' } },
    },
    {
      id: 'namespace',
      kind: 'service',
      runtime: { image: 'me/y' },
      rollout: { strategy: 'canary' },
      resources: { cpu: 1, memoryMiB: 64 },
      capacity: { replicas: 6 },
    },
    {
      id: 'Two_Sides',
      kind: 'service',
      runtime: { image: 'me/z:1' },
      rollout: { strategy: 'blue-green' },
      autoscale: { min: 4, max: 9 },
      resources: { cpu: 1 },
    },
    { id: 'db', kind: 'sql-database', resources: { memoryMiB: 1024 } },
    { id: 'tick', kind: 'scheduler', runtime: { image: 'me/t:1' }, resources: { cpu: 0.5 } },
  ],
  connections: [{ id: 'c', from: 'web', to: 'kustomization' }],
};

describe('Kustomize', () => {
  it('makes objects that fit in every environment, and in production what the export to Kubernetes gives', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDesign(plainId), async (design) => {
        const [made, manifests] = [await runExporter(kustomize, design), await runExporter(kubernetes, design)];
        expect(made.ok).toBe(manifests.ok);
        if (!made.ok || !manifests.ok) return;
        expect(made.notes).toEqual(manifests.notes);
        for (const environment of ENVIRONMENTS) {
          const built = build(made.value, `overlays/${environment}`);
          expect([...built.flatMap(schemaErrors), ...misfits(built)]).toEqual([]);
          expect(built.filter(({ metadata }) => metadata.namespace === undefined).map(({ kind }) => kind)).toEqual([
            'Namespace',
          ]);
        }
        const base = build(made.value, 'base');
        expect(base).toEqual(manifests.value.flatMap(({ text }) => readManifests(text)));
      }),
      { numRuns: 8 },
    );
  });

  it('scales environments down, by pods, by their range, and by what each gets', async () => {
    const files = await exported(nasty, { ingressHost: 'shop.example.com', tls: true });
    const at = (environment: string, name: string) =>
      byName(build(files, `overlays/${environment}`))[name]?.spec as Record<string, unknown>;
    const all = (name: string, field: string) => ENVIRONMENTS.map((environment) => at(environment, name)[field]);
    expect(all('Rollout/namespace', 'replicas')).toEqual([1, 3, 6]);
    expect(all('StatefulSet/db', 'replicas')).toEqual([1, 1, 1]);
    expect(all('HorizontalPodAutoscaler/two-sides-green', 'minReplicas')).toEqual([1, 2, 4]);
    expect(all('HorizontalPodAutoscaler/two-sides-blue', 'maxReplicas')).toEqual([1, 5, 9]);
    const cpu = (environment: string) =>
      /"requests":\{"cpu":"(\w+)"/.exec(JSON.stringify(at(environment, 'CronJob/tick')))?.[1];
    expect(ENVIRONMENTS.map(cpu)).toEqual(['250m', '500m', '500m']);
    expect(all('Ingress/kustomization', 'tls')).toEqual(
      ['dev.', 'staging.', ''].map((before) => [
        { hosts: [`${before}shop.example.com`], secretName: 'kustomization-tls' },
      ]),
    );
  });

  it('begins namespaces with the name that is asked for, never too long', async () => {
    const namespaces = async (design: Design, options: ExportOptions) =>
      build(await exported(design, options), 'overlays/production')
        .filter(({ kind }) => kind === 'Namespace')
        .map(({ metadata }) => metadata.name);
    expect(await namespaces(nasty, { namespace: 'shop' })).toEqual(['shop-production']);
    const [long] = await namespaces({ ...nasty, name: 'x'.repeat(200) }, {});
    expect(long).toHaveLength(63);
  });

  it.skipIf(!hasKubectl)('is built by kubectl to the same (needs kubectl)', async () => {
    const designs: { design: Design; options: ExportOptions }[] = [
      { design: example(), options: {} },
      { design: nasty, options: { ingressHost: 'shop.example.com', tls: true } },
    ];
    for (const { design, options } of designs) {
      const files = await exported(design, options);
      for (const environment of ENVIRONMENTS) {
        const built = builtByKubectl(files, environment);
        expect(byName(built)).toEqual(byName(build(files, `overlays/${environment}`)));
        expect(built.flatMap(schemaErrors)).toEqual([]);
      }
    }
  });
});
