// The design file, declared once: every type, check, form and help text of it is drawn from here.
//
// Objects are strict so that unknown keys are seen; they are notes, not errors, and are kept (see read.ts). A value
// outside its range is a finding too, but the design can still be opened and mended (see check.ts).
import { z } from 'zod';
import { distributionSchema } from './distribution.ts';
import { count, field, quantity, share } from './quantity.ts';

export const FORMAT_VERSION = 1;
export const ID_PATTERN = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;

const id = field(z.string().regex(ID_PATTERN), {
  title: 'Id',
  help: 'Unique; a letter, then up to 62 letters, digits, _ or -.',
});
const name = field(z.string(), { title: 'Name', defaultText: 'the id' });
const description = field(z.string(), { title: 'Description', multiline: true }).optional();

export const PATTERNS = ['layered', 'microservices', 'event-driven', 'modular', 'mixed'] as const;
export const GROUP_KINDS = ['layer', 'boundary', 'module', 'zone', 'namespace'] as const;
export const DISPATCHES = ['shared-queue', 'random', 'round-robin', 'least-connections', 'power-of-two'] as const;
export const DISCIPLINES = ['fifo', 'lifo', 'processor-sharing', 'priority'] as const;
export const ROLLOUT_STRATEGIES = ['rolling', 'blue-green', 'canary', 'recreate'] as const;

export const groupSchema = z.strictObject({
  id,
  name: name.optional(),
  kind: field(z.enum(GROUP_KINDS), {
    title: 'Kind',
    default: 'boundary',
    help: 'Layers are bands in their order; zones can fail together.',
  }).optional(),
  parent: field(z.string(), {
    title: 'Inside',
    refersTo: 'group',
    help: 'The group that this one lies in.',
  }).optional(),
  description,
});

export const groupLatencySchema = z.strictObject({
  from: field(z.string(), { title: 'From', refersTo: 'group' }),
  to: field(z.string(), { title: 'To', refersTo: 'group' }),
  latencyMs: quantity({
    title: 'Latency',
    unit: 'ms',
    help: 'One way, added to every connection that crosses, in either direction.',
  }),
});

const capacitySchema = z.strictObject({
  replicas: count({
    title: 'Replicas',
    default: 1,
    max: 100_000,
    help: 'How many copies run; with 0 nothing is served.',
  }).optional(),
  concurrency: count({
    title: 'Concurrency',
    default: 1,
    min: 1,
    max: 1_000_000,
    help: 'Requests that one replica works on at once.',
  }).optional(),
  queueLimit: field(z.number().min(0).multipleOf(1).nullable(), {
    title: 'Queue limit',
    default: null,
    defaultText: 'unbounded',
    help: 'Requests that may wait, per replica, or in all with a shared queue; 0 is a pure loss system.',
  }).optional(),
  dispatch: field(z.enum(DISPATCHES), {
    title: 'Dispatch',
    defaultText: 'round-robin; shared-queue for consumers',
    help: 'How a replica is chosen for a request.',
  }).optional(),
  discipline: field(z.enum(DISCIPLINES), {
    title: 'Discipline',
    default: 'fifo',
    help: 'Who goes next; none interrupts work begun.',
  }).optional(),
  speed: quantity({
    title: 'Speed',
    default: 1,
    above: 0,
    help: 'Vertical scaling: 2 halves the service times here.',
  }).optional(),
});

const autoscaleSchema = z.strictObject({
  metric: field(z.enum(['utilisation', 'waiting', 'ratePerSecond']), {
    title: 'Metric',
    default: 'utilisation',
    help: 'What is measured; waiting and rate are per replica.',
  }).optional(),
  target: quantity({
    title: 'Target',
    default: 0.6,
    above: 0,
    help: 'The value of the metric that the autoscaler aims at.',
  }).optional(),
  min: count({ title: 'Fewest replicas', default: 1, help: 'Never fewer replicas than this.' }).optional(),
  max: count({
    title: 'Most replicas',
    default: 10,
    min: 1,
    max: 100_000,
    help: 'Never more replicas than this.',
  }).optional(),
  periodS: quantity({
    title: 'Period',
    unit: 's',
    default: 15,
    above: 0,
    help: 'How often it measures and decides.',
  }).optional(),
  startupS: quantity({
    title: 'Start-up',
    unit: 's',
    default: 0,
    help: 'A new replica serves after so long.',
  }).optional(),
  stabilisationDownS: quantity({
    title: 'Stabilisation down',
    unit: 's',
    default: 300,
    help: 'Scales down to the highest recommendation of so long.',
  }).optional(),
  tolerance: quantity({
    title: 'Tolerance',
    default: 0.1,
    help: 'No change while measured over target is within this of 1.',
  }).optional(),
});

const batchSchema = z.strictObject({
  max: count({ title: 'Batch size', min: 1, default: 1, help: 'Takes up to so many messages at once.' }),
  waitMs: quantity({ title: 'Batch wait', unit: 'ms', default: 0, help: 'Waits at most so long for more.' }).optional(),
});

const resourcesSchema = z.strictObject({
  cpu: quantity({ title: 'CPU', unit: 'cores', above: 0, help: 'Cores that one replica asks for.' }).optional(),
  memoryMiB: quantity({ title: 'Memory', unit: 'MiB', above: 0, help: 'Memory that one replica asks for.' }).optional(),
});

const costSchema = z.strictObject({
  perReplicaHour: quantity({
    title: 'Cost per replica-hour',
    default: 0,
    help: 'In the currency of the design.',
  }).optional(),
  perMillionRequests: quantity({
    title: 'Cost per million requests',
    default: 0,
    help: 'In the currency of the design.',
  }).optional(),
});

const runtimeSchema = z.strictObject({
  language: field(z.string(), {
    title: 'Language',
    help: 'For the project skeleton: hypnoscript, typescript, python, go, java.',
  }).optional(),
  image: field(z.string(), { title: 'Image', help: 'Container image with its tag.' }).optional(),
  port: count({ title: 'Port', min: 1, max: 65_535, help: 'The port that it listens on.' }).optional(),
  healthPath: field(z.string(), {
    title: 'Health path',
    help: 'Where its health is asked for, such as /health.',
  }).optional(),
  env: field(z.record(z.string(), z.string()), {
    title: 'Environment',
    help: 'Settings that are not secret.',
  }).optional(),
  secrets: field(z.array(z.string()), {
    title: 'Secrets',
    help: 'Names only; values never stand in a design.',
  }).optional(),
});

const serviceField = field(distributionSchema, {
  title: 'Service time',
  unit: 'ms',
  defaultText: '0 ms',
  help: 'The work done here for one request.',
});

export const componentSchema = z.strictObject({
  id,
  kind: field(z.string(), { title: 'Kind', refersTo: 'kind' }),
  name: name.optional(),
  group: field(z.string(), { title: 'Group', refersTo: 'group' }).optional(),
  description,
  capacity: field(capacitySchema, { title: 'Capacity' }).optional(),
  service: serviceField.optional(),
  serviceByClass: field(z.record(z.string(), distributionSchema), {
    title: 'Service time by class',
    unit: 'ms',
    help: 'Instead of the service time, for requests of that class.',
  }).optional(),
  threading: field(z.enum(['async', 'blocking']), {
    title: 'Threading',
    default: 'async',
    help: 'Blocking holds the slot while calls are out.',
  }).optional(),
  calls: field(z.enum(['sequential', 'parallel']), {
    title: 'Calls',
    default: 'sequential',
    help: 'The order of its outgoing synchronous connections.',
  }).optional(),
  need: field(z.number().min(1).multipleOf(1).nullable(), {
    title: 'Need',
    default: null,
    defaultText: 'all',
    help: 'With parallel calls: answers as soon as so many connections have answered well.',
  }).optional(),
  hitRatio: share({
    title: 'Hit ratio',
    default: 0,
    help: 'Caches: answers by itself with this probability, without its outgoing calls.',
  }).optional(),
  errorRate: share({ title: 'Error rate', default: 0, help: 'The chance that a request fails here.' }).optional(),
  coldStartMs: quantity({
    title: 'Cold start',
    unit: 'ms',
    default: 0,
    help: 'Added to the first request that a newly started replica serves.',
  }).optional(),
  batch: field(batchSchema, {
    title: 'Batch',
    defaultText: 'none',
    help: 'Consumers take several messages at once.',
  }).optional(),
  resources: field(resourcesSchema, { title: 'Resources' }).optional(),
  cost: field(costSchema, { title: 'Cost' }).optional(),
  autoscale: field(autoscaleSchema, {
    title: 'Autoscaling',
    defaultText: 'none',
    help: "Kubernetes' horizontal pod autoscaler.",
  }).optional(),
  rollout: field(
    z.strictObject({ strategy: field(z.enum(ROLLOUT_STRATEGIES), { title: 'Rollout strategy', default: 'rolling' }) }),
    { title: 'Rollout' },
  ).optional(),
  delivery: field(z.enum(['compete', 'broadcast']), {
    title: 'Delivery',
    defaultText: 'topic: broadcast; queue, stream: compete',
    help: 'Each message to one consumer, or to all.',
  }).optional(),
  maxDeliveries: count({
    title: 'Most deliveries',
    default: 1,
    min: 1,
    max: 1_000_000,
    help: 'A message whose consumer failed comes again, up to this often in all.',
  }).optional(),
  deadLetter: field(z.string(), {
    title: 'Dead letters to',
    refersTo: 'component',
    defaultText: 'dropped',
    help: 'Where a message goes after its last delivery failed.',
  }).optional(),
  partitions: count({
    title: 'Partitions',
    min: 1,
    max: 1_000_000,
    defaultText: 'none',
    help: 'Streams: in order by key within each, at most one consumer slot a partition.',
  }).optional(),
  runtime: field(runtimeSchema, { title: 'Runtime' }).optional(),
  view: field(z.strictObject({ x: z.number(), y: z.number() }), { title: 'Place' }).optional(),
});

const latencySchema = z.union([z.number().min(0), distributionSchema]);

const retrySchema = z.strictObject({
  attempts: count({ title: 'Attempts', min: 1, max: 1000, default: 1, help: 'All tries, the first included.' }),
  backoffMs: quantity({ title: 'Backoff', unit: 'ms', default: 0, help: 'The wait before the second try.' }).optional(),
  multiplier: quantity({
    title: 'Multiplier',
    default: 1,
    help: 'Each further wait is so many times the one before.',
  }).optional(),
  jitter: field(z.enum(['none', 'full', 'equal']), {
    title: 'Jitter',
    default: 'none',
    help: 'Full: uniform up to the wait; equal: half of it, plus uniform up to the other half.',
  }).optional(),
  budgetRatio: quantity({
    title: 'Retry budget',
    defaultText: 'no budget',
    help: 'Each first try adds so much to a bucket of at most 10, each retry takes 1.',
  }).optional(),
});

export const connectionSchema = z.strictObject({
  id,
  from: field(z.string(), { title: 'From', refersTo: 'component' }),
  to: field(z.string(), { title: 'To', refersTo: 'component' }),
  mode: field(z.enum(['sync', 'async']), {
    title: 'Mode',
    default: 'sync',
    help: 'Sync: the caller waits; async: it does not.',
  }).optional(),
  protocol: field(z.string(), { title: 'Protocol', help: 'http, grpc, sql, amqp …' }).optional(),
  label: field(z.string(), { title: 'Label' }).optional(),
  description,
  calls: quantity({
    title: 'Calls',
    default: 1,
    max: 1_000_000,
    help: 'Mean calls for one request; 1.5 is one, and a second half of the time.',
  }).optional(),
  service: field(distributionSchema, {
    title: 'Service time at the callee',
    unit: 'ms',
    defaultText: "the callee's own",
  }).optional(),
  latencyMs: field(latencySchema, {
    title: 'Latency',
    unit: 'ms',
    default: 0,
    help: 'One way, a number or a distribution.',
  }).optional(),
  payloadKiB: quantity({
    title: 'Payload',
    unit: 'KiB',
    defaultText: 'none',
    help: 'Over the bandwidth it adds to the way there.',
  }).optional(),
  bandwidthMbps: quantity({ title: 'Bandwidth', unit: 'Mbps', above: 0, defaultText: 'unlimited' }).optional(),
  classes: field(z.array(z.string()), {
    title: 'Classes',
    defaultText: 'all',
    help: 'Only requests of these classes make this call.',
  }).optional(),
  optional: field(z.boolean(), {
    title: 'Optional',
    default: false,
    help: 'The caller carries on when the call failed.',
  }).optional(),
  timeoutMs: quantity({
    title: 'Timeout',
    unit: 'ms',
    above: 0,
    defaultText: 'none',
    help: 'For one try; its work goes on at the callee.',
  }).optional(),
  retry: field(retrySchema, { title: 'Retry', defaultText: 'none' }).optional(),
  hedge: field(
    z.strictObject({
      afterMs: quantity({
        title: 'Hedge after',
        unit: 'ms',
        help: 'A second try is sent after so long; the first answer counts.',
      }),
    }),
    { title: 'Hedge', defaultText: 'none' },
  ).optional(),
  rateLimit: field(
    z.strictObject({
      perSecond: quantity({ title: 'Rate limit', unit: '/s', help: 'Calls that the caller may start.' }),
      burst: count({ title: 'Burst', min: 1, default: 1, help: 'The size of the token bucket.' }).optional(),
    }),
    { title: 'Rate limit', defaultText: 'none', help: 'At the caller: what is over fails at once.' },
  ).optional(),
  bulkhead: count({
    title: 'Bulkhead',
    min: 1,
    defaultText: 'none',
    help: 'At the caller: most calls in flight; what is over fails at once.',
  }).optional(),
  circuitBreaker: field(
    z.strictObject({
      failureRate: field(z.number().gt(0).max(1), {
        title: 'Failure rate',
        default: 0.5,
        help: 'Opens at this share of failed calls in the window.',
      }).optional(),
      minimumCalls: count({
        title: 'Fewest calls',
        min: 1,
        default: 20,
        help: 'Judges only from so many calls in the window on.',
      }).optional(),
      windowS: quantity({ title: 'Window', unit: 's', above: 0, default: 10 }).optional(),
      openS: quantity({ title: 'Open for', unit: 's', default: 5, help: 'Then one call is let through.' }).optional(),
    }),
    { title: 'Circuit breaker', defaultText: 'none' },
  ).optional(),
  view: field(
    z.strictObject({
      points: field(
        z.array(
          z.strictObject({
            x: field(z.number(), { title: 'X' }),
            y: field(z.number(), { title: 'Y' }),
          }),
        ),
        { title: 'Bends', defaultText: 'none', help: 'Places that its line goes through, from caller to callee.' },
      ).optional(),
    }),
    { title: 'Line' },
  ).optional(),
});

export const objectiveSchema = z.strictObject({
  id,
  metric: field(z.string(), {
    title: 'Metric',
    help: 'A figure of the results: responseMs.p95, errorRate, throughputPerSecond …',
  }),
  at: field(z.string(), {
    title: 'At',
    refersTo: 'component',
    defaultText: 'all arrivals',
    help: "An arrival's component.",
  }).optional(),
  below: field(z.number(), { title: 'Below' }).optional(),
  above: field(z.number(), { title: 'Above' }).optional(),
});

const ratePerSecond = quantity({ title: 'Rate', unit: '/s', max: 100_000_000, help: 'Mean arrivals a second.' });
const arrivalCommon = {
  at: field(z.string(), { title: 'At', refersTo: 'component', help: 'The component where requests arrive.' }),
  class: field(z.string(), { title: 'Class', defaultText: 'none' }).optional(),
  priority: field(z.number(), {
    title: 'Priority',
    default: 0,
    help: 'Lower goes first, where the discipline is priority.',
  }).optional(),
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
    states: field(
      z.array(z.strictObject({ ratePerSecond, meanS: quantity({ title: 'Mean stay', unit: 's', above: 0 }) })).min(1),
      {
        title: 'States',
        help: 'Round and round, with exponential stays.',
      },
    ),
    class: arrivalCommon.class,
    priority: arrivalCommon.priority,
  }),
  z.strictObject({
    at: arrivalCommon.at,
    process: z.literal('profile'),
    points: field(z.array(z.tuple([z.number().min(0), z.number().min(0).max(100_000_000)])).min(1), {
      title: 'Points',
      unit: 's, /s',
      help: 'Second and rate; linear between the points, 0 after the last.',
    }),
    class: arrivalCommon.class,
    priority: arrivalCommon.priority,
  }),
  z.strictObject({
    at: arrivalCommon.at,
    process: z.literal('trace'),
    timesMs: field(z.array(z.number().min(0)), { title: 'Times', unit: 'ms', help: 'Each arrival, in order.' }),
    class: arrivalCommon.class,
    priority: arrivalCommon.priority,
  }),
  z.strictObject({
    at: arrivalCommon.at,
    process: z.literal('closed'),
    users: count({
      title: 'Users',
      max: 10_000_000,
      help: 'Users that each send a request, wait for the answer, and think.',
    }),
    thinkMs: field(z.union([z.number().min(0), distributionSchema]), {
      title: 'Think time',
      unit: 'ms',
      help: 'The mean of an exponential, or a distribution.',
    }),
    class: arrivalCommon.class,
    priority: arrivalCommon.priority,
  }),
]);

const faultTime = {
  fromS: quantity({ title: 'From', unit: 's' }),
  durationS: quantity({ title: 'For', unit: 's' }),
};
const faultAt = field(z.string(), {
  title: 'At',
  refersTo: 'component-or-group',
  help: 'A component, or a group: then every component in it.',
});
const faultConnection = field(z.string(), { title: 'Connection', refersTo: 'connection' });

export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('outage'),
    at: faultAt,
    ...faultTime,
    replicas: field(z.union([z.number().min(1).multipleOf(1), z.literal('all')]), {
      title: 'Replicas',
      default: 'all',
      help: 'The lowest-numbered first.',
    }).optional(),
  }),
  z.strictObject({
    kind: z.literal('slowdown'),
    at: faultAt,
    ...faultTime,
    factor: quantity({ title: 'Factor', above: 0, help: 'Service times are so many times as long.' }),
  }),
  z.strictObject({ kind: z.literal('errors'), at: faultAt, ...faultTime, rate: share({ title: 'Error rate' }) }),
  z.strictObject({
    kind: z.literal('latency'),
    connection: faultConnection,
    ...faultTime,
    addMs: quantity({ title: 'Added latency', unit: 'ms' }),
  }),
  z.strictObject({ kind: z.literal('partition'), connection: faultConnection, ...faultTime }),
  z.strictObject({
    kind: z.literal('crashes'),
    at: faultAt,
    mtbfS: quantity({ title: 'Mean time between failures', unit: 's', above: 0 }),
    mttrS: quantity({ title: 'Mean time to repair', unit: 's' }),
  }),
]);

const versionSchema = z.strictObject({
  service: field(distributionSchema, {
    title: 'Service time',
    unit: 'ms',
    defaultText: "the component's own",
  }).optional(),
  errorRate: share({ title: 'Error rate', defaultText: "the component's own" }).optional(),
  capacity: field(
    z.strictObject({
      speed: quantity({ title: 'Speed', above: 0, help: '2 halves the service times of the new version.' }).optional(),
    }),
    { title: 'Capacity', defaultText: "the component's own" },
  ).optional(),
});
const rolloutAt = field(z.string(), { title: 'At', refersTo: 'component' });
const rolloutCommon = {
  startS: quantity({ title: 'Start', unit: 's' }),
  startupS: quantity({
    title: 'Start-up',
    unit: 's',
    default: 0,
    help: 'A replica of the new version serves after so long.',
  }).optional(),
  version: field(versionSchema, { title: 'New version', help: 'What the new version has otherwise.' }).optional(),
};

export const rolloutSchema = z.discriminatedUnion('strategy', [
  z.strictObject({
    at: rolloutAt,
    strategy: z.literal('rolling'),
    ...rolloutCommon,
    maxSurge: field(z.union([z.number().min(0), z.string()]), {
      title: 'Most above',
      default: '25%',
      help: 'Replicas beyond those wanted: a number, or a share such as 25%, rounded up.',
    }).optional(),
    maxUnavailable: field(z.union([z.number().min(0), z.string()]), {
      title: 'Most unavailable',
      default: '25%',
      help: 'Replicas missing from those wanted: a number, or a share such as 25%, rounded down.',
    }).optional(),
  }),
  z.strictObject({ at: rolloutAt, strategy: z.literal('recreate'), ...rolloutCommon }),
  z.strictObject({
    at: rolloutAt,
    strategy: z.literal('blue-green'),
    ...rolloutCommon,
    overlapS: quantity({
      title: 'Overlap',
      unit: 's',
      default: 0,
      help: 'The old version stays so long after the new one serves.',
    }).optional(),
  }),
  z.strictObject({
    at: rolloutAt,
    strategy: z.literal('canary'),
    ...rolloutCommon,
    steps: field(
      z
        .array(
          z.strictObject({
            weight: share({ title: 'Weight', help: 'The share of the requests that go to the new version.' }),
            holdS: quantity({ title: 'Hold', unit: 's', help: 'Until the next step.' }),
          }),
        )
        .min(1),
      { title: 'Steps' },
    ),
    abortOn: field(
      z.strictObject({
        errorRate: share({
          title: 'Error rate above',
          help: "Of the new version's requests since the step began, once there are 20.",
        }),
      }),
      { title: 'Abort', defaultText: 'never' },
    ).optional(),
  }),
]);

export const scenarioSchema = z.strictObject({
  id,
  name: name.optional(),
  description,
  durationS: quantity({
    title: 'Duration',
    unit: 's',
    above: 0,
    max: 100_000_000,
    help: 'The whole run, warm-up included.',
  }),
  warmupS: field(z.union([z.number().min(0), z.literal('auto')]), {
    title: 'Warm-up',
    unit: 's',
    default: 0,
    help: 'Left out of the figures; "auto" lets the series decide.',
  }).optional(),
  seed: count({
    title: 'Seed',
    default: 1,
    max: 4_294_967_295,
    help: 'The same seed gives the same figures.',
  }).optional(),
  replications: count({
    title: 'Replications',
    default: 5,
    min: 1,
    max: 10_000,
    help: 'Independent runs, from which the intervals come.',
  }).optional(),
  arrivals: field(z.array(arrivalSchema), { title: 'Arrivals' }),
  faults: field(z.array(faultSchema), { title: 'Faults', default: [] }).optional(),
  rollouts: field(z.array(rolloutSchema), { title: 'Rollouts', default: [] }).optional(),
});

export const designSchema = z.strictObject({
  spandrel: z.literal(FORMAT_VERSION),
  name: field(z.string(), { title: 'Name' }),
  description,
  pattern: field(z.enum(PATTERNS), {
    title: 'Pattern',
    default: 'mixed',
    help: 'The architecture pattern that layout and review follow.',
  }).optional(),
  currency: field(z.string(), { title: 'Currency', default: 'USD' }).optional(),
  groups: z.array(groupSchema).optional(),
  groupLatencies: z.array(groupLatencySchema).optional(),
  components: z.array(componentSchema),
  connections: z.array(connectionSchema).optional(),
  objectives: z.array(objectiveSchema).optional(),
  scenarios: z.array(scenarioSchema).optional(),
});

export type Design = z.infer<typeof designSchema>;
export type Group = z.infer<typeof groupSchema>;
export type Component = z.infer<typeof componentSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type Objective = z.infer<typeof objectiveSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
export type Arrival = z.infer<typeof arrivalSchema>;
export type Fault = z.infer<typeof faultSchema>;
export type Rollout = z.infer<typeof rolloutSchema>;
export type GroupKind = (typeof GROUP_KINDS)[number];
