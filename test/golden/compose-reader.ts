// Compose and stack files as their tools read them: YAML, the published schema, and whether all that is named is there.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parseDocument } from 'yaml';

export interface ComposeService {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks: readonly string[] | Readonly<Record<string, unknown>>;
  readonly volumes?: readonly { readonly source: string }[];
  readonly secrets?: readonly { readonly source: string }[];
  readonly configs?: readonly { readonly source: string }[];
  readonly profiles?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly ports?: readonly { readonly target: number; readonly published: string | number }[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks?: Readonly<Record<string, unknown>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly configs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const require = createRequire(import.meta.url);
const schemaFile = join(dirname(require.resolve('dclint/package.json')), 'schemas/compose.schema.json');
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as object;
// The schema's formats (duration, ports) are of Compose itself; ajv knows none of them.
const ajv = new Ajv2019({ allErrors: true, strict: false, validateFormats: false, validateSchema: false });
const validate = ajv.compile(schema);

/** Throws where a reader of YAML 1.1 and one of 1.2 would not see the same. */
export function readYaml(text: string): unknown {
  const [old, current] = (['1.1', '1.2'] as const).map((version) => {
    const document = parseDocument(text, { version, uniqueKeys: true });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return document.toJS() as unknown;
  });
  if (JSON.stringify(old) !== JSON.stringify(current)) throw new Error(`YAML 1.1 and 1.2 read this apart:\n${text}`);
  return current;
}

/** What the schema refuses, and what is named and not there. */
export function composeFaults(file: ComposeFile): string[] {
  const refused = validate(file)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  return [...refused, ...Object.entries(file.services).flatMap(([name, service]) => danglings(name, service, file))];
}

function danglings(name: string, service: ComposeService, file: ComposeFile): string[] {
  const networks = Array.isArray(service.networks) ? (service.networks as string[]) : Object.keys(service.networks);
  const named: readonly (readonly [readonly string[], object | undefined])[] = [
    [networks, file.networks],
    [(service.volumes ?? []).map(({ source }) => source), file.volumes],
    [(service.secrets ?? []).map(({ source }) => source), file.secrets],
    [(service.configs ?? []).map(({ source }) => source), file.configs],
    [Object.keys(service.depends_on ?? {}), file.services],
  ];
  const missing = named.flatMap(([names, there]) =>
    names.filter((key) => !Object.hasOwn(there ?? {}, key)).map((key) => `${name}: there is no ${key}`),
  );
  return [...missing, ...unhealthy(name, service, file), ...circle(name, file)];
}

/** Compose refuses to wait for the health of what has no check. */
function unhealthy(name: string, service: ComposeService, file: ComposeFile): string[] {
  return Object.entries(service.depends_on ?? {}).flatMap(([other, { condition }]) => {
    const before = file.services[other];
    const hasCheck = before?.healthcheck !== undefined;
    const isHidden = (before?.profiles ?? []).some((profile) => !(service.profiles ?? []).includes(profile));
    return [
      ...(hasCheck === (condition === 'service_healthy') ? [] : [`${name}: ${other} is waited for as ${condition}`]),
      ...(isHidden ? [`${name}: ${other} lies under another profile`] : []),
    ];
  });
}

function circle(name: string, file: ComposeFile): string[] {
  const seen = new Set<string>();
  const open = Object.keys(file.services[name]?.depends_on ?? {});
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === name) return [`${name} waits for itself`];
    if (!seen.has(at)) open.push(...Object.keys(file.services[at]?.depends_on ?? {}));
    seen.add(at);
  }
  return [];
}
