// Kustomize: the Kubernetes objects as a base, and an overlay for each environment that changes replicas and resources.
import type { Design } from '../../model/design.ts';
import { fail, succeed, type Outcome } from '../../model/finding.ts';
import type { Exporter, ExportFile, ExportOptions } from '../exporter.ts';
import { namespaceObject } from '../kubernetes/manifests.ts';
import type { Surroundings } from '../kubernetes/metadata.ts';
import {
  activeOption,
  canaryOption,
  checkOptions,
  entryClassOption,
  hostOption,
  namespaceOption,
  policiesOption,
  pullOption,
  textOf,
  tlsOption,
} from '../kubernetes/options.ts';
import { plan, type Plan } from '../kubernetes/plan.ts';
import { objectsText } from '../kubernetes/yaml.ts';
import { yamlText } from '../yaml.ts';
import { ENVIRONMENTS, LONGEST_ENDING, type Environment } from './environments.ts';
import { patchesOf, type Patch } from './patches.ts';

const LONGEST_NAMESPACE = 63;
const COMMON_FILE = 'network.all.yaml';

export const kustomize: Exporter = {
  id: 'kustomize',
  title: 'Kustomize',
  description: 'The Kubernetes objects as a base, with overlays for dev, staging and production',
  fileName: 'kustomize',
  stream: null,
  options: [
    {
      ...namespaceOption,
      help: 'What the namespaces of the environments begin with; empty takes the name of the design.',
    },
    {
      ...hostOption,
      help: 'The host in production of what is called from outside, elsewhere with the environment before it; empty makes no Ingress.',
    },
    entryClassOption,
    tlsOption,
    activeOption,
    canaryOption,
    policiesOption,
    pullOption,
  ],
  run,
};

function run(design: Design, options: ExportOptions): Outcome<readonly ExportFile[]> {
  // Objects of the base lie in no namespace; each overlay has its own.
  const planned = plan(design, { ...options, namespace: '' });
  const refused = checkOptions(options);
  if (!planned.ok || refused.length > 0) return fail([...refused, ...(planned.ok ? [] : planned.findings)]);
  if (planned.value.parts.length === 0) return succeed([], planned.notes);
  const prefix = (textOf(options.namespace) || planned.value.around.project)
    .slice(0, LONGEST_NAMESPACE - LONGEST_ENDING)
    .replace(/-+$/, '');
  return succeed(
    [...base(planned.value), ...ENVIRONMENTS.flatMap((one) => overlay(planned.value, one, prefix))],
    planned.notes,
  );
}

function base({ parts, common }: Plan): readonly ExportFile[] {
  const files = [
    ...(common.length === 0 ? [] : [{ path: COMMON_FILE, text: objectsText(common) }]),
    ...parts.map(({ workload, objects }) => ({ path: `${workload.name}.yaml`, text: objectsText(objects) })),
  ];
  // A component may be called kustomization.
  const named = files.map((file) => ({
    ...file,
    path: file.path.replace(/^kustomization\.yaml$/, 'kustomization.component.yaml'),
  }));
  return [
    { path: 'base/kustomization.yaml', text: kustomization({ resources: named.map(({ path }) => path) }) },
    ...named.map(({ path, text }) => ({ path: `base/${path}`, text })),
  ];
}

function overlay({ parts, around }: Plan, environment: Environment, prefix: string): readonly ExportFile[] {
  const namespace = `${prefix}-${environment.name}`;
  const patches = parts
    .flatMap((part) => patchesOf(part, inEnvironment(around, environment), environment))
    .map((patch) => ({ ...patch, path: patchPath(patch) }));
  const folder = `overlays/${environment.name}`;
  return [
    {
      path: `${folder}/kustomization.yaml`,
      text: kustomization({
        namespace,
        resources: ['../../base', 'namespace.yaml'],
        labels: [{ pairs: { environment: environment.name }, includeSelectors: false }],
        ...(patches.length === 0 ? {} : { patches: patches.map(({ path, target }) => ({ path, target })) }),
      }),
    },
    { path: `${folder}/namespace.yaml`, text: objectsText([namespaceObject(namespace, around.project)]) },
    ...patches.map(({ path, operations }) => ({
      path: `${folder}/${path}`,
      text: yamlText(operations),
    })),
  ];
}

/** Production has the host itself, every other environment one below it. */
function inEnvironment(around: Surroundings, { name }: Environment): Surroundings {
  if (name === 'production') return around;
  return { ...around, hosts: new Map([...around.hosts].map(([id, host]) => [id, `${name}.${host}`])) };
}

function patchPath({ target: { kind, name } }: Patch): string {
  return `${name}.${kind.toLowerCase()}.yaml`;
}

function kustomization(content: object): string {
  return yamlText({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', ...content });
}
