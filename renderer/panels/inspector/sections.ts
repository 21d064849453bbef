// How the fields of a component, a connection, a group and the design are laid out: sections in the order a person thinks
// in, and which fields can have no effect on this entry and stay hidden unless they are set.
import { consumerIds, isBroker } from '../../../src/catalogue/brokers.ts';
import { kindByKey } from '../../../src/catalogue/index.ts';
import {
  componentSchema,
  connectionSchema,
  designSchema,
  groupSchema,
  type Component,
  type Connection,
  type Design,
} from '../../../src/model/design.ts';
import { describeFields, type FieldDescription } from '../fields/describe.ts';
import type { SectionKey } from './FormSection.tsx';

export interface Section {
  readonly key: SectionKey;
  /** Shut until it is opened; its title then says how much of it is set. */
  readonly folded: boolean;
  readonly fields: readonly SectionField[];
}

export interface SectionField {
  readonly field: FieldDescription;
  /** From the entry: `['capacity', 'replicas']`. */
  readonly keys: readonly string[];
}

type Entries = readonly (readonly [key: SectionKey, folded: boolean, paths: readonly string[]])[];

/** Objects whose keys stand among the others, since the file could as well have them flat. */
const FLAT = new Set(['capacity', 'resources', 'cost', 'runtime', 'view']);

const COMPONENT: Entries = [
  ['general', false, ['name', 'kind', 'group']],
  [
    'capacity',
    false,
    ['replicas', 'concurrency', 'queueLimit', 'dispatch', 'discipline', 'speed'].map((key) => `capacity.${key}`),
  ],
  ['service', false, ['service', 'hitRatio', 'errorRate', 'coldStartMs', 'serviceByClass']],
  ['messages', false, ['delivery', 'maxDeliveries', 'deadLetter', 'partitions', 'batch']],
  ['calls', false, ['threading', 'calls', 'need']],
  ['autoscaling', false, ['autoscale']],
  ['resources', true, ['resources.cpu', 'resources.memoryMiB', 'cost.perReplicaHour', 'cost.perMillionRequests']],
  [
    'runtime',
    true,
    [...['language', 'image', 'port', 'healthPath', 'env', 'secrets'].map((key) => `runtime.${key}`), 'rollout'],
  ],
  ['place', true, ['id', 'description', 'view.x', 'view.y']],
];

const CONNECTION: Entries = [
  ['general', false, ['from', 'to', 'mode', 'protocol', 'label']],
  ['calls', false, ['calls', 'service', 'classes', 'optional']],
  ['network', false, ['latencyMs', 'payloadKiB', 'bandwidthMbps']],
  ['reliability', false, ['timeoutMs', 'retry', 'hedge', 'circuitBreaker', 'rateLimit', 'bulkhead']],
  ['bends', true, ['id', 'description', 'view.points']],
];

const GROUP: Entries = [
  ['general', false, ['name', 'kind', 'parent', 'view.collapsed']],
  ['place', true, ['id', 'description', 'view.x', 'view.y', 'view.width', 'view.height']],
];

const DESIGN: Entries = [
  ['general', false, ['name', 'pattern', 'currency', 'description']],
  ['objectives', false, ['objectives']],
  ['groups', false, ['groups']],
  ['groupLatencies', true, ['groupLatencies']],
  ['notes', true, ['notes']],
];

function findField(fields: readonly FieldDescription[], keys: readonly string[]): FieldDescription {
  const [key, ...rest] = keys;
  const field = fields.find((candidate) => candidate.key === key);
  if (!field) throw new Error(`The schema has no key ${keys.join('.')}`);
  if (rest.length === 0) return field;
  if (field.shape.type !== 'object') throw new Error(`${key ?? ''} has no keys of its own`);
  return findField(field.shape.fields, rest);
}

function sectionsOf(fields: readonly FieldDescription[], entries: Entries): readonly Section[] {
  return entries.map(([key, folded, paths]) => ({
    key,
    folded,
    fields: paths.map((path) => ({ field: findField(fields, path.split('.')), keys: path.split('.') })),
  }));
}

/** The paths of all keys that a form should reach; the flat objects count by their keys. */
export function pathsOf(fields: readonly FieldDescription[]): string[] {
  return fields.flatMap(({ key, shape }) =>
    FLAT.has(key) && shape.type === 'object' ? shape.fields.map((inner) => `${key}.${inner.key}`) : [key],
  );
}

export const componentFields = describeFields(componentSchema, 'component');
export const connectionFields = describeFields(connectionSchema, 'connection');
export const groupFields = describeFields(groupSchema, 'group');
export const designFields = describeFields(designSchema.omit({ spandrel: true }), 'design');

export const componentSections = sectionsOf(componentFields, COMPONENT);
export const connectionSections = sectionsOf(connectionFields, CONNECTION);
export const groupSections = sectionsOf(groupFields, GROUP);
export const designSections = sectionsOf(designFields, DESIGN);

/** Whether a key of this component can change anything; keys that are set are shown in any case. */
export function canMatter(path: string, component: Component, design: Design): boolean {
  const kind = kindByKey(component.kind);
  switch (path) {
    case 'delivery':
    case 'maxDeliveries':
    case 'deadLetter':
      return isBroker(component);
    case 'partitions':
      return component.kind === 'stream';
    case 'batch':
      return consumerIds(design).has(component.id);
    case 'hitRatio':
      return kind === undefined || kind.behaviour.answersItself === true;
    case 'need':
      return component.calls === 'parallel';
    case 'threading':
    case 'calls':
      return !isBroker(component);
    case 'rollout':
      return kind === undefined || kind.workload !== null;
    default:
      return path.startsWith('runtime.') ? kind === undefined || kind.workload !== null : true;
  }
}

/** Calls that nobody waits for have no answer that could come late, be tried for again or be missed. */
export function canMatterToCall(path: string, connection: Connection): boolean {
  const isAsync = connection.mode === 'async';
  return !(isAsync && ['timeoutMs', 'hedge', 'optional'].includes(path));
}
