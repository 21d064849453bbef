// Who may talk to whom: nobody, but along the connections of the design.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { kindByKey } from '../../catalogue/index.ts';
import type { Design } from '../../model/design.ts';
import { metadata, selectorLabels, type Surroundings, type Traffic } from './metadata.ts';
import type { NetworkPolicy, PolicyPeer } from './network-objects.ts';

const DNS = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
} as const;

/** Every address but those that networks keep for themselves, where the rest of the cluster lies. */
const ELSEWHERE: readonly PolicyPeer[] = [
  { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'] } },
  { ipBlock: { cidr: '::/0', except: ['fc00::/7', 'fe80::/10'] } },
];

/** The calls of a design, as policies need them: from both ends, and whether they leave the cluster. */
export function trafficOf(design: Design, deployed: readonly DeployedComponent[]): Traffic {
  const workloads = new Map(deployed.map((workload) => [workload.id, workload]));
  const callers = new Map<string, DeployedComponent[]>();
  for (const workload of deployed) {
    for (const { to } of workload.calls) callers.set(to, [...(callers.get(to) ?? []), workload]);
  }
  const kindOf = new Map(design.components.map(({ id, kind }) => [id, kindByKey(kind)]));
  const isElsewhere = (id: string) => kindOf.get(id)?.workload === null && kindOf.get(id)?.look.c4 !== 'Person';
  const out = (design.connections ?? []).filter(({ to }) => isElsewhere(to)).map(({ from }) => from);
  return { workloads, callers, callingOut: new Set(out) };
}

/** Ingress from callers only, egress to callees only; replicas that keep data may talk to each other. */
export function networkPolicy(workload: DeployedComponent, around: Surroundings): NetworkPolicy[] {
  const { traffic } = around;
  if (traffic === null) return [];
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadata(workload, around),
      spec: {
        podSelector: { matchLabels: selectorLabels(workload) },
        policyTypes: ['Ingress', 'Egress'],
        ingress: workload.type === 'scheduled' ? [] : ingressRules(workload, traffic),
        egress: [DNS, ...egressRules(workload, traffic)],
      },
    },
  ];
}

/** What is stopped although no policy of a workload says so: everything of the namespace, or of the design in it. */
export function denyAll(around: Surroundings): NetworkPolicy {
  const ofProject = { 'app.kubernetes.io/part-of': around.project };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: 'default-deny.all',
      ...(around.namespace === null ? {} : { namespace: around.namespace }),
      labels: { ...ofProject, 'app.kubernetes.io/managed-by': 'spandrel' },
    },
    spec: {
      podSelector: around.namespace === null ? { matchLabels: ofProject } : {},
      policyTypes: ['Ingress', 'Egress'],
    },
  };
}

function ingressRules(workload: DeployedComponent, traffic: Traffic): NonNullable<NetworkPolicy['spec']['ingress']> {
  const ports = [{ protocol: 'TCP' as const, port: workload.port }];
  const callers = traffic.callers.get(workload.id) ?? [];
  const rule = workload.isExposed ? [{ ports }] : callers.length > 0 ? [{ from: callers.map(peerOf), ports }] : [];
  return [...rule, ...(isReplicatedState(workload) ? [{ from: [peerOf(workload)] }] : [])];
}

function egressRules(workload: DeployedComponent, traffic: Traffic): NonNullable<NetworkPolicy['spec']['egress']> {
  const callees = workload.calls.flatMap(({ to, port }) => {
    const callee = traffic.workloads.get(to);
    return callee === undefined ? [] : [{ to: [peerOf(callee)], ports: [{ protocol: 'TCP' as const, port }] }];
  });
  return [
    ...callees,
    ...(isReplicatedState(workload) ? [{ to: [peerOf(workload)] }] : []),
    ...(traffic.callingOut.has(workload.id) ? [{ to: ELSEWHERE }] : []),
  ];
}

function isReplicatedState({ type, replicas, autoscale }: DeployedComponent): boolean {
  return type === 'stateful' && (autoscale?.max ?? replicas) > 1;
}

function peerOf(workload: DeployedComponent): PolicyPeer {
  return { podSelector: { matchLabels: selectorLabels(workload) } };
}
