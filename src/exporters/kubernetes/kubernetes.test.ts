import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Component, Connection, Design } from '../../model/design.ts';
import type { ExportOptions } from '../exporter.ts';
import { runExporter } from '../run.ts';
import { kubernetes } from './kubernetes.ts';

interface Manifest {
  kind: string;
  metadata: { name: string; namespace?: string };
  spec: Record<string, unknown>;
}

function designOf(components: Component[], connections: Connection[] = [], rest: Partial<Design> = {}): Design {
  return { spandrel: 1, name: 'Shop', components, connections, ...rest };
}

async function exported(design: Design, options: ExportOptions = {}) {
  const made = await runExporter(kubernetes, design, options);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  const documents = made.value.flatMap(({ text }) => parseAllDocuments(text));
  const manifests = documents.map((document) => document.toJS() as Manifest);
  const of = (kind: string) => manifests.filter((manifest) => manifest.kind === kind);
  return { made, paths: made.value.map(({ path }) => path), manifests, of };
}

async function rules(design: Design, options: ExportOptions = {}): Promise<string[]> {
  const made = await runExporter(kubernetes, design, options);
  return (made.ok ? made.notes : made.findings).map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
}

const runtime = { image: 'me/api:1' };
const service = (id: string, rest: Partial<Component> = {}): Component => ({ id, kind: 'service', runtime, ...rest });

describe('the Kubernetes export', () => {
  it('makes one file for each workload, named by its id, and the namespace first', async () => {
    const design = designOf([service('API_1'), { id: 'web', kind: 'web-client' }, { id: 'namespace', kind: 'cache' }]);
    const { paths, manifests } = await exported(design, { namespace: 'shop' });
    expect(paths).toEqual(['00-namespace.yaml', '01-network.yaml', 'api-1.yaml', 'namespace.yaml']);
    expect(paths).toEqual(paths.toSorted());
    expect(new Set(manifests.slice(1).map(({ metadata }) => metadata.namespace))).toEqual(new Set(['shop']));
    expect((await exported(design)).manifests.map(({ metadata }) => metadata.namespace)).not.toContain('shop');
  });

  it('leaves the number of pods to the autoscaler, which scales as is simulated', async () => {
    const autoscale = { target: 0.65, min: 2, max: 8, startupS: 120, stabilisationDownS: 60 };
    const { of } = await exported(
      designOf([service('api', { autoscale, resources: { cpu: 1 }, capacity: { replicas: 5 } })]),
    );
    expect(of('Deployment')[0]?.spec).not.toHaveProperty('replicas');
    expect(of('HorizontalPodAutoscaler')[0]?.spec).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
      minReplicas: 2,
      maxReplicas: 8,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 65 } } },
      ],
      behavior: {
        scaleUp: {
          stabilizationWindowSeconds: 0,
          selectPolicy: 'Max',
          policies: [
            { type: 'Percent', value: 100, periodSeconds: 15 },
            { type: 'Pods', value: 4, periodSeconds: 15 },
          ],
        },
        scaleDown: {
          stabilizationWindowSeconds: 60,
          selectPolicy: 'Max',
          policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
        },
      },
    });
    const [container] = (of('Deployment')[0]?.spec.template as { spec: { containers: { startupProbe: unknown }[] } })
      .spec.containers;
    expect(container?.startupProbe).toMatchObject({ periodSeconds: 5, failureThreshold: 48 });
  });

  it('scales by a metric of the pods where it is waiting or the rate, and says what that needs', async () => {
    const design = designOf([service('api', { autoscale: { metric: 'waiting', target: 2.5 } })]);
    expect((await exported(design)).of('HorizontalPodAutoscaler')[0]?.spec.metrics).toEqual([
      {
        type: 'Pods',
        pods: { metric: { name: 'requests_waiting' }, target: { type: 'AverageValue', averageValue: '2500m' } },
      },
    ]);
    expect(await rules(design)).toEqual(['warning autoscale-needs-adapter components.api.autoscale.metric']);
  });

  it('keeps one pod running while nodes are drained, where there is more than one', async () => {
    const names = async (component: Component) =>
      (await exported(designOf([component]))).of('PodDisruptionBudget').map(({ metadata }) => metadata.name);
    expect(await names(service('api'))).toEqual([]);
    expect(await names(service('api', { capacity: { replicas: 2 } }))).toEqual(['api']);
    expect(await names(service('api', { resources: { cpu: 1 }, autoscale: { min: 1, max: 3 } }))).toEqual(['api']);
  });

  it('says what Kubernetes alone does not do, and never more than once', async () => {
    const connection: Connection = { id: 'c', from: 'api', to: 'db', timeoutMs: 5, retry: { attempts: 2 } };
    const design = designOf(
      [
        service('api', { rollout: { strategy: 'canary' } }),
        service('b', {
          autoscale: { min: 0, periodS: 30, tolerance: 0.2, stabilisationDownS: 7200 },
          rollout: { strategy: 'recreate' },
        }),
        { id: 'db', kind: 'sql-database', capacity: { replicas: 3 }, rollout: { strategy: 'recreate' } },
        { id: 'tick', kind: 'scheduler', runtime, autoscale: {} },
      ],
      [connection, { id: 'd', from: 'b', to: 'db' }],
      { groups: [{ id: 'z', kind: 'zone' }, { id: 'n', kind: 'namespace' }, { id: 'layer' }] },
    );
    expect(await rules(design)).toEqual([
      'advice rollout-controller components.api.rollout.strategy',
      'warning autoscale-needs-cpu components.b.autoscale',
      'warning autoscale-to-zero components.b.autoscale.min',
      'warning autoscale-period components.b.autoscale.periodS',
      'warning autoscale-tolerance components.b.autoscale.tolerance',
      'warning autoscale-window components.b.autoscale.stabilisationDownS',
      'warning rollout-not-expressed components.db.rollout.strategy',
      'warning state-not-replicated components.db.capacity.replicas',
      'advice secret-values components.db.runtime.secrets',
      'warning autoscale-not-expressed components.tick.autoscale',
      'warning schedule-assumed components.tick',
      'warning policies-not-expressed connections',
      'warning group-not-expressed groups.z.kind',
      'warning group-not-expressed groups.n.kind',
    ]);
  });

  it('opens what is called from outside under the host, and says what it does not open', async () => {
    const design = designOf(
      [
        { id: 'web', kind: 'web-client' },
        service('api'),
        service('admin'),
        { id: 'mq', kind: 'queue' },
        service('inner'),
      ],
      ['api', 'admin', 'mq'].map((to) => ({ id: `w-${to}`, from: 'web', to })),
    );
    const hosts = (await exported(design, { ingressHost: 'shop.example.com' }))
      .of('Ingress')
      .map(({ metadata, spec }) => [metadata.name, (spec.rules as { host: string }[])[0]?.host]);
    expect(hosts).toEqual([
      ['api', 'shop.example.com'],
      ['admin', 'admin.shop.example.com'],
    ]);
    const reachable = async (options: ExportOptions) =>
      (await rules(design, options)).filter((rule) => rule.includes('not-reachable'));
    expect(await reachable({ ingressHost: 'shop.example.com' })).toEqual(['warning not-reachable components.mq']);
    expect(await reachable({})).toEqual([
      'advice not-reachable components.api',
      'advice not-reachable components.admin',
      'warning not-reachable components.mq',
    ]);
  });

  it('refuses names that its objects cannot have', async () => {
    const long = `d${'b'.repeat(52)}`;
    expect(await rules(designOf([{ id: long, kind: 'sql-database' }]))).toEqual([
      `error object-name components.${long}.id`,
    ]);
    expect(await rules(designOf([service(long)]))).toEqual([]);
    expect(await rules(designOf([{ id: 'db', kind: 'sql-database' }, service('db-headless')]))).toEqual([
      'error object-name-clash components.db.id',
    ]);
  });

  it('refuses a namespace and a host that cannot be ones', async () => {
    const design = designOf([service('api')]);
    expect(await rules(design, { namespace: 'My Shop' })).toEqual(['error bad-option options.namespace']);
    expect(await rules(design, { ingressHost: 'https://shop' })).toEqual(['error bad-option options.ingressHost']);
    expect(await rules(design, { namespace: 'shop', ingressHost: 'shop' })).toEqual([]);
  });

  it('finds nothing to deploy where everything runs elsewhere', async () => {
    expect(await rules(designOf([{ id: 'web', kind: 'web-client' }]))).toEqual(['error empty-export components']);
  });

  it('starts pods anew when their settings have changed', async () => {
    const checksum = async (env: Record<string, string>) => {
      const { of } = await exported(designOf([service('api', { runtime: { ...runtime, env } })]));
      const { metadata } = of('Deployment')[0]?.spec.template as { metadata: { annotations?: Record<string, string> } };
      return metadata.annotations?.['checksum/config'];
    };
    expect(await checksum({ A: '1' })).toBe(await checksum({ A: '1' }));
    expect(await checksum({ A: '1' })).not.toBe(await checksum({ A: '2' }));
    expect(await checksum({})).not.toBe(await checksum({ A: '1' }));
  });
});
