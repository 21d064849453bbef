// The options of the formats that deploy to Kubernetes, and whether Kubernetes would take what they say.
import type { Finding } from '../../model/finding.ts';
import type { ExportOption, ExportOptions } from '../exporter.ts';

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** A component's name and a dot, and an environment's, may come before it; a host has 253 in all. */
const LONGEST_HOST = 253 - 64 - 8;

export const namespaceOption: ExportOption = {
  key: 'namespace',
  title: 'Namespace',
  help: 'The namespace that is made and that everything lies in; empty leaves it to whoever applies the files.',
  type: 'text',
  default: '',
};

export const hostOption: ExportOption = {
  key: 'ingressHost',
  title: 'Ingress host',
  help: 'The host under which what is called from outside is reachable; empty makes no Ingress.',
  type: 'text',
  default: '',
};

export const entryOption: ExportOption = {
  key: 'entry',
  title: 'Way in from outside',
  help: 'By an Ingress, or by a Gateway and an HTTPRoute, which also weigh the requests of a canary.',
  type: 'choice',
  choices: ['ingress', 'gateway-api'],
  default: 'ingress',
};

export const entryClassOption: ExportOption = {
  key: 'entryClass',
  title: 'Class of the Ingress or Gateway',
  help: 'Which controller of the cluster serves it; empty leaves an Ingress to the default one.',
  type: 'text',
  default: '',
};

export const tlsOption: ExportOption = {
  key: 'tls',
  title: 'HTTPS from outside',
  help: 'Serve each host by the certificate of a Secret of the cluster.',
  type: 'switch',
  default: false,
};

export const activeOption: ExportOption = {
  key: 'active',
  title: 'Active side of blue-green',
  help: 'The Deployment that the Service of a blue-green component leads to.',
  type: 'choice',
  choices: ['blue', 'green'],
  default: 'blue',
};

export const canaryOption: ExportOption = {
  key: 'canary',
  title: 'Canary rollouts',
  help: 'As a Rollout of the controller Argo Rollouts, or as a Deployment that is updated one pod after the other.',
  type: 'choice',
  choices: ['argo-rollouts', 'rolling'],
  default: 'argo-rollouts',
};

export const policiesOption: ExportOption = {
  key: 'networkPolicies',
  title: 'Network policies',
  help: 'Let pods talk along the connections of the design only.',
  type: 'switch',
  default: true,
};

export const pullOption: ExportOption = {
  key: 'imagePullPolicy',
  title: 'Image pull policy',
  help: 'When images are fetched anew.',
  type: 'choice',
  choices: ['IfNotPresent', 'Always', 'Never'],
  default: 'IfNotPresent',
};

/** What is given for an option of type text, without blanks around it. */
export function textOf(option: string | boolean | undefined): string {
  return typeof option === 'string' ? option.trim() : '';
}

/** Errors for names that cannot be ones. */
export function checkOptions(options: ExportOptions): Finding[] {
  return [
    ...checkNamespace(textOf(options.namespace)),
    ...checkHost(textOf(options.ingressHost)),
    ...checkClass(textOf(options.entryClass)),
  ];
}

function checkNamespace(namespace: string): Finding[] {
  if (namespace === '' || LABEL.test(namespace)) return [];
  const message = `"${namespace}" cannot be the name of a namespace`;
  const mend = 'Use at most 63 lower-case letters, digits and -, beginning and ending with a letter or digit.';
  return [badOption('namespace', message, mend)];
}

function checkHost(host: string): Finding[] {
  if (host === '' || isHost(host)) return [];
  return [
    badOption(
      'ingressHost',
      `"${host}" is no name of a host`,
      'Write it as shop.example.com, without scheme, port or path.',
    ),
  ];
}

function checkClass(name: string): Finding[] {
  if (name === '' || isHost(name)) return [];
  const message = `"${name}" cannot be the name of a class`;
  return [badOption('entryClass', message, 'Use lower-case letters, digits, - and dots, as in nginx.')];
}

function isHost(host: string): boolean {
  return host.length <= LONGEST_HOST && host.split('.').every((label) => LABEL.test(label));
}

function badOption(key: string, message: string, mend: string): Finding {
  return { rule: 'bad-option', severity: 'error', path: `options.${key}`, message, mend };
}
