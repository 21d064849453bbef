// Kept requests as traces that any viewer of OpenTelemetry can show: a resource for each component, a client span for
// each try of a call, beneath it the visit as a server span, and in that its wait and its work.
import type { Design } from '../../model/design.ts';
import { OK, OPEN, REJECTED, TIMEOUT } from '../frame.ts';
import type { Network } from '../network.ts';
import type { SpanRecord, TraceRecord } from '../tracing/keeper.ts';
import {
  type OtlpAttribute,
  type OtlpSpan,
  RUN_START_NANOS,
  SPAN_KIND_CLIENT,
  SPAN_KIND_INTERNAL,
  SPAN_KIND_SERVER,
  STATUS_ERROR,
  STATUS_OK,
  type Traces,
} from '../tracing/otlp-schema.ts';

const SCOPE = 'spandrel';

// The spans that one visit becomes.
const CLIENT = 1;
const SERVER = 2;
const WAIT = 3;
const WORK = 4;
const SPANS_OF_A_VISIT = 4;

/** The same records give the same bytes: ids are drawn from the seed and running numbers. */
export function mergeTraces(design: Design, network: Network, traces: readonly TraceRecord[]): Traces {
  const spansOf = new Map<number, OtlpSpan[]>();
  for (const trace of traces) {
    const writer = new TraceWriter(network, trace, spansOf);
    trace.spans.forEach((_, place) => writer.write(place));
  }
  const numbers = new Map(network.stations.map(({ id }, index) => [id, index]));
  return {
    resourceSpans: design.components.flatMap(({ id }) => {
      const spans = spansOf.get(numbers.get(id)!);
      if (spans === undefined) return [];
      const attributes = [text('service.name', id), text('service.namespace', design.name)];
      return { resource: { attributes }, scopeSpans: [{ scope: { name: SCOPE }, spans }] };
    }),
  };
}

class TraceWriter {
  private readonly network: Network;
  private readonly trace: TraceRecord;
  private readonly spansOf: Map<number, OtlpSpan[]>;
  private readonly traceId: string;

  constructor(network: Network, trace: TraceRecord, spansOf: Map<number, OtlpSpan[]>) {
    this.network = network;
    this.trace = trace;
    this.spansOf = spansOf;
    this.traceId = hex(network.seed, 8) + hex(trace.number, 24);
  }

  /** All spans of the visit at that place. */
  write(place: number): void {
    const visit = this.trace.spans[place]!;
    const isCall = visit.parent >= 0;
    const link = isCall ? this.network.links[visit.link]! : null;
    const name = link === null ? 'request' : link.id;
    if (link !== null) {
      this.add(link.from, {
        spanId: this.spanId(place, CLIENT),
        parentSpanId: this.spanId(visit.parent, SERVER),
        name,
        kind: SPAN_KIND_CLIENT,
        ...times(visit.triedMs, visit.endedMs),
        attributes: [
          text('spandrel.connection', link.id),
          { key: 'spandrel.attempt', value: { intValue: String(visit.attempt) } },
          text('spandrel.outcome', outcomeOf(visit)),
        ],
        status: statusOf(visit),
      });
    }
    // Of a try that was never sent, or had not arrived when it was given up, the callee knows nothing.
    if (Number.isNaN(visit.arrivedMs)) return;
    this.add(visit.station, {
      spanId: this.spanId(place, SERVER),
      ...(isCall ? { parentSpanId: this.spanId(place, CLIENT) } : {}),
      name,
      kind: SPAN_KIND_SERVER,
      ...times(visit.arrivedMs, visit.answeredMs),
      attributes: [text('spandrel.outcome', outcomeOf(visit))],
      status: statusOf(visit),
    });
    this.writeInner(visit, place);
  }

  private writeInner(visit: SpanRecord, place: number): void {
    const { arrivedMs, startedMs, workEndedMs, answeredMs } = visit;
    const waitedUntilMs = Number.isNaN(startedMs) ? answeredMs : startedMs;
    if (waitedUntilMs > arrivedMs) this.addInner(visit, place, WAIT, arrivedMs, waitedUntilMs);
    if (Number.isNaN(startedMs)) return;
    const workedUntilMs = Number.isNaN(workEndedMs) ? answeredMs : workEndedMs;
    if (workedUntilMs > startedMs) this.addInner(visit, place, WORK, startedMs, workedUntilMs);
  }

  private addInner(visit: SpanRecord, place: number, which: number, fromMs: number, untilMs: number): void {
    this.add(visit.station, {
      spanId: this.spanId(place, which),
      parentSpanId: this.spanId(place, SERVER),
      name: which === WAIT ? 'wait' : 'work',
      kind: SPAN_KIND_INTERNAL,
      ...times(fromMs, untilMs),
      attributes: [],
      status: {},
    });
  }

  private add(station: number, span: Omit<OtlpSpan, 'traceId'>): void {
    const spans = this.spansOf.get(station) ?? [];
    this.spansOf.set(station, spans);
    spans.push({ traceId: this.traceId, ...span });
  }

  private spanId(place: number, which: number): string {
    return hex(this.trace.number, 8) + hex(place * SPANS_OF_A_VISIT + which, 8);
  }
}

function times(fromMs: number, untilMs: number): Pick<OtlpSpan, 'startTimeUnixNano' | 'endTimeUnixNano'> {
  return { startTimeUnixNano: nanosAt(fromMs), endTimeUnixNano: nanosAt(untilMs) };
}

function nanosAt(ms: number): string {
  return String(RUN_START_NANOS + BigInt(Math.round(ms * 1e6)));
}

function statusOf(visit: SpanRecord): OtlpSpan['status'] {
  return visit.outcome === OK ? { code: STATUS_OK } : { code: STATUS_ERROR, message: outcomeOf(visit) };
}

function outcomeOf({ outcome }: SpanRecord): string {
  switch (outcome) {
    case OK:
      return 'ok';
    case REJECTED:
      return 'rejected';
    case TIMEOUT:
      return 'timeout';
    case OPEN:
      return 'open';
    default:
      return outcome < 0 ? 'abandoned' : 'error';
  }
}

function text(key: string, value: string): OtlpAttribute {
  return { key, value: { stringValue: value } };
}

/** The lowest digits. */
function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0').slice(-digits);
}
