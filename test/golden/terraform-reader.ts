// Terraform files as its own parser reads them, and whether every resource that is named is there, once.
import { parse } from '@cdktf/hcl2json';

export interface TerraformText {
  readonly path: string;
  readonly text: string;
}

export type Parsed = Readonly<Record<string, unknown>>;

export async function readTerraform(files: readonly TerraformText[]): Promise<readonly Parsed[]> {
  const own = files.filter(({ path }) => path.endsWith('.tf'));
  return Promise.all(own.map(async ({ path, text }) => (await parse(path, text)) as Parsed));
}

const DECLARED = /^(?:resource|data) "(\w+)" "([^"]+)" \{/gm;
const NAMED = /(?:^|[^\w.])((?:data\.)?(?:aws|kubernetes)_\w+)\.([A-Za-z]\w*(?:-\w+)*)(?=[.[}\s,)\]]|$)/g;

/** What is declared twice, and what is named and declared nowhere. */
export function terraformFaults(files: readonly TerraformText[]): string[] {
  const text = files.map((file) => file.text).join('\n');
  const declared = [...text.matchAll(DECLARED)].map(
    ([line, type, name]) => `${line.startsWith('data') ? 'data.' : ''}${type}.${name}`,
  );
  const twice = declared.filter((name, at) => declared.indexOf(name) !== at);
  const known = new Set(declared);
  // Texts of the design are no references: only what stands outside of quotes, or in a template, counts.
  const outside = text.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) =>
    [...quoted.matchAll(/(?<!\$)\$\{([^}]*)\}/g)].join(' '),
  );
  const named = [...outside.matchAll(NAMED)].map(([, type, name]) => `${type}.${name}`);
  const variables = [...outside.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => String(name));
  return [
    ...twice.map((name) => `${name} is declared twice`),
    ...named.filter((name) => !known.has(name)).map((name) => `there is no ${name}`),
    ...variables.filter((name) => !text.includes(`variable "${name}" {`)).map((name) => `there is no variable ${name}`),
  ];
}
