// Kubernetes exports as a cluster would take them: published schemas, and objects that fit each other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindByKey } from '../../src/catalogue/index.ts';
import type { ExportOptions } from '../../src/exporters/exporter.ts';
import { runExporter } from '../../src/exporters/index.ts';
import { kubernetes } from '../../src/exporters/kubernetes/kubernetes.ts';
import { markState } from '../../src/exporters/mark.ts';
import type { Component, Design } from '../../src/model/design.ts';
import { randomDesign } from '../fixtures/random-design.ts';
import { hostileDesign, hostileId, plainId } from './hostile-design.ts';
import { CONTROLLERS, misfits } from './kubernetes-fit.ts';
import { readManifests, schemaErrors, type Manifest } from './kubernetes-reader.ts';

/** What may keep a design from being deployed; anything else is a defect of the export. */
const REFUSALS = new Set(['object-name', 'object-name-clash', 'environment-value', 'empty-export']);

const optionSets: fc.Arbitrary<ExportOptions> = fc.record(
  {
    namespace: fc.constantFrom('', 'shop', '123'),
    ingressHost: fc.constantFrom('', 'shop.example.com'),
    imagePullPolicy: fc.constantFrom('IfNotPresent', 'Always'),
    entry: fc.constantFrom('ingress', 'gateway-api'),
    entryClass: fc.constantFrom('', 'nginx'),
    tls: fc.boolean(),
    active: fc.constantFrom('blue', 'green'),
    canary: fc.constantFrom('argo-rollouts', 'rolling'),
    networkPolicies: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Blue-green runs twice. */
function controllerNames({ id, kind, rollout }: Component): string[] {
  const isTwice = kindByKey(kind)?.workload?.type === 'deployment' && rollout?.strategy === 'blue-green';
  return isTwice ? [`${id}-blue`, `${id}-green`] : [id];
}

function faults(manifests: readonly Manifest[]): string[] {
  return [...manifests.flatMap(schemaErrors), ...misfits(manifests)];
}

async function holdsAsManifests(design: Design, options: ExportOptions): Promise<void> {
  const made = await runExporter(kubernetes, design, options);
  if (!made.ok) {
    expect(made.findings.filter(({ rule }) => !REFUSALS.has(rule))).toEqual([]);
    return;
  }
  const stream = kubernetes.stream?.(made.value) ?? '';
  const manifests = readManifests(stream);
  expect(manifests).toEqual(made.value.flatMap((file) => readManifests(file.text)));
  expect(faults(manifests)).toEqual([]);
  expect([stream, ...made.value.map((file) => file.text)].map(markState)).not.toContain('changed');
  expect(markState(stream)).toBe('intact');
}

describe('Kubernetes', () => {
  it('makes objects that the published schemas take and that fit each other, whatever things are called', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDesign(plainId), optionSets, async (design, options) => {
        await holdsAsManifests(design, options);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses ids that cannot be names, with the place, and writes all others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(hostileDesign(hostileId), randomDesign({ hostileNames: true })),
        optionSets,
        async (design, options) => {
          await holdsAsManifests(design, options);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('deploys each component of ours once, and keeps every setting but the secret ones word for word', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDesign(plainId), async (design) => {
        const made = await runExporter(kubernetes, design);
        fc.pre(made.ok);
        if (!made.ok) return;
        const manifests = made.value.flatMap((file) => readManifests(file.text));
        const controllers = manifests.filter(({ kind }) => CONTROLLERS.includes(kind));
        const ours = design.components.filter((component) => kindByKey(component.kind)?.workload);
        expect(controllers.map(({ metadata }) => metadata.name)).toEqual(ours.flatMap(controllerNames));
        for (const { id, runtime } of ours) {
          const settings = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === id);
          const written = (settings?.data ?? {}) as Record<string, string>;
          const hidden = new Set([
            ...(runtime?.secrets ?? []),
            ...made.notes
              .filter(({ rule, path }) => rule === 'secret-in-env' && path.startsWith(`components.${id}.`))
              .map(({ path }) => path.slice(path.lastIndexOf('.') + 1)),
          ]);
          for (const [name, value] of Object.entries(runtime?.env ?? {})) {
            expect(written[name]).toBe(hidden.has(name) ? undefined : value);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
