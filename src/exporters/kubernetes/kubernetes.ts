// Kubernetes: the objects that run a design, one file for each component.
import { projectName } from '../../deployment/names.ts';
import { workloads, type DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import { fail, succeed, type Finding, type Outcome } from '../../model/finding.ts';
import type { Exporter, ExportFile, ExportOptions } from '../exporter.ts';
import { checkDesign, checkObjectNames, checkWorkload } from './checks.ts';
import { manifests, namespaceObject } from './manifests.ts';
import type { Surroundings } from './metadata.ts';
import { speaksHttp } from './network.ts';
import { joinYaml, toYaml } from './yaml.ts';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** A component's name, up to 63 characters and a dot, may come before it; a host has 253 in all. */
const LONGEST_HOST = 253 - 64;

/** Applied first: files of a folder are taken in the order of their names, and no component id begins with a digit. */
const NAMESPACE_FILE = '00-namespace.yaml';

export const kubernetes: Exporter = {
  id: 'kubernetes',
  title: 'Kubernetes manifests',
  description: 'Deployments, StatefulSets, Services, autoscalers and what they need, one file for each component',
  fileName: 'kubernetes.yaml',
  stream: joinYaml,
  options: [
    {
      key: 'namespace',
      title: 'Namespace',
      help: 'The namespace that is made and that everything lies in; empty leaves it to whoever applies the files.',
      type: 'text',
      default: '',
    },
    {
      key: 'ingressHost',
      title: 'Ingress host',
      help: 'The host under which what is called from outside is reachable; empty makes no Ingress.',
      type: 'text',
      default: '',
    },
    {
      key: 'imagePullPolicy',
      title: 'Image pull policy',
      help: 'When images are fetched anew.',
      type: 'choice',
      choices: ['IfNotPresent', 'Always', 'Never'],
      default: 'IfNotPresent',
    },
  ],
  run,
};

function run(design: Design, options: ExportOptions): Outcome<readonly ExportFile[]> {
  const namespace = textOf(options.namespace);
  const ingressHost = textOf(options.ingressHost);
  const deployed = workloads(design);
  const refused = [
    ...checkNamespace(namespace),
    ...checkHost(ingressHost),
    ...(deployed.ok ? checkObjectNames(deployed.value) : deployed.findings),
  ];
  if (!deployed.ok || refused.length > 0) return fail(refused);
  if (deployed.value.length === 0) return succeed([], deployed.notes);
  const around: Surroundings = {
    project: projectName(design),
    namespace: namespace === '' ? null : namespace,
    imagePullPolicy: textOf(options.imagePullPolicy),
    hosts: hostsOf(deployed.value, ingressHost),
  };
  return succeed(filesOf(deployed.value, around), [
    ...deployed.notes,
    ...deployed.value.flatMap(checkWorkload),
    ...checkDesign(design, deployed.value, around.hosts),
  ]);
}

function filesOf(deployed: readonly DeployedComponent[], around: Surroundings): readonly ExportFile[] {
  const files = deployed.map((workload) => ({
    path: `${workload.name}.yaml`,
    text: toYaml(manifests(workload, around)),
  }));
  if (around.namespace === null) return files;
  return [{ path: NAMESPACE_FILE, text: toYaml([namespaceObject(around.namespace, around.project)]) }, ...files];
}

/** The first component that is called from outside takes the host itself, each other one its name before it. */
function hostsOf(deployed: readonly DeployedComponent[], ingressHost: string): ReadonlyMap<string, string> {
  if (ingressHost === '') return new Map();
  const exposed = deployed.filter((workload) => workload.isExposed && speaksHttp(workload));
  return new Map(exposed.map(({ id, name }, at) => [id, at === 0 ? ingressHost : `${name}.${ingressHost}`]));
}

function textOf(option: string | boolean | undefined): string {
  return typeof option === 'string' ? option.trim() : '';
}

function checkNamespace(namespace: string): Finding[] {
  if (namespace === '' || LABEL.test(namespace)) return [];
  return [
    {
      rule: 'bad-option',
      severity: 'error',
      path: 'options.namespace',
      message: `"${namespace}" cannot be the name of a namespace`,
      mend: 'Use at most 63 lower-case letters, digits and -, beginning and ending with a letter or digit.',
    },
  ];
}

function checkHost(host: string): Finding[] {
  const isHost = host.length <= LONGEST_HOST && host.split('.').every((label) => LABEL.test(label));
  if (host === '' || isHost) return [];
  return [
    {
      rule: 'bad-option',
      severity: 'error',
      path: 'options.ingressHost',
      message: `"${host}" is no name of a host`,
      mend: 'Write it as shop.example.com, without scheme, port or path.',
    },
  ];
}
