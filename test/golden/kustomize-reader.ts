// An export to Kustomize as Kustomize reads it: what a kustomization names must be there, and each patch must fit.
import { parse } from 'yaml';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import { readManifests, type Manifest } from './kubernetes-reader.ts';

interface Kustomization {
  apiVersion: string;
  kind: string;
  namespace?: string;
  resources: string[];
  patches?: { path: string; target: { group?: string; version: string; kind: string; name: string } }[];
  labels?: { pairs: Record<string, string>; includeSelectors: false }[];
}

type Tree = Record<string, unknown>;

/** The environments of an export, by their folders' names. */
export function environmentsOf(files: readonly ExportFile[]): string[] {
  return files.flatMap(({ path }) => /^overlays\/([^/]+)\/kustomization\.yaml$/.exec(path)?.[1] ?? []);
}

/** All objects of one folder, patched; throws on what is missing, on unknown keys, and on files that nobody names. */
export function build(files: readonly ExportFile[], folder: string): Manifest[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const at = (path: string) => {
    const text = texts.get(`${folder}/${path}`);
    if (text === undefined) throw new Error(`no ${folder}/${path}`);
    return text;
  };
  const {
    apiVersion,
    kind,
    namespace,
    resources,
    patches = [],
    labels = [],
    ...unknown
  } = parse(at('kustomization.yaml')) as Kustomization;
  if (apiVersion !== 'kustomize.config.k8s.io/v1beta1' || kind !== 'Kustomization') throw new Error('no kustomization');
  if (Object.keys(unknown).length > 0) throw new Error(`unknown: ${Object.keys(unknown).join(', ')}`);
  const named = new Set(['kustomization.yaml', ...resources, ...patches.map(({ path }) => path)]);
  for (const path of texts.keys()) {
    if (path.startsWith(`${folder}/`) && !named.has(path.slice(folder.length + 1)))
      throw new Error(`not named: ${path}`);
  }
  const objects = resources.flatMap((path) => (path === '../../base' ? build(files, 'base') : readManifests(at(path))));
  for (const { path, target } of patches) {
    const group = target.group === undefined ? '' : `${target.group}/`;
    const found = objects.filter(
      (object) =>
        object.apiVersion === `${group}${target.version}` &&
        object.kind === target.kind &&
        object.metadata.name === target.name,
    );
    if (found.length !== 1 || found[0] === undefined) throw new Error(`${path} fits ${found.length} objects`);
    for (const operation of parse(at(path)) as { op: string; path: string; value: unknown }[]) {
      replace(found[0] as unknown as Tree, operation);
    }
  }
  for (const object of objects) adorn(object as unknown as Tree, namespace, labels[0]?.pairs ?? {});
  return objects;
}

/** RFC 6902: the place must be there. */
function replace(object: Tree, { op, path, value }: { op: string; path: string; value: unknown }): void {
  const keys = path.slice(1).split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((at, key) => (at as Tree)[key], object) as Tree | undefined;
  if (op !== 'replace' || typeof parent !== 'object' || !(last in parent)) throw new Error(`nothing at ${path}`);
  parent[last] = value;
}

function adorn(object: Tree, namespace: string | undefined, labels: Record<string, string>): void {
  const metadata = object.metadata as { namespace?: string; labels: Record<string, string> };
  if (namespace !== undefined && object.kind !== 'Namespace') metadata.namespace = namespace;
  Object.assign(metadata.labels, labels);
}
