// Ansible: the containers of a design on hosts of one's own, installed by one playbook and rolled out by another.
import { projectName } from '../../deployment/names.ts';
import { workloads } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import { fail, succeed, type Finding, type Outcome } from '../../model/finding.ts';
import type { Exporter, ExportFile, ExportOptions } from '../exporter.ts';
import { yamlText, UNSAFE } from '../yaml.ts';
import { groupVariables, inventory, sharedVariables } from './inventory.ts';
import { ansibleNotes } from './notes.ts';
import { deployPlaybook, sitePlaybook } from './playbooks.ts';
import { roleFiles } from './role.ts';

const HOST = /^(?=.{1,190}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

export const ansible: Exporter = {
  id: 'ansible',
  title: 'Ansible',
  description: 'Inventory, variables, a role and two playbooks: one installs the containers, one rolls them out',
  fileName: 'ansible',
  stream: null,
  options: [
    {
      key: 'engine',
      title: 'Container engine',
      help: 'What runs the containers on the hosts.',
      type: 'choice',
      choices: ['docker', 'podman'],
      default: 'docker',
    },
    {
      key: 'domain',
      title: 'Domain of the hosts',
      help: 'What comes after the names of the hosts in the inventory; each replica has a host of its own.',
      type: 'text',
      default: 'example.internal',
    },
  ],
  run,
};

function run(design: Design, options: ExportOptions): Outcome<readonly ExportFile[]> {
  const domain = typeof options.domain === 'string' ? options.domain.trim() : '';
  if (!HOST.test(domain)) return fail([badDomain(domain)]);
  const deployed = workloads(design);
  if (!deployed.ok) return fail(deployed.findings);
  if (deployed.value.length === 0) return succeed([], deployed.notes);
  const data = (value: unknown) => yamlText(value, (text) => (/\{[{%#]/.test(text) ? UNSAFE : null));
  const shared = sharedVariables(projectName(design), options.engine === 'podman' ? 'podman' : 'docker');
  const files = [
    { path: 'inventory.yaml', text: data(inventory(deployed.value, domain)) },
    { path: 'group_vars/all.yaml', text: data(shared) },
    ...groupVariables(deployed.value).map(({ group, variables }) => ({
      path: `group_vars/${group}.yaml`,
      text: data(variables),
    })),
    ...roleFiles(),
    { path: 'site.yml', text: yamlText(sitePlaybook()) },
    { path: 'deploy.yml', text: yamlText(deployPlaybook(design, deployed.value)) },
  ];
  return succeed(files, [...deployed.notes, ...ansibleNotes(design, deployed.value)]);
}

function badDomain(domain: string): Finding {
  return {
    rule: 'bad-option',
    severity: 'error',
    path: 'options.domain',
    message: `"${domain}" is no name of a domain`,
    mend: 'Write it as example.internal, in lower case.',
  };
}
