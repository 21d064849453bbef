// Traces as text: each of the slowest requests with a line for every visit, and a bar that shows when what happened.
import type { Design } from '../../src/model/design.ts';
import {
  type OtlpSpan,
  RUN_START_NANOS,
  SPAN_KIND_CLIENT,
  SPAN_KIND_INTERNAL,
  SPAN_KIND_SERVER,
  type Traces,
} from '../../src/simulation/tracing/otlp-schema.ts';
import { figure } from './figures.ts';
import { printable } from './printable.ts';

const SHOWN = 3;
/** More lines than this of one request tell a reader nothing. */
const MOST_LINES = 40;
const BAR = 48;
// What a bar is made of, the later over the earlier: on the way, there, waiting, at work.
const ON_THE_WAY = '·';
const THERE = '-';
const WAITING = '~';
const AT_WORK = '#';

interface Node {
  readonly span: OtlpSpan;
  /** The component whose resource the span belongs to. */
  readonly component: string;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly below: Node[];
}

interface Line {
  readonly label: string;
  readonly bar: string;
  readonly durationMs: number;
  readonly outcome: string;
}

/** The slowest of the traces. */
export function waterfallText(design: Design, traces: Traces): string {
  const names = new Map(design.components.map(({ id, name }) => [id, name ?? id]));
  const roots = rootsOf(traces, names).sort((a, b) => durationOf(b) - durationOf(a));
  const shown = roots.slice(0, SHOWN);
  if (shown.length === 0) return '\nTraces: no request ended in the window.\n';
  const heading = `Slowest of ${String(roots.length)} traced (${ON_THE_WAY} on the way, ${THERE} in calls, ${WAITING} waiting, ${AT_WORK} at work)`;
  return `\n${[heading, ...shown.map(requestText)].join('\n\n')}\n`;
}

function rootsOf({ resourceSpans }: Traces, names: ReadonlyMap<string, string>): Node[] {
  const nodes = new Map<string, Node>();
  const msOf = (nanos: string): number => Number(BigInt(nanos) - RUN_START_NANOS) / 1e6;
  for (const { resource, scopeSpans } of resourceSpans) {
    const id = resource.attributes.map(({ value }) => ('stringValue' in value ? value.stringValue : ''))[0] ?? '';
    for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
      const fromMs = msOf(span.startTimeUnixNano);
      const untilMs = msOf(span.endTimeUnixNano);
      nodes.set(span.traceId + span.spanId, { span, component: names.get(id) ?? id, fromMs, untilMs, below: [] });
    }
  }
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const { traceId, parentSpanId } = node.span;
    if (parentSpanId === undefined) roots.push(node);
    else nodes.get(traceId + parentSpanId)?.below.push(node);
  }
  return roots;
}

function durationOf({ fromMs, untilMs }: Node): number {
  return untilMs - fromMs;
}

function requestText(root: Node): string {
  const lines: Line[] = [];
  draw(root, root, 0, lines);
  const shown = lines.slice(0, MOST_LINES);
  const width = Math.max(...shown.map(({ label }) => [...label].length));
  const texts = shown.map(
    ({ label, bar, durationMs, outcome }) =>
      `${label}${' '.repeat(width - [...label].length)} |${bar}| ${figure(durationMs)} ms${outcome === 'ok' ? '' : `, ${outcome}`}`,
  );
  const rest = lines.length - shown.length;
  return [
    `${figure(durationOf(root))} ms at ${printable(root.component)}, ${figure(root.fromMs / 1000)} s after the start: ${outcomeOf(root)}`,
    ...texts,
    ...(rest > 0 ? [`… and ${String(rest)} more visits`] : []),
  ].join('\n');
}

/** A visit, from the caller's side where there is one, then the calls that it made. */
function draw(node: Node, root: Node, depth: number, lines: Line[]): void {
  const isCall = node.span.kind === SPAN_KIND_CLIENT;
  const visit = isCall ? node.below.find(({ span }) => span.kind === SPAN_KIND_SERVER) : node;
  const bar = Array.from({ length: BAR }, () => ' ');
  const paint = ({ fromMs, untilMs }: Node, mark: string): void => {
    const scale = BAR / Math.max(durationOf(root), 1e-9);
    const first = Math.min(BAR - 1, Math.floor((fromMs - root.fromMs) * scale));
    const end = Math.max(first + 1, Math.min(BAR, Math.round((untilMs - root.fromMs) * scale)));
    bar.fill(mark, first, end);
  };
  if (isCall) paint(node, ON_THE_WAY);
  if (visit) paint(visit, THERE);
  const inner = (name: string): Node[] =>
    visit?.below.filter(({ span }) => span.kind === SPAN_KIND_INTERNAL && span.name === name) ?? [];
  inner('wait').forEach((each) => paint(each, WAITING));
  inner('work').forEach((each) => paint(each, AT_WORK));
  const attempt = attribute(node.span, 'spandrel.attempt');
  const again = attempt === '' || attempt === '1' ? '' : `, try ${attempt}`;
  const where = visit?.component ?? `${attribute(node.span, 'spandrel.connection')}, not reached`;
  lines.push({
    label: `${'  '.repeat(depth)}${printable(where)}${again}`,
    bar: bar.join(''),
    durationMs: durationOf(node),
    outcome: outcomeOf(node),
  });
  const calls = (visit?.below ?? []).filter(({ span }) => span.kind === SPAN_KIND_CLIENT);
  for (const call of calls.sort((a, b) => a.fromMs - b.fromMs)) draw(call, root, depth + 1, lines);
}

function outcomeOf({ span }: Node): string {
  return attribute(span, 'spandrel.outcome');
}

function attribute(span: OtlpSpan, key: string): string {
  const value = span.attributes.find((each) => each.key === key)?.value;
  if (value === undefined) return '';
  return 'stringValue' in value ? value.stringValue : value.intValue;
}
