// The deployment that the source document shows, field by field, out of a design of the same.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runExporter } from '../../src/exporters/index.ts';
import { kubernetes } from '../../src/exporters/kubernetes/kubernetes.ts';
import type { Design } from '../../src/model/design.ts';
import { readManifests } from './kubernetes-reader.ts';

interface Deployment {
  metadata: { name: string };
  spec: {
    replicas: number;
    selector: { matchLabels: Record<string, string> };
    template: {
      metadata: { labels: Record<string, string> };
      spec: { containers: { name: string; image: string; ports: { containerPort: number }[] }[] };
    };
  };
}

const shown = parse(readFileSync('test/fixtures/source-deployment.yaml', 'utf8')) as Deployment;

async function written(): Promise<Deployment> {
  const [container] = shown.spec.template.spec.containers;
  const design: Design = {
    spandrel: 1,
    name: 'Any name',
    components: [
      {
        id: shown.metadata.name,
        kind: 'service',
        capacity: { replicas: shown.spec.replicas },
        runtime: { image: container?.image ?? '', port: container?.ports[0]?.containerPort ?? 0 },
      },
    ],
  };
  const made = await runExporter(kubernetes, design);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  const manifests = made.value.flatMap(({ text }) => readManifests(text));
  return manifests.find(({ kind }) => kind === 'Deployment') as unknown as Deployment;
}

describe('the deployment of the source document', () => {
  it('shows what it did when this was written', () => {
    expect(shown.metadata.name).toBe('hypnoscript-app');
    expect(shown.spec.template.spec.containers).toEqual([
      { name: 'hypnoscript', image: 'myregistry/hypnoscript:latest', ports: [{ containerPort: 8080 }] },
    ]);
  });

  it('is in the export with each of its fields', async () => {
    expect(await written()).toMatchObject(shown);
  });

  it('has one container and one port, and selects its own pods, there as here', async () => {
    const { spec } = await written();
    expect(spec.template.spec.containers).toHaveLength(1);
    expect(spec.template.spec.containers[0]?.ports).toEqual([{ name: 'http', containerPort: 8080 }]);
    expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
  });
});
