// Traces as they come with a run, in OpenTelemetry's JSON → requests with their spans, times in ms from the request's start.
import { z } from 'zod';

const attribute = z.object({
  key: z.string(),
  value: z.object({
    stringValue: z.string().optional(),
    intValue: z.union([z.string(), z.number()]).optional(),
    doubleValue: z.number().optional(),
    boolValue: z.boolean().optional(),
  }),
});
const nanos = z.union([z.string().regex(/^\d+$/), z.number().int().nonnegative()]);

const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number().default(0),
  startTimeUnixNano: nanos,
  endTimeUnixNano: nanos,
  attributes: z.array(attribute).default([]),
  status: z.object({ code: z.number().optional(), message: z.string().optional() }).default({}),
});

const tracesSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })),
    }),
  ),
});

// Kinds of spans, as the protocol numbers them.
const SERVER = 2;
const CLIENT = 3;
const STATUS_ERROR = 2;

export interface Span {
  readonly id: string;
  /** Null for the request itself. */
  readonly parentId: string | null;
  readonly name: string;
  /** client: a try as its caller sees it; server: the visit at the callee; inner: a part of a visit. */
  readonly role: 'client' | 'server' | 'inner';
  readonly componentId: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Null where all went well, else in a word. */
  readonly failure: string | null;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface Trace {
  readonly id: string;
  /** Where the request arrived. */
  readonly componentId: string;
  /** Since the run began; null where the times do not say. */
  readonly atS: number | null;
  readonly durationMs: number;
  readonly failure: string | null;
  readonly spans: readonly Span[];
}

type RawSpan = z.infer<typeof spanSchema>;
type RawAttribute = z.infer<typeof attribute>;

/** The date that stands for the start of a run: 2020-01-01T00:00:00Z. */
const RUN_START_NANOS = 1_577_836_800n * 1_000_000_000n;

function textOf({ value }: RawAttribute): string {
  return String(value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue ?? '');
}

function attributesOf(list: readonly RawAttribute[]): ReadonlyMap<string, string> {
  return new Map(list.map((entry) => [entry.key, textOf(entry)]));
}

interface Placed {
  readonly raw: RawSpan;
  readonly componentId: string;
}

/** Nanoseconds since 1970 are too many for a double, so that only their differences become one. */
function msBetween(from: bigint, to: bigint): number {
  return Number(to - from) / 1e6;
}

function spanOf({ raw, componentId }: Placed, startNanos: bigint, ids: ReadonlySet<string>): Span {
  const { spanId, parentSpanId, name, kind, status } = raw;
  const isChild = parentSpanId !== undefined && parentSpanId !== spanId && ids.has(parentSpanId);
  const attributes = attributesOf(raw.attributes);
  const outcome = attributes.get('spandrel.outcome') ?? 'ok';
  return {
    id: spanId,
    parentId: isChild ? parentSpanId : null,
    name,
    role: kind === CLIENT ? 'client' : kind === SERVER ? 'server' : 'inner',
    componentId,
    startMs: msBetween(startNanos, BigInt(raw.startTimeUnixNano)),
    endMs: msBetween(startNanos, BigInt(raw.endTimeUnixNano)),
    failure: status.code === STATUS_ERROR ? (status.message ?? 'error') : outcome === 'ok' ? null : outcome,
    attributes,
  };
}

function traceOf(id: string, placed: readonly Placed[]): Trace | null {
  const ids = new Set(placed.map(({ raw }) => raw.spanId));
  const isRoot = ({ raw }: Placed): boolean => raw.parentSpanId === undefined || !ids.has(raw.parentSpanId);
  const root = placed.find(({ raw }) => raw.parentSpanId === undefined) ?? placed.find(isRoot);
  if (!root) return null;
  const startNanos = BigInt(root.raw.startTimeUnixNano);
  const spans = placed.map((each) => spanOf(each, startNanos, ids));
  const own = spans.find((span) => span.id === root.raw.spanId);
  return {
    id,
    componentId: root.componentId,
    atS: startNanos >= RUN_START_NANOS ? msBetween(RUN_START_NANOS, startNanos) / 1000 : null,
    durationMs: own?.endMs ?? 0,
    failure: own?.failure ?? null,
    spans,
  };
}

/** The slowest first; null where it is no OpenTelemetry JSON. */
export function readTraces(value: unknown): readonly Trace[] | null {
  const read = tracesSchema.safeParse(value);
  if (!read.success) return null;
  const byTrace = new Map<string, Placed[]>();
  for (const { resource, scopeSpans } of read.data.resourceSpans) {
    const componentId = attributesOf(resource.attributes).get('service.name') ?? '';
    for (const raw of scopeSpans.flatMap(({ spans }) => spans)) {
      const placed = byTrace.get(raw.traceId) ?? [];
      byTrace.set(raw.traceId, placed);
      placed.push({ raw, componentId });
    }
  }
  return [...byTrace].flatMap(([id, placed]) => traceOf(id, placed) ?? []).sort((a, b) => b.durationMs - a.durationMs);
}
