import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Component, Design, Rollout } from '../../model/design.ts';
import type { ExportOptions } from '../exporter.ts';
import { runExporter } from '../run.ts';
import { kubernetes } from './kubernetes.ts';

interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: Record<string, unknown>;
}

function designOf(strategy: Rollout['strategy'], rest: Partial<Component> = {}, rollouts: Rollout[] = []): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    components: [
      { id: 'web', kind: 'web-client' },
      { id: 'api', kind: 'service', runtime: { image: 'me/api:1' }, rollout: { strategy }, ...rest },
    ],
    connections: [{ id: 'c', from: 'web', to: 'api' }],
    scenarios: [{ id: 's', durationS: 600, arrivals: [], rollouts }],
  };
}

async function exported(design: Design, options: ExportOptions = {}) {
  const made = await runExporter(kubernetes, design, options);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  const manifests = made.value.flatMap(({ text }) => parseAllDocuments(text).map((one) => one.toJS() as Manifest));
  const notes = made.notes.map(({ severity, rule }) => `${severity} ${rule}`).filter((note) => !/reachable/.test(note));
  return { notes, of: (kind: string) => manifests.filter((manifest) => manifest.kind === kind) };
}

async function errors(design: Design, options: ExportOptions = {}): Promise<string[]> {
  const made = await runExporter(kubernetes, design, options);
  return made.ok ? [] : made.findings.map(({ rule, path }) => `${rule} ${path}`);
}

const canary = (rest: object = {}): Rollout => ({
  at: 'api',
  strategy: 'canary',
  startS: 10,
  steps: [
    { weight: 0.1, holdS: 60 },
    { weight: 1, holdS: 5 },
  ],
  ...rest,
});

describe('a rollout', () => {
  it('that is rolling takes what a scenario says of it', async () => {
    const strategy = async (rest: object) => {
      const planned = [{ at: 'api', strategy: 'rolling' as const, startS: 1, ...rest }];
      return (await exported(designOf('rolling', {}, planned))).of('Deployment')[0]?.spec.strategy;
    };
    const rolling = (maxSurge: unknown, maxUnavailable: unknown) => ({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge, maxUnavailable },
    });
    expect(await strategy({ maxSurge: 2, maxUnavailable: '10%' })).toEqual(rolling(2, '10%'));
    expect(await strategy({ maxUnavailable: 0 })).toEqual(rolling('25%', 0));
    expect(await strategy({ maxSurge: 0, maxUnavailable: '0%' })).toEqual(rolling('25%', '25%'));
  });

  it('that is to recreate ends all pods first', async () => {
    const { of, notes } = await exported(designOf('recreate'));
    expect(of('Deployment')[0]?.spec.strategy).toEqual({ type: 'Recreate' });
    expect(notes).toEqual([]);
  });

  it('that is blue-green runs both sides, and the Service is the switch', async () => {
    const design = designOf('blue-green', { autoscale: { min: 2, max: 4 }, resources: { cpu: 1 } });
    const { of, notes } = await exported(design);
    const names = ['api-blue', 'api-green'];
    for (const kind of ['Deployment', 'HorizontalPodAutoscaler', 'PodDisruptionBudget']) {
      expect(of(kind).map(({ metadata }) => metadata.name)).toEqual(names);
    }
    expect(of('HorizontalPodAutoscaler').map(({ spec }) => spec.scaleTargetRef)).toEqual(
      names.map((name) => ({ apiVersion: 'apps/v1', kind: 'Deployment', name })),
    );
    expect(notes).toEqual(['advice blue-green-slots']);
    const selected = async (active: string) => (await exported(design, { active })).of('Service')[0]?.spec.selector;
    expect(await selected('blue')).toMatchObject({ slot: 'blue' });
    expect(await selected('green')).toMatchObject({ slot: 'green' });
  });

  it('that is a canary goes by the steps of the scenario, and says what is lost of them', async () => {
    const { of, notes } = await exported(designOf('canary', {}, [canary({ abortOn: { errorRate: 0.1 } })]));
    expect(of('Deployment')).toEqual([]);
    expect(of('Rollout')[0]).toMatchObject({
      apiVersion: 'argoproj.io/v1alpha1',
      spec: {
        strategy: {
          canary: {
            steps: [
              { setWeight: 10 },
              { pause: { duration: '60s' } },
              { setWeight: 100 },
              { pause: { duration: '5s' } },
            ],
          },
        },
      },
    });
    expect(notes).toEqual(['advice rollout-controller', 'warning canary-abort-not-expressed']);
    const uneven = canary({ steps: [{ weight: 0.005, holdS: 0 }] });
    const rounded = await exported(designOf('canary', {}, [uneven]));
    expect(rounded.notes).toContain('warning canary-steps-rounded');
    expect((await exported(designOf('canary'))).of('Rollout')).toHaveLength(1);
  });

  it('that is a canary is scaled as a Rollout, and is a Deployment where there is no controller for it', async () => {
    const design = designOf('canary', { autoscale: { min: 2, max: 4 }, resources: { cpu: 1 } });
    expect((await exported(design)).of('HorizontalPodAutoscaler')[0]?.spec.scaleTargetRef).toMatchObject({
      kind: 'Rollout',
    });
    const { of, notes } = await exported(design, { canary: 'rolling' });
    expect([of('Rollout').length, of('Deployment').length]).toEqual([0, 1]);
    expect(notes).toEqual(['warning rollout-not-expressed']);
  });

  it('that is a canary behind a Gateway is weighed there', async () => {
    const options = { entry: 'gateway-api', ingressHost: 'shop.example.com', entryClass: 'envoy', namespace: 'shop' };
    const { of, notes } = await exported(designOf('canary'), options);
    expect(of('Ingress')).toEqual([]);
    expect(of('Gateway')[0]?.spec).toEqual({
      gatewayClassName: 'envoy',
      listeners: [{ name: 'http', protocol: 'HTTP', port: 80, hostname: 'shop.example.com' }],
    });
    expect(of('HTTPRoute')[0]?.spec.rules).toEqual([
      {
        backendRefs: [
          { name: 'api', port: 8080, weight: 100 },
          { name: 'api-canary', port: 8080, weight: 0 },
        ],
      },
    ]);
    expect(of('Service').map(({ metadata }) => metadata.name)).toEqual(['api', 'api-canary']);
    expect(of('Rollout')[0]?.spec.strategy).toMatchObject({
      canary: {
        stableService: 'api',
        canaryService: 'api-canary',
        trafficRouting: { plugins: { 'argoproj-labs/gatewayAPI': { httpRoute: 'api', namespace: 'shop' } } },
      },
    });
    expect(notes).toEqual(['advice rollout-controller']);
    const assumed = await exported(designOf('canary'), { ...options, entryClass: '', namespace: '' });
    expect(assumed.notes).toEqual([
      'advice rollout-controller',
      'warning canary-namespace-assumed',
      'warning gateway-class-assumed',
    ]);
  });

  it('refuses names that its further objects would take from others', async () => {
    const withOther = (design: Design, id: string): Design => ({
      ...design,
      components: [...design.components, { id, kind: 'service', runtime: { image: 'me/x:1' } }],
    });
    expect(await errors(withOther(designOf('blue-green'), 'api-green'))).toEqual([
      'object-name-clash components.api.id',
    ]);
    expect(await errors(withOther(designOf('rolling'), 'api-green'))).toEqual([]);
    const gateway = { entry: 'gateway-api', ingressHost: 'shop.example.com' };
    expect(await errors(withOther(designOf('canary'), 'api-canary'), gateway)).toEqual([
      'object-name-clash components.api.id',
    ]);
    expect(await errors(withOther(designOf('canary'), 'api-canary'))).toEqual([]);
  });
});

describe('the way in', () => {
  it('is by HTTPS where that is asked for, with a certificate that the cluster holds', async () => {
    const tls = { ingressHost: 'shop.example.com', tls: true };
    const byIngress = await exported(designOf('rolling'), { ...tls, entryClass: 'nginx' });
    expect(byIngress.of('Ingress')[0]?.spec).toMatchObject({
      ingressClassName: 'nginx',
      tls: [{ hosts: ['shop.example.com'], secretName: 'api-tls' }],
    });
    expect(byIngress.notes).toEqual(['advice certificate-needed']);
    const byGateway = await exported(designOf('rolling'), { ...tls, entry: 'gateway-api', entryClass: 'x' });
    expect(byGateway.of('Gateway')[0]?.spec.listeners).toEqual([
      {
        name: 'https',
        protocol: 'HTTPS',
        port: 443,
        hostname: 'shop.example.com',
        tls: { mode: 'Terminate', certificateRefs: [{ name: 'api-tls' }] },
      },
    ]);
    expect(byGateway.of('HTTPRoute')[0]?.spec.rules).toEqual([{ backendRefs: [{ name: 'api', port: 8080 }] }]);
  });

  it('refuses a class that cannot be one', async () => {
    expect(await errors(designOf('rolling'), { entryClass: 'My Class' })).toEqual(['bad-option options.entryClass']);
  });
});
