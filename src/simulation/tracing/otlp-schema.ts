// Traces in the JSON form of the OpenTelemetry protocol (OTLP 1.x): names in lowerCamelCase, ids in hex, 64-bit numbers as
// texts, enumerations as numbers.
import { z } from 'zod';

const nanos = z.string().regex(/^\d+$/);
const spanId = z.string().regex(/^[0-9a-f]{16}$/);

export const attributeSchema = z.object({
  key: z.string(),
  value: z.union([z.object({ stringValue: z.string() }), z.object({ intValue: z.string().regex(/^-?\d+$/) })]),
});

export const otlpSpanSchema = z.object({
  traceId: z.string().regex(/^[0-9a-f]{32}$/),
  spanId,
  parentSpanId: spanId.optional(),
  name: z.string(),
  kind: z.number(),
  startTimeUnixNano: nanos,
  endTimeUnixNano: nanos,
  attributes: z.array(attributeSchema),
  status: z.object({ code: z.number().optional(), message: z.string().optional() }),
});

export const tracesSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attributeSchema) }),
      scopeSpans: z.array(z.object({ scope: z.object({ name: z.string() }), spans: z.array(otlpSpanSchema) })),
    }),
  ),
});

export type Traces = z.infer<typeof tracesSchema>;
export type OtlpSpan = z.infer<typeof otlpSpanSchema>;
export type OtlpAttribute = z.infer<typeof attributeSchema>;

// Kinds of spans.
export const SPAN_KIND_INTERNAL = 1;
export const SPAN_KIND_SERVER = 2;
export const SPAN_KIND_CLIENT = 3;

// Codes of a status.
export const STATUS_OK = 1;
export const STATUS_ERROR = 2;

/** When a run starts, as viewers want a date: 2020-01-01T00:00:00Z. */
export const RUN_START_NANOS = 1_577_836_800n * 1_000_000_000n;
