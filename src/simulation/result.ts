// The schema of results (`simulate --json`), from which the types of everything that shows figures follow.
import { z } from 'zod';
import { tracesSchema } from './tracing/otlp-schema.ts';

const nullableNumber = z.number().nullable();

/** Mean over replications and half-width of its 95 % interval; nulls where nothing was measured. */
export const statisticSchema = z.object({ mean: nullableNumber, ci95: nullableNumber });
export type Statistic = z.infer<typeof statisticSchema>;

const s = statisticSchema;

/** How response times are spread, all replications taken together. */
export const distributionSchema = z.object({
  /** A bucket lies between two neighbours; each is as many times as wide as the one before, but for the first. */
  edgesMs: z.array(z.number()),
  /** The share of the requests in each bucket; together they are 1. */
  share: z.array(z.number()),
  /** The time within which a share of the requests was answered, for shares that come ever closer to 1. */
  percentiles: z.array(z.object({ share: z.number(), ms: z.number() })),
});

export const requestFiguresSchema = z.object({
  offeredPerSecond: s,
  throughputPerSecond: s,
  errorRate: s,
  responseMs: z.object({
    mean: s,
    p50: s,
    p90: s,
    p95: s,
    p99: s,
    max: s,
    /** Not there where no request was answered. */
    distribution: distributionSchema.optional(),
  }),
});

export const breakdownSchema = z.object({ wait: s, work: s, blocked: s, network: s, retries: s });

export const componentFiguresSchema = z.object({
  arrivalsPerSecond: s,
  throughputPerSecond: s,
  utilisation: s,
  waiting: s,
  inSystem: s,
  blocked: s,
  waitMs: z.object({ mean: s }),
  responseMs: z.object({ mean: s, p95: s }),
  replicas: s,
  /** Replicas that are there, whether they serve or not: what has to be paid. */
  heldReplicas: s,
  rejectedPerSecond: s,
  failedPerSecond: s,
  lag: z.object({ messages: s, oldestMs: s }).optional(),
  /** Its share of the mean end-to-end response; over all components they add up to it. */
  breakdownMs: breakdownSchema.optional(),
  /** The same for the slowest 1 % of the requests. */
  breakdownSlowestMs: breakdownSchema.optional(),
});

export const connectionFiguresSchema = z.object({
  callsPerSecond: s,
  timeoutsPerSecond: s,
  retriesPerSecond: s,
  responseMs: z.object({ mean: s, p95: s }),
  outcomesPerSecond: z.object({ ok: s, rejected: s, error: s, timeout: s, open: s }),
});

/** What became of a rollout, from its start on. */
export const rolloutFiguresSchema = z.object({
  at: z.string(),
  strategy: z.string(),
  /** Of the requests served while it went on: the share of each version, 0 to 1. */
  oldShare: s,
  newShare: s,
  /** Requests that found no room, or whose work was lost, while it went on. */
  dropped: s,
  /** From the start until the new version alone serves, or the old one again; null where it never came to that. */
  durationS: s,
  /** The share of the replications in which it was aborted. */
  aborted: s,
});

const list = z.array(nullableNumber);

export const resultSchema = z.object({
  scenario: z.string(),
  seed: z.number(),
  replications: z.number(),
  simulatedS: z.number(),
  /** As given, or as found where the scenario says "auto". */
  warmupS: z.number(),
  events: z.number(),
  wallMs: z.number(),
  requests: requestFiguresSchema,
  arrivals: z.array(requestFiguresSchema.extend({ at: z.string() })),
  classes: z.record(z.string(), requestFiguresSchema),
  components: z.record(z.string(), componentFiguresSchema),
  connections: z.record(z.string(), connectionFiguresSchema),
  objectives: z.array(z.object({ id: z.string(), value: nullableNumber, met: z.boolean() })),
  cost: z.object({ perHour: nullableNumber, perMillionRequests: nullableNumber, currency: z.string() }),
  series: z.object({
    stepS: z.number(),
    fromS: z.number(),
    requests: z.object({
      offeredPerSecond: list,
      throughputPerSecond: list,
      errorRate: list,
      responseMs: z.object({ mean: list, p95: list }),
    }),
    components: z.record(
      z.string(),
      z.object({
        utilisation: list,
        waiting: list,
        replicas: list,
        wantedReplicas: list,
        /** Brokers. */
        lag: z.object({ messages: list, oldestMs: list }).optional(),
        /** With a rollout: the share of the requests served by the newest version. */
        newVersionShare: list.optional(),
      }),
    ),
  }),
  /** In the order of the scenario. */
  rollouts: z.array(rolloutFiguresSchema),
  notes: z.array(z.object({ rule: z.string(), path: z.string(), message: z.string() })),
  /** Where traces were asked for: requests of the first replication, as OTLP. */
  traces: tracesSchema.optional(),
});

export type RequestFigures = z.infer<typeof requestFiguresSchema>;
export type ResponseDistribution = z.infer<typeof distributionSchema>;
export type ComponentFigures = z.infer<typeof componentFiguresSchema>;
export type ConnectionFigures = z.infer<typeof connectionFiguresSchema>;
export type Result = z.infer<typeof resultSchema>;
/** What is measured, before it is judged. */
export type Measured = Omit<Result, 'objectives' | 'cost' | 'notes' | 'traces'>;
export type RolloutFigures = z.infer<typeof rolloutFiguresSchema>;
export type Breakdown = z.infer<typeof breakdownSchema>;
