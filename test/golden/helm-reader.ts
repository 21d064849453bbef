// A Helm chart as Helm reads it: its parts, its values against their schema, its templates expanded.
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import { expand } from './go-template.ts';
import { readManifests, type Manifest } from './kubernetes-reader.ts';

export interface Chart {
  readonly name: string;
  readonly values: Values;
  readonly schema: object;
  /** All objects of an installation with other values over those of the chart. */
  readonly install: (change?: (values: Values) => void) => Manifest[];
  readonly test: () => Manifest[];
  readonly notes: () => string;
}

export interface Values {
  imagePullPolicy: string;
  nodeSelector: Record<string, string>;
  imagePullSecrets: { name: string }[];
  ingress: { enabled: boolean; host: string; className: string; tls: boolean };
  networkPolicies: { enabled: boolean };
  components: Record<string, Record<string, unknown>>;
}

const RELEASE = { Name: 'my-release', Namespace: 'shop', Service: 'Helm' };
const TEST = 'templates/tests/';

/** Throws where Helm would. */
export function readChart(files: readonly ExportFile[]): Chart {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const at = (path: string) => {
    const text = texts.get(path);
    if (text === undefined) throw new Error(`no ${path}`);
    return text;
  };
  const about = parse(at('Chart.yaml')) as { apiVersion: string; name: string; version: string };
  if (about.apiVersion !== 'v2' || !/^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(about.name)) throw new Error('no chart');
  if (!/^\d+\.\d+\.\d+$/.test(about.version)) throw new Error('no version');
  const schema = JSON.parse(at('values.schema.json')) as object;
  const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);
  const templates = Object.fromEntries([...texts].filter(([path]) => path.startsWith('templates/')));
  const values = () => parse(at('values.yaml')) as Values;
  const written = (change: (values: Values) => void): Record<string, string> => {
    const changed = values();
    change(changed);
    if (!isValid(changed)) throw new Error(JSON.stringify(isValid.errors));
    const Chart = { Name: about.name, Version: about.version };
    return expand(templates, { Values: changed, Release: RELEASE, Chart });
  };
  const nothing = () => undefined;
  const objects = (isWanted: (path: string) => boolean, change: (values: Values) => void = nothing) =>
    Object.entries(written(change))
      .filter(([path]) => path.endsWith('.yaml') && isWanted(path))
      .flatMap(([, text]) => readManifests(text).filter((manifest) => manifest as Manifest | null));
  return {
    name: about.name,
    values: values(),
    schema,
    install: (change) => objects((path) => !path.startsWith(TEST), change),
    test: () => objects((path) => path.startsWith(TEST)),
    notes: () => written(nothing)['templates/NOTES.txt'] ?? '',
  };
}
