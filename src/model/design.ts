// The design file, declared once: every type, check and form of it is drawn from here, its words from the catalogue of texts.
//
// Objects are strict so that unknown keys are seen; they are notes, not errors, and are kept (see read.ts). A value
// outside its range is a finding too, but the design can still be opened and mended (see check.ts).
import { z } from 'zod';
import { distributionSchema } from './distribution.ts';
import { count, field, quantity, share } from './quantity.ts';

export const FORMAT_VERSION = 1;
export const ID_PATTERN = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;

const id = z.string().regex(ID_PATTERN);
const name = z.string();
const description = field(z.string(), { multiline: true }).optional();

export const PATTERNS = ['layered', 'microservices', 'event-driven', 'modular', 'mixed'] as const;
export const GROUP_KINDS = ['layer', 'boundary', 'module', 'zone', 'namespace'] as const;
export const DISPATCHES = ['shared-queue', 'random', 'round-robin', 'least-connections', 'power-of-two'] as const;
export const DISCIPLINES = ['fifo', 'lifo', 'processor-sharing', 'priority'] as const;
export const ROLLOUT_STRATEGIES = ['rolling', 'blue-green', 'canary', 'recreate'] as const;

export const groupSchema = z.strictObject({
  id,
  name: name.optional(),
  kind: field(z.enum(GROUP_KINDS), { default: 'boundary' }).optional(),
  parent: field(z.string(), { refersTo: 'group' }).optional(),
  description,
  view: z
    .strictObject({
      x: z.number().optional(),
      y: z.number().optional(),
      width: quantity({ above: 0 }).optional(),
      height: quantity({ above: 0 }).optional(),
      collapsed: field(z.boolean(), { default: false }).optional(),
    })
    .optional(),
});

export const groupLatencySchema = z.strictObject({
  from: field(z.string(), { refersTo: 'group' }),
  to: field(z.string(), { refersTo: 'group' }),
  latencyMs: quantity({ unit: 'ms' }),
});

const capacitySchema = z.strictObject({
  replicas: count({ default: 1, max: 100_000 }).optional(),
  concurrency: count({ default: 1, min: 1, max: 1_000_000 }).optional(),
  queueLimit: field(z.number().min(0).multipleOf(1).nullable(), { default: null }).optional(),
  dispatch: z.enum(DISPATCHES).optional(),
  discipline: field(z.enum(DISCIPLINES), { default: 'fifo' }).optional(),
  speed: quantity({ default: 1, above: 0 }).optional(),
});

const autoscaleSchema = z.strictObject({
  metric: field(z.enum(['utilisation', 'waiting', 'ratePerSecond']), { default: 'utilisation' }).optional(),
  target: quantity({ default: 0.6, above: 0 }).optional(),
  min: count({ default: 1 }).optional(),
  max: count({ default: 10, min: 1, max: 100_000 }).optional(),
  periodS: quantity({ unit: 's', default: 15, above: 0 }).optional(),
  startupS: quantity({ unit: 's', default: 0 }).optional(),
  stabilisationDownS: quantity({ unit: 's', default: 300 }).optional(),
  tolerance: quantity({ default: 0.1 }).optional(),
});

const batchSchema = z.strictObject({
  max: count({ min: 1, default: 1 }),
  waitMs: quantity({ unit: 'ms', default: 0 }).optional(),
});

const resourcesSchema = z.strictObject({
  cpu: quantity({ unit: 'cores', above: 0 }).optional(),
  memoryMiB: quantity({ unit: 'MiB', above: 0 }).optional(),
});

const costSchema = z.strictObject({
  perReplicaHour: quantity({ default: 0 }).optional(),
  perMillionRequests: quantity({ default: 0 }).optional(),
});

const runtimeSchema = z.strictObject({
  language: z.string().optional(),
  image: z.string().optional(),
  port: count({ min: 1, max: 65_535 }).optional(),
  healthPath: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  secrets: z.array(z.string()).optional(),
});

const serviceField = field(distributionSchema, { unit: 'ms' });

export const componentSchema = z.strictObject({
  id,
  kind: field(z.string(), { refersTo: 'kind' }),
  name: name.optional(),
  group: field(z.string(), { refersTo: 'group' }).optional(),
  description,
  capacity: capacitySchema.optional(),
  service: serviceField.optional(),
  serviceByClass: field(z.record(z.string(), distributionSchema), { unit: 'ms' }).optional(),
  threading: field(z.enum(['async', 'blocking']), { default: 'async' }).optional(),
  calls: field(z.enum(['sequential', 'parallel']), { default: 'sequential' }).optional(),
  need: field(z.number().min(1).multipleOf(1).nullable(), { default: null }).optional(),
  hitRatio: share({ default: 0 }).optional(),
  errorRate: share({ default: 0 }).optional(),
  coldStartMs: quantity({ unit: 'ms', default: 0 }).optional(),
  batch: batchSchema.optional(),
  resources: resourcesSchema.optional(),
  cost: costSchema.optional(),
  autoscale: autoscaleSchema.optional(),
  rollout: z.strictObject({ strategy: field(z.enum(ROLLOUT_STRATEGIES), { default: 'rolling' }) }).optional(),
  delivery: z.enum(['compete', 'broadcast']).optional(),
  maxDeliveries: count({ default: 1, min: 1, max: 1_000_000 }).optional(),
  deadLetter: field(z.string(), { refersTo: 'component' }).optional(),
  partitions: count({ min: 1, max: 1_000_000 }).optional(),
  runtime: runtimeSchema.optional(),
  view: z.strictObject({ x: z.number(), y: z.number() }).optional(),
});

const latencySchema = z.union([z.number().min(0), distributionSchema]);

const retrySchema = z.strictObject({
  attempts: count({ min: 1, max: 1000, default: 1 }),
  backoffMs: quantity({ unit: 'ms', default: 0 }).optional(),
  multiplier: quantity({ default: 1 }).optional(),
  jitter: field(z.enum(['none', 'full', 'equal']), { default: 'none' }).optional(),
  budgetRatio: quantity({}).optional(),
});

export const connectionSchema = z.strictObject({
  id,
  from: field(z.string(), { refersTo: 'component' }),
  to: field(z.string(), { refersTo: 'component' }),
  mode: field(z.enum(['sync', 'async']), { default: 'sync' }).optional(),
  protocol: z.string().optional(),
  label: z.string().optional(),
  description,
  calls: quantity({ default: 1, max: 1_000_000 }).optional(),
  service: field(distributionSchema, { unit: 'ms' }).optional(),
  latencyMs: field(latencySchema, { unit: 'ms', default: 0 }).optional(),
  payloadKiB: quantity({ unit: 'KiB' }).optional(),
  bandwidthMbps: quantity({ unit: 'Mbps', above: 0 }).optional(),
  classes: z.array(z.string()).optional(),
  optional: field(z.boolean(), { default: false }).optional(),
  timeoutMs: quantity({ unit: 'ms', above: 0 }).optional(),
  retry: retrySchema.optional(),
  hedge: z
    .strictObject({
      afterMs: quantity({ unit: 'ms' }),
    })
    .optional(),
  rateLimit: z
    .strictObject({
      perSecond: quantity({ unit: '/s' }),
      burst: count({ min: 1, default: 1 }).optional(),
    })
    .optional(),
  bulkhead: count({ min: 1 }).optional(),
  circuitBreaker: z
    .strictObject({
      failureRate: field(z.number().gt(0).max(1), { default: 0.5 }).optional(),
      minimumCalls: count({ min: 1, default: 20 }).optional(),
      windowS: quantity({ unit: 's', above: 0, default: 10 }).optional(),
      openS: quantity({ unit: 's', default: 5 }).optional(),
    })
    .optional(),
  view: z.strictObject({ points: z.array(z.strictObject({ x: z.number(), y: z.number() })).optional() }).optional(),
});

export const objectiveSchema = z.strictObject({
  id,
  metric: z.string(),
  at: field(z.string(), { refersTo: 'component' }).optional(),
  below: z.number().optional(),
  above: z.number().optional(),
});

const ratePerSecond = quantity({ unit: '/s', max: 100_000_000 });
const arrivalCommon = {
  at: field(z.string(), { refersTo: 'component' }),
  class: z.string().optional(),
  priority: field(z.number(), { default: 0 }).optional(),
};

export const arrivalSchema = z.discriminatedUnion('process', [
  z.strictObject({
    at: arrivalCommon.at,
    process: z.literal('poisson'),
    ratePerSecond,
    class: arrivalCommon.class,
    priority: arrivalCommon.priority,
  }),
  z.strictObject({
    at: arrivalCommon.at,
    process: z.literal('deterministic'),
    ratePerSecond,
    class: arrivalCommon.class,
    priority: arrivalCommon.priority,
  }),
  z.strictObject({
    at: arrivalCommon.at,
    process: z.literal('mmpp'),
    states: z.array(z.strictObject({ ratePerSecond, meanS: quantity({ unit: 's', above: 0 }) })).min(1),
    class: arrivalCommon.class,
    priority: arrivalCommon.priority,
  }),
  z.strictObject({
    at: arrivalCommon.at,
    process: z.literal('profile'),
    points: field(z.array(z.tuple([z.number().min(0), z.number().min(0).max(100_000_000)])).min(1), { unit: 's, /s' }),
    class: arrivalCommon.class,
    priority: arrivalCommon.priority,
  }),
  z.strictObject({
    at: arrivalCommon.at,
    process: z.literal('trace'),
    timesMs: field(z.array(z.number().min(0)), { unit: 'ms' }),
    class: arrivalCommon.class,
    priority: arrivalCommon.priority,
  }),
  z.strictObject({
    at: arrivalCommon.at,
    process: z.literal('closed'),
    users: count({ max: 10_000_000 }),
    thinkMs: field(z.union([z.number().min(0), distributionSchema]), { unit: 'ms' }),
    class: arrivalCommon.class,
    priority: arrivalCommon.priority,
  }),
]);

const faultTime = {
  fromS: quantity({ unit: 's' }),
  durationS: quantity({ unit: 's' }),
};
const faultAt = field(z.string(), { refersTo: 'component-or-group' });
const faultConnection = field(z.string(), { refersTo: 'connection' });

export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('outage'),
    at: faultAt,
    ...faultTime,
    replicas: field(z.union([z.number().min(1).multipleOf(1), z.literal('all')]), { default: 'all' }).optional(),
  }),
  z.strictObject({
    kind: z.literal('slowdown'),
    at: faultAt,
    ...faultTime,
    factor: quantity({ above: 0 }),
  }),
  z.strictObject({ kind: z.literal('errors'), at: faultAt, ...faultTime, rate: share({}) }),
  z.strictObject({
    kind: z.literal('latency'),
    connection: faultConnection,
    ...faultTime,
    addMs: quantity({ unit: 'ms' }),
  }),
  z.strictObject({ kind: z.literal('partition'), connection: faultConnection, ...faultTime }),
  z.strictObject({
    kind: z.literal('crashes'),
    at: faultAt,
    mtbfS: quantity({ unit: 's', above: 0 }),
    mttrS: quantity({ unit: 's' }),
  }),
]);

const versionSchema = z.strictObject({
  service: field(distributionSchema, { unit: 'ms' }).optional(),
  errorRate: share({}).optional(),
  capacity: z
    .strictObject({
      speed: quantity({ above: 0 }).optional(),
    })
    .optional(),
});
const rolloutAt = field(z.string(), { refersTo: 'component' });
const rolloutCommon = {
  startS: quantity({ unit: 's' }),
  startupS: quantity({ unit: 's', default: 0 }).optional(),
  version: versionSchema.optional(),
};

export const rolloutSchema = z.discriminatedUnion('strategy', [
  z.strictObject({
    at: rolloutAt,
    strategy: z.literal('rolling'),
    ...rolloutCommon,
    maxSurge: field(z.union([z.number().min(0), z.string()]), { default: '25%' }).optional(),
    maxUnavailable: field(z.union([z.number().min(0), z.string()]), { default: '25%' }).optional(),
  }),
  z.strictObject({ at: rolloutAt, strategy: z.literal('recreate'), ...rolloutCommon }),
  z.strictObject({
    at: rolloutAt,
    strategy: z.literal('blue-green'),
    ...rolloutCommon,
    overlapS: quantity({ unit: 's', default: 0 }).optional(),
  }),
  z.strictObject({
    at: rolloutAt,
    strategy: z.literal('canary'),
    ...rolloutCommon,
    steps: z
      .array(
        z.strictObject({
          weight: share({}),
          holdS: quantity({ unit: 's' }),
        }),
      )
      .min(1),
    abortOn: z
      .strictObject({
        errorRate: share({}),
      })
      .optional(),
  }),
]);

export const scenarioSchema = z.strictObject({
  id,
  name: name.optional(),
  description,
  durationS: quantity({ unit: 's', above: 0, max: 100_000_000 }),
  warmupS: field(z.union([z.number().min(0), z.literal('auto')]), { unit: 's', default: 0 }).optional(),
  seed: count({ default: 1, max: 4_294_967_295 }).optional(),
  replications: count({ default: 5, min: 1, max: 10_000 }).optional(),
  arrivals: z.array(arrivalSchema),
  faults: field(z.array(faultSchema), { default: [] }).optional(),
  rollouts: field(z.array(rolloutSchema), { default: [] }).optional(),
});

export const noteSchema = z.strictObject({
  id,
  text: field(z.string(), { multiline: true }),
  view: z.strictObject({
    x: z.number(),
    y: z.number(),
    width: quantity({ above: 0 }),
    height: quantity({ above: 0 }),
  }),
});

export const designSchema = z.strictObject({
  spandrel: z.literal(FORMAT_VERSION),
  name: z.string(),
  description,
  pattern: field(z.enum(PATTERNS), { default: 'mixed' }).optional(),
  currency: field(z.string(), { default: 'USD' }).optional(),
  groups: z.array(groupSchema).optional(),
  groupLatencies: z.array(groupLatencySchema).optional(),
  components: z.array(componentSchema),
  connections: z.array(connectionSchema).optional(),
  objectives: z.array(objectiveSchema).optional(),
  scenarios: z.array(scenarioSchema).optional(),
  notes: z.array(noteSchema).optional(),
});

export type Design = z.infer<typeof designSchema>;
export type Group = z.infer<typeof groupSchema>;
export type Component = z.infer<typeof componentSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type Note = z.infer<typeof noteSchema>;
export type Objective = z.infer<typeof objectiveSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
export type Arrival = z.infer<typeof arrivalSchema>;
export type Fault = z.infer<typeof faultSchema>;
export type Rollout = z.infer<typeof rolloutSchema>;
export type GroupKind = (typeof GROUP_KINDS)[number];
