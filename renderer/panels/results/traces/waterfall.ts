// The spans of a request → the rows of its waterfall: one for each visit, with what the time of it was.
import type { Span, Trace } from './read-traces.ts';

/** calls: its own work is done, and it waits for others. */
export type Stretch = 'network' | 'calls' | 'wait' | 'work';

export interface Segment {
  readonly stretch: Stretch;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface WaterfallRow {
  readonly id: string;
  readonly depth: number;
  /** Null where the try never reached its callee. */
  readonly componentId: string | null;
  /** Over which it came; null for the request itself. */
  readonly connectionId: string | null;
  /** Which try of the call, from 1. */
  readonly attempt: number;
  readonly failure: string | null;
  readonly startMs: number;
  readonly endMs: number;
  /** In the order in which they are drawn over each other. */
  readonly segments: readonly Segment[];
}

const INNER = new Set(['wait', 'work']);

function isInner(span: Span): boolean {
  return span.role === 'inner' && INNER.has(span.name);
}

function byStart(a: Span, b: Span): number {
  return a.startMs - b.startMs || a.endMs - b.endMs;
}

function segment(stretch: Stretch, { startMs, endMs }: Span): Segment {
  return { stretch, fromMs: startMs, toMs: endMs };
}

function rowOf(span: Span, visit: Span | null, parts: readonly Span[], depth: number): WaterfallRow {
  const isCall = span.role === 'client';
  return {
    id: span.id,
    depth,
    componentId: visit?.componentId ?? null,
    connectionId: isCall ? (span.attributes.get('spandrel.connection') ?? span.name) : null,
    attempt: Number(span.attributes.get('spandrel.attempt') ?? 1),
    failure: span.failure,
    startMs: span.startMs,
    endMs: span.endMs,
    segments: [
      ...(isCall ? [segment('network', span)] : []),
      ...(visit ? [segment('calls', visit)] : []),
      ...parts.map((part) => segment(part.name === 'wait' ? 'wait' : 'work', part)),
    ],
  };
}

/** Callers before what they call, calls in the order of their start. */
export function waterfallRows({ spans }: Trace): WaterfallRow[] {
  const below = new Map<string | null, Span[]>();
  for (const span of spans) {
    const siblings = below.get(span.parentId) ?? [];
    below.set(span.parentId, siblings);
    siblings.push(span);
  }
  const childrenOf = (id: string | null): Span[] => (below.get(id) ?? []).sort(byStart);
  const rows: WaterfallRow[] = [];
  const stack = childrenOf(null)
    .map((span) => ({ span, depth: 0 }))
    .reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { span, depth } = next;
    const children = childrenOf(span.id);
    // A try and the visit that it led to are one row.
    const visit = span.role === 'client' ? (children.find(({ role }) => role === 'server') ?? null) : span;
    const inside =
      visit && visit !== span ? [...children.filter((child) => child !== visit), ...childrenOf(visit.id)] : children;
    rows.push(rowOf(span, visit, inside.filter(isInner), depth));
    const calls = inside.filter((child) => !isInner(child)).map((child) => ({ span: child, depth: depth + 1 }));
    stack.push(...calls.reverse());
  }
  return rows;
}

/** From the request's start to the last that is known of it. */
export function lengthOf(rows: readonly WaterfallRow[]): number {
  return rows.reduce((most, { endMs }) => Math.max(most, endMs), 0);
}

/** How long a visit was in each way, without those that it was not; what lies over another counts, not what is beneath. */
export function timesOf({ segments }: WaterfallRow): readonly { readonly stretch: Stretch; readonly ms: number }[] {
  const sum = (stretch: Stretch): number =>
    segments.reduce((ms, each) => ms + (each.stretch === stretch ? each.toMs - each.fromMs : 0), 0);
  const visitMs = sum('calls');
  const times = [
    { stretch: 'network' as const, ms: Math.max(0, sum('network') - visitMs) },
    { stretch: 'wait' as const, ms: sum('wait') },
    { stretch: 'work' as const, ms: sum('work') },
    { stretch: 'calls' as const, ms: Math.max(0, visitMs - sum('wait') - sum('work')) },
  ];
  // Below a nanosecond it is rounding.
  return times.filter(({ ms }) => ms > 1e-6);
}
