// Charts: an installation with the values as they come is what the export to Kubernetes gives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../src/exporters/exporter.ts';
import { helm } from '../../src/exporters/helm/helm.ts';
import { runExporter } from '../../src/exporters/index.ts';
import { kubernetes } from '../../src/exporters/kubernetes/kubernetes.ts';
import type { Design } from '../../src/model/design.ts';
import { hostileDesign, hostileText, plainId } from './hostile-design.ts';
import { readChart, type Chart } from './helm-reader.ts';
import { readManifests, schemaErrors, type Manifest } from './kubernetes-reader.ts';

const HELM_LABELS = ['helm.sh/chart', 'app.kubernetes.io/instance', 'app.kubernetes.io/managed-by'];

const optionSets: fc.Arbitrary<ExportOptions> = fc.record(
  {
    ingressHost: fc.constantFrom('', 'shop.example.com'),
    entryClass: fc.constantFrom('', 'nginx'),
    tls: fc.boolean(),
    active: fc.constantFrom('blue', 'green'),
    canary: fc.constantFrom('argo-rollouts', 'rolling'),
    networkPolicies: fc.boolean(),
    imagePullPolicy: fc.constantFrom('IfNotPresent', 'Always'),
  },
  { requiredKeys: [] },
);

async function chartOf(design: Design, options: ExportOptions = {}): Promise<Chart> {
  const made = await runExporter(helm, design, options);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return readChart(made.value);
}

/** What Helm adds taken off: its labels, and the hash of the settings, which it makes of the values. */
function plain(manifests: readonly Manifest[]): unknown[] {
  const texts = manifests.map((manifest) => {
    const copy = structuredClone(manifest) as unknown as { metadata: { labels: Record<string, string> } };
    for (const label of HELM_LABELS) Reflect.deleteProperty(copy.metadata.labels, label);
    return JSON.stringify(copy, (key, value: unknown) =>
      key === 'checksum/config'
        ? String(value).slice(0, 16)
        : typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
          : value,
    );
  });
  return texts.sort().map((text) => JSON.parse(text) as unknown);
}

const service = (id: string, rest: object = {}) => ({ id, kind: 'service', runtime: { image: 'me/x:1' }, ...rest });

describe('Helm', () => {
  it('installs what the export to Kubernetes gives, whatever things are called', async () => {
    await fc.assert(
      fc.asyncProperty(hostileDesign(plainId), optionSets, async (design, options) => {
        const [manifests, chart] = [
          await runExporter(kubernetes, design, options),
          await runExporter(helm, design, options),
        ];
        expect(chart.ok).toBe(manifests.ok);
        if (!chart.ok || !manifests.ok) return;
        const read = readChart(chart.value);
        const installed = read.install();
        expect(plain(installed)).toEqual(plain(manifests.value.flatMap(({ text }) => readManifests(text))));
        expect([...installed, ...read.test()].flatMap(schemaErrors)).toEqual([]);
        expect(chart.notes).toEqual(manifests.notes);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves texts that look like actions as they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom('{', '}', '{{', '{{{', '}}', '{{- end }}', 'place0x1z'), hostileText)),
        async (pieces) => {
          const name = pieces.join('');
          const design: Design = { spandrel: 1, name, components: [service('api', { name })] };
          const made = await runExporter(kubernetes, design);
          const chart = await chartOf(design);
          const description = (manifests: readonly Manifest[]) =>
            manifests.flatMap(({ metadata }) => (metadata as { annotations?: object }).annotations ?? []);
          expect(description(chart.install())).toEqual(
            description(made.ok ? made.value.flatMap(({ text }) => readManifests(text)) : []),
          );
          expect(chart.notes()).toContain('is installed as my-release in the namespace shop.');
        },
      ),
      { numRuns: 20 },
    );
  });

  it('takes other values where the schema allows them, and no others', async () => {
    const design: Design = {
      spandrel: 1,
      name: 'Shop',
      components: [
        service('api-v2', { rollout: { strategy: 'blue-green' }, resources: { cpu: 1 } }),
        { id: 'db', kind: 'sql-database' },
      ],
    };
    const chart = await chartOf(design);
    const installed = chart.install((values) => {
      Object.assign(values.components.api_v2 ?? {}, {
        active: 'green',
        replicas: 3_000_000,
        image: { repository: 'mirror/x', tag: '2' },
        resources: {},
      });
      Object.assign(values.components.db ?? {}, { secretName: 'vault', storage: { size: '1Ti', className: 'fast' } });
      values.nodeSelector = { disk: 'ssd' };
      values.imagePullSecrets = [{ name: 'registry' }];
    });
    const of = (kind: string) => installed.filter((manifest) => manifest.kind === kind);
    expect(of('Service')[0]?.spec).toMatchObject({ selector: { slot: 'green' } });
    expect(of('Deployment')).toHaveLength(2);
    for (const { spec } of of('Deployment')) {
      expect(spec).toMatchObject({
        replicas: 3_000_000,
        template: {
          spec: {
            nodeSelector: { disk: 'ssd' },
            imagePullSecrets: [{ name: 'registry' }],
            containers: [{ image: 'mirror/x:2', resources: {} }],
          },
        },
      });
    }
    const [stateful] = of('StatefulSet');
    expect(JSON.stringify(stateful)).toContain('"secretKeyRef":{"name":"vault"');
    expect(stateful?.spec).toMatchObject({
      volumeClaimTemplates: [{ spec: { storageClassName: 'fast', resources: { requests: { storage: '1Ti' } } } }],
    });
    for (const wrong of [
      { replicas: -1 },
      { replicas: '2' },
      { colour: 'red' },
      { env: { A: 1 } },
      { active: 'red' },
    ]) {
      expect(() => chart.install((values) => Object.assign(values.components.api_v2 ?? {}, wrong))).toThrow();
    }
  });

  it('starts pods anew when the settings among the values have changed', async () => {
    const chart = await chartOf({ spandrel: 1, name: 'Shop', components: [service('api')] });
    const checksum = (env: Record<string, string>) =>
      /"checksum\/config":"([^"]+)"/.exec(
        JSON.stringify(chart.install((values) => Object.assign(values.components.api ?? {}, { env }))),
      )?.[1];
    expect(checksum({ A: '1' })).toBe(checksum({ A: '1' }));
    expect(checksum({ A: '1' })).not.toBe(checksum({ A: '2' }));
  });

  it('tests what is open to all, and otherwise that services have names', async () => {
    const commands = async (design: Design) =>
      (await chartOf(design))
        .test()
        .flatMap(({ spec }) =>
          (spec as { containers: { command: string[] }[] }).containers.map(({ command }) => command),
        );
    const healthPath = '/a b"{{ x }}';
    const open: Design = {
      spandrel: 1,
      name: 'Shop',
      components: [{ id: 'web', kind: 'web-client' }, service('api', { runtime: { image: 'me/x:1', healthPath } })],
      connections: [{ id: 'c', from: 'web', to: 'api' }],
    };
    expect((await commands(open)).map((command) => command.at(-1))).toEqual([
      'http://api:8080/a%20b%22%7B%7B%20x%20%7D%7D',
    ]);
    expect(await commands({ ...open, connections: [] })).toEqual([['nslookup', 'api']]);
  });
});
