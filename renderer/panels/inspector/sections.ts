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

export interface Section {
  readonly title: string;
  /** Shut until it is opened; its title then says how much of it is set. */
  readonly folded: boolean;
  readonly fields: readonly SectionField[];
}

export interface SectionField {
  readonly field: FieldDescription;
  /** From the entry: `['capacity', 'replicas']`. */
  readonly keys: readonly string[];
}

type Entries = readonly (readonly [title: string, folded: boolean, paths: readonly string[]])[];

/** Objects whose keys stand among the others, since the file could as well have them flat. */
const FLAT = new Set(['capacity', 'resources', 'cost', 'runtime', 'view']);

const COMPONENT: Entries = [
  ['General', false, ['name', 'kind', 'group']],
  [
    'Capacity',
    false,
    ['replicas', 'concurrency', 'queueLimit', 'dispatch', 'discipline', 'speed'].map((key) => `capacity.${key}`),
  ],
  ['Service', false, ['service', 'hitRatio', 'errorRate', 'coldStartMs', 'serviceByClass']],
  ['Messages', false, ['delivery', 'maxDeliveries', 'deadLetter', 'partitions', 'batch']],
  ['Calls', false, ['threading', 'calls', 'need']],
  ['Autoscaling', false, ['autoscale']],
  [
    'Resources and cost',
    true,
    ['resources.cpu', 'resources.memoryMiB', 'cost.perReplicaHour', 'cost.perMillionRequests'],
  ],
  [
    'Runtime',
    true,
    [...['language', 'image', 'port', 'healthPath', 'env', 'secrets'].map((key) => `runtime.${key}`), 'rollout'],
  ],
  ['Id, description, place', true, ['id', 'description', 'view.x', 'view.y']],
];

const CONNECTION: Entries = [
  ['General', false, ['from', 'to', 'mode', 'protocol', 'label']],
  ['Calls', false, ['calls', 'service', 'classes', 'optional']],
  ['Network', false, ['latencyMs', 'payloadKiB', 'bandwidthMbps']],
  ['Reliability', false, ['timeoutMs', 'retry', 'hedge', 'circuitBreaker', 'rateLimit', 'bulkhead']],
  ['Id, description, bends', true, ['id', 'description', 'view.points']],
];

const GROUP: Entries = [
  ['General', false, ['name', 'kind', 'parent']],
  ['Id and description', true, ['id', 'description']],
];

const DESIGN: Entries = [
  ['General', false, ['name', 'pattern', 'currency', 'description']],
  ['Objectives', false, ['objectives']],
  ['Groups', false, ['groups']],
  ['Latency between groups', true, ['groupLatencies']],
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
  return entries.map(([title, folded, paths]) => ({
    title,
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

export const componentFields = describeFields(componentSchema);
export const connectionFields = describeFields(connectionSchema);
export const groupFields = describeFields(groupSchema);
export const designFields = describeFields(designSchema.omit({ spandrel: true }));

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
