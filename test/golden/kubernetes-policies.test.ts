// Network policies as a cluster enforces them: along the connections everything gets through, elsewhere nothing does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workloads } from '../../src/deployment/workload.ts';
import { runExporter } from '../../src/exporters/index.ts';
import { kubernetes } from '../../src/exporters/kubernetes/kubernetes.ts';
import type { Design } from '../../src/model/design.ts';
import { hostileDesign, plainId } from './hostile-design.ts';
import { CONTROLLERS } from './kubernetes-fit.ts';
import { readManifests, type Manifest } from './kubernetes-reader.ts';

type Labels = Record<string, string>;
interface Peer {
  podSelector?: { matchLabels?: Labels };
  namespaceSelector?: object;
  ipBlock?: object;
}
interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: { protocol: string; port: number }[];
}
interface Policy {
  podSelector: { matchLabels?: Labels };
  ingress?: Rule[];
  egress?: Rule[];
}

function cluster(manifests: readonly Manifest[]) {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ spec }) => spec as Policy);
  const pods = new Map(
    manifests
      .filter(({ kind }) => CONTROLLERS.includes(kind))
      .map(({ metadata, spec }) => {
        const { template, jobTemplate } = spec as {
          template?: { metadata: { labels: Labels } };
          jobTemplate?: { spec: { template: { metadata: { labels: Labels } } } };
        };
        return [metadata.name, (template ?? jobTemplate?.spec.template)?.metadata.labels ?? {}] as const;
      }),
  );
  const selects = (selector: { matchLabels?: Labels } | undefined, labels: Labels) =>
    Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  const isLet = (side: 'ingress' | 'egress', at: Labels, other: Labels | null, port: number): boolean => {
    const own = policies.filter(({ podSelector }) => selects(podSelector, at));
    if (own.length === 0) return true;
    return own
      .flatMap((policy) => policy[side] ?? [])
      .some((rule) => {
        const peers = side === 'ingress' ? rule.from : rule.to;
        const isPeer =
          peers === undefined ||
          peers.some(
            (peer) =>
              other !== null &&
              peer.podSelector !== undefined &&
              !peer.namespaceSelector &&
              selects(peer.podSelector, other),
          );
        return isPeer && (rule.ports === undefined || rule.ports.some((open) => open.port === port));
      });
  };
  const reaches = (from: string, to: string, port: number): boolean => {
    const [sender, receiver] = [pods.get(from), pods.get(to)];
    if (sender === undefined || receiver === undefined) throw new Error(`no pods of ${from} or ${to}`);
    return isLet('egress', sender, receiver, port) && isLet('ingress', receiver, sender, port);
  };
  const isOpen = (to: string, port: number): boolean => isLet('ingress', pods.get(to) ?? {}, null, port);
  return { names: [...pods.keys()], reaches, isOpen };
}

async function manifestsOf(design: Design, options = {}): Promise<Manifest[]> {
  const made = await runExporter(kubernetes, design, options);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return made.value.flatMap(({ text }) => readManifests(text));
}

describe('network policies', () => {
  it('let through what a design connects, and nothing else', async () => {
    let allowed = 0;
    let stopped = 0;
    await fc.assert(
      fc.asyncProperty(hostileDesign(plainId), async (random) => {
        // One Deployment each, so that names of pods are names of components.
        const design = {
          ...random,
          components: random.components
            .filter(({ kind }) => kind !== 'tracing')
            .map((component) => ({ ...component, rollout: { strategy: 'rolling' as const } })),
        };
        const deployed = workloads(design);
        fc.pre(deployed.ok && deployed.value.length > 0);
        if (!deployed.ok) return;
        const { reaches, isOpen } = cluster(await manifestsOf(design));
        for (const from of deployed.value) {
          for (const to of deployed.value) {
            if (from === to || to.type === 'scheduled') continue;
            const isCalled = from.calls.some((call) => call.to === to.id);
            expect([from.id, to.id, reaches(from.name, to.name, to.port)]).toEqual([from.id, to.id, isCalled]);
            expect(reaches(from.name, to.name, to.port === 9 ? 10 : 9)).toBe(false);
            if (isCalled) allowed += 1;
            else stopped += 1;
          }
          expect(isOpen(from.name, from.port)).toBe(from.isExposed && from.type !== 'scheduled');
        }
      }),
      { numRuns: 20 },
    );
    expect(Math.min(allowed, stopped)).toBeGreaterThan(5);
  });

  it('let traces through to where they go, and calls out to systems elsewhere, but not into private networks', async () => {
    const runtime = { image: 'me/x:1' };
    const design: Design = {
      spandrel: 1,
      name: 'Shop',
      components: [
        { id: 'api', kind: 'service', runtime: { ...runtime, env: { BANK_URL: 'https://bank.example.com' } } },
        { id: 'other', kind: 'service', runtime },
        { id: 'bank', kind: 'external-system' },
        { id: 'traces', kind: 'tracing' },
      ],
      connections: [{ id: 'c', from: 'api', to: 'bank' }],
    };
    const manifests = await manifestsOf(design);
    const { reaches } = cluster(manifests);
    expect([reaches('api', 'traces', 4318), reaches('traces', 'api', 8080), reaches('api', 'other', 8080)]).toEqual([
      true,
      false,
      false,
    ]);
    const blocks = (name: string) => {
      const policy = manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === name);
      return ((policy?.spec as Policy).egress ?? []).flatMap(({ to = [] }) =>
        to.flatMap(({ ipBlock }) => ipBlock ?? []),
      );
    };
    expect(blocks('other')).toEqual([]);
    expect(blocks('api')).toMatchObject([{ cidr: '0.0.0.0/0' }, { cidr: '::/0' }]);
    expect(JSON.stringify(blocks('api'))).toContain('10.0.0.0/8');
  });

  it('are left out by option', async () => {
    const design: Design = { spandrel: 1, name: 'S', components: [{ id: 'a', kind: 'cache' }] };
    const kinds = async (options: object) => (await manifestsOf(design, options)).map(({ kind }) => kind);
    expect((await kinds({})).filter((kind) => kind === 'NetworkPolicy')).toHaveLength(2);
    expect(await kinds({ networkPolicies: false })).not.toContain('NetworkPolicy');
  });
});
