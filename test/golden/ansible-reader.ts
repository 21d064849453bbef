// Ansible's files as YAML, held against each other; `ansible-playbook` itself is asked in ansible.test.ts.
import { parseDocument } from 'yaml';

interface Text {
  readonly path: string;
  readonly text: string;
}

/** A text that must not be taken for a template. */
const unsafe = { tag: '!unsafe', resolve: (text: string) => text };

/** Throws where a reader of YAML 1.1 and one of 1.2 would not see the same. */
export function readAnsible(text: string): unknown {
  const [old, current] = (['1.1', '1.2'] as const).map((version) => {
    const document = parseDocument(text, { version, uniqueKeys: true, customTags: [unsafe] });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return document.toJS() as unknown;
  });
  if (JSON.stringify(old) !== JSON.stringify(current)) throw new Error(`YAML 1.1 and 1.2 read this apart:\n${text}`);
  return current;
}

interface Play {
  readonly hosts: string;
}

/** Groups that a play or a variable file names and the inventory lacks, and templates in what is data. */
export function ansibleFaults(files: readonly Text[]): string[] {
  const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';
  const inventory = readAnsible(textOf('inventory.yaml')) as {
    all: { children: { workloads: { children: Record<string, unknown> } } };
  };
  const groups = new Set(['all', 'workloads', ...Object.keys(inventory.all.children.workloads.children)]);
  const plays = ['site.yml', 'deploy.yml'].flatMap((path) => readAnsible(textOf(path)) as readonly Play[]);
  const variableFiles = files.filter(({ path }) => path.startsWith('group_vars/'));
  const named = [
    ...plays.map(({ hosts }) => hosts),
    ...variableFiles.map(({ path }) => path.replace(/^group_vars\/|\.yaml$/g, '')),
  ];
  return [
    ...named.filter((group) => !groups.has(group)).map((group) => `there is no group ${group}`),
    ...variableFiles.flatMap(({ path, text }) => openTemplates(path, text)),
  ];
}

function openTemplates(path: string, text: string): string[] {
  const document = parseDocument(text, { customTags: [{ ...unsafe, resolve: () => 'kept from being a template' }] });
  return /\{[{%#]/.test(JSON.stringify(document.toJS())) ? [`${path} holds a template`] : [];
}
