// What an environment changes of the base: JSON patches (RFC 6902), each for one object.
import type { KubernetesObject } from '../kubernetes/any-object.ts';
import { manifests } from '../kubernetes/manifests.ts';
import type { Surroundings } from '../kubernetes/metadata.ts';
import type { Part } from '../kubernetes/plan.ts';
import { scaled, type Environment } from './environments.ts';

export interface Operation {
  readonly op: 'replace';
  readonly path: string;
  readonly value: unknown;
}

export interface Patch {
  readonly target: {
    readonly group?: string;
    readonly version: string;
    readonly kind: string;
    readonly name: string;
  };
  readonly operations: readonly Operation[];
}

/** Places that an environment may change; each holds something in the base wherever it is changed. */
const PLACES: readonly (readonly (string | number)[])[] = [
  ['spec', 'replicas'],
  ['spec', 'minReplicas'],
  ['spec', 'maxReplicas'],
  ['spec', 'template', 'spec', 'containers', 0, 'resources'],
  ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', 0, 'resources'],
  ['spec', 'rules', 0, 'host'],
  ['spec', 'tls', 0, 'hosts'],
];

/** What differs between the objects of a component in the base and those that the environment would have. */
export function patchesOf({ workload, objects }: Part, around: Surroundings, environment: Environment): Patch[] {
  const wanted = manifests(scaled(workload, environment), around);
  const byKey = new Map(wanted.map((object) => [keyOf(object), object]));
  return objects.flatMap((object) => {
    const other = byKey.get(keyOf(object));
    const operations = other === undefined ? [] : PLACES.flatMap((path) => operation(object, other, path));
    return operations.length === 0 ? [] : [{ target: targetOf(object), operations }];
  });
}

function operation(from: KubernetesObject, to: KubernetesObject, path: readonly (string | number)[]): Operation[] {
  const [before, value] = [valueAt(from, path), valueAt(to, path)];
  if (before === undefined || value === undefined || JSON.stringify(before) === JSON.stringify(value)) return [];
  return [{ op: 'replace', path: `/${path.join('/')}`, value }];
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined),
    value,
  );
}

function keyOf({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata.name}`;
}

function targetOf({ apiVersion, kind, metadata }: KubernetesObject): Patch['target'] {
  const parts = apiVersion.split('/');
  const version = parts.at(-1) ?? apiVersion;
  return { ...(parts.length > 1 ? { group: parts[0] ?? '' } : {}), version, kind, name: metadata.name };
}
