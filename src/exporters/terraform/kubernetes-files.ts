// The files of a Terraform module for a cluster: the objects of the Kubernetes export, one file for each component.
import type { Design } from '../../model/design.ts';
import { fail, succeed, type Finding, type Outcome } from '../../model/finding.ts';
import type { ExportOptions } from '../exporter.ts';
import { namespaceObject } from '../kubernetes/manifests.ts';
import type { KubernetesObject } from '../kubernetes/any-object.ts';
import { plan } from '../kubernetes/plan.ts';
import { resource, resourceName } from './kubernetes-hcl.ts';
import { block, expression, type Block, type Value } from './hcl.ts';
import { changedTexts } from './texts.ts';
import { output, variable, versions, type TerraformFile } from './module.ts';

export function kubernetesFiles(design: Design, options: ExportOptions): Outcome<readonly TerraformFile[]> {
  const planned = plan(design, {
    namespace: 'design',
    ingressHost: options.ingressHost ?? '',
    // The provider has no resource for the controller of canaries.
    canary: 'rolling',
  });
  if (!planned.ok) return fail(planned.findings);
  const { parts, common, around } = planned.value;
  if (parts.length === 0) return succeed([], planned.notes);
  const namespace = namespaceObject('design', around.project);
  const objects = [...common, ...parts.flatMap((part) => part.objects)];
  return succeed(
    [
      versionsFile(),
      { path: 'variables.tf', blocks: variables(around.project) },
      { path: 'main.tf', blocks: [namespaceBlock(namespace), ...common.flatMap(blocksOf)] },
      ...parts.map(({ workload, objects: own }) => ({
        path: `component-${workload.name}.tf`,
        blocks: own.flatMap(blocksOf),
      })),
      { path: 'outputs.tf', blocks: outputs(objects) },
    ],
    [...planned.notes, ...lostTolerance(objects), ...changedTexts(design)],
  );
}

function versionsFile(): TerraformFile {
  return { path: 'versions.tf', blocks: versions('kubernetes', 'hashicorp/kubernetes', '~> 2.35', []) };
}

function variables(project: string): readonly Block[] {
  return [variable('namespace', 'Namespace that everything lies in', project)];
}

/** All lie in the namespace that is made first. */
function blocksOf(object: KubernetesObject): Block[] {
  const made = resource(withoutTolerance(object));
  if (made === null) return [];
  const depends: readonly [string, Value] = ['depends_on', [expression('kubernetes_namespace_v1.design')]];
  return [{ ...made, body: [...made.body, depends] }];
}

function namespaceBlock(namespace: KubernetesObject): Block {
  const { labels } = namespace.metadata;
  const metadata = block(
    'metadata',
    [],
    [
      ['name', expression('var.namespace')],
      ['labels', labels ?? {}],
    ],
  );
  return block('resource', ['kubernetes_namespace_v1', 'design'], [metadata]);
}

/** The addresses of all services in the cluster, and from outside those of Ingresses. */
function outputs(objects: readonly KubernetesObject[]): readonly Block[] {
  const services = objects.flatMap((object) =>
    object.kind === 'Service' && object.spec.clusterIP === undefined
      ? [[object.metadata.name, `${object.metadata.name}.\${var.namespace}.svc:${object.spec.ports[0]?.port}`] as const]
      : [],
  );
  const hosts = objects.flatMap((object) =>
    object.kind === 'Ingress' ? object.spec.rules.map(({ host }) => host) : [],
  );
  return [
    output(
      'namespace',
      'The namespace that everything lies in',
      expression('kubernetes_namespace_v1.design.metadata[0].name'),
    ),
    output(
      'services',
      'Where each service is found in the cluster',
      Object.fromEntries(services.map(([name, address]) => [name, expression(`"${address}"`)])),
    ),
    ...(hosts.length === 0 ? [] : [output('hosts', 'The hosts under which it is reachable', hosts)]),
  ];
}

/** How far off an autoscaler lets the measure be: not yet an argument of the provider. */
function withoutTolerance(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'HorizontalPodAutoscaler') return object;
  const { scaleUp, scaleDown } = object.spec.behavior;
  const { tolerance: _up, ...up } = scaleUp;
  const { tolerance: _down, ...down } = scaleDown;
  return { ...object, spec: { ...object.spec, behavior: { scaleUp: up, scaleDown: down } } };
}

function lostTolerance(objects: readonly KubernetesObject[]): Finding[] {
  return objects.flatMap((object) => {
    if (object.kind !== 'HorizontalPodAutoscaler' || object.spec.behavior.scaleUp.tolerance === undefined) return [];
    const { name } = object.metadata;
    return [
      {
        rule: 'tolerance-not-expressed',
        severity: 'warning' as const,
        path: 'components',
        message: `the Kubernetes provider of Terraform has no tolerance for the autoscaler ${resourceName(name)}`,
        mend: 'Set its tolerance to 0.1, what a cluster does by itself.',
      },
    ];
  });
}
