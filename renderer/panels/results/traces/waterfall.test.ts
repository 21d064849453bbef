import { describe, expect, it } from 'vitest';
import { readTraces } from './read-traces.ts';
import { lengthOf, timesOf, waterfallRows } from './waterfall.ts';

/** As the simulator writes them: a client span for each try, beneath it the visit, and in that its wait and its work. */
const START = 1_577_836_800_000_000_000n + 60_000_000_000n;
const at = (ms: number): string => String(START + BigInt(Math.round(ms * 1e6)));

interface Given {
  readonly id: string;
  readonly parent?: string;
  readonly name: string;
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly failed?: string;
  readonly trace?: string;
}

function span({ id, parent, name, kind, from, to, attributes = {}, failed, trace = 't1' }: Given) {
  return {
    traceId: trace,
    spanId: id,
    ...(parent !== undefined && { parentSpanId: parent }),
    name,
    kind,
    startTimeUnixNano: at(from),
    endTimeUnixNano: at(to),
    attributes: Object.entries(attributes).map(([key, value]) => ({
      key,
      value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
    })),
    status: failed === undefined ? { code: 1 } : { code: 2, message: failed },
  };
}

function resource(component: string, spans: readonly unknown[]) {
  const attributes = [{ key: 'service.name', value: { stringValue: component } }];
  return { resource: { attributes }, scopeSpans: [{ scope: { name: 'spandrel' }, spans }] };
}

const call = { 'spandrel.connection': 'api-db' };

const TRACES = {
  resourceSpans: [
    resource('api', [
      span({ id: 'a', name: 'request', kind: 2, from: 0, to: 30 }),
      span({ id: 'a-work', parent: 'a', name: 'work', kind: 1, from: 0, to: 5 }),
      // The second try stands first in the file.
      span({
        id: 'c2',
        parent: 'a',
        name: 'api-db',
        kind: 3,
        from: 20,
        to: 30,
        attributes: { ...call, 'spandrel.attempt': 2 },
      }),
      span({ id: 'c1', parent: 'a', name: 'api-db', kind: 3, from: 5, to: 15, attributes: call, failed: 'timeout' }),
      span({ id: 'b', name: 'request', kind: 2, from: 100, to: 101, trace: 't2' }),
    ]),
    resource('db', [
      span({ id: 'd2', parent: 'c2', name: 'api-db', kind: 2, from: 21, to: 29 }),
      span({ id: 'd2-wait', parent: 'd2', name: 'wait', kind: 1, from: 21, to: 24 }),
      span({ id: 'd2-work', parent: 'd2', name: 'work', kind: 1, from: 24, to: 29 }),
    ]),
  ],
};

describe('traces', () => {
  it('are requests, the slowest first, with the place and the second of their arrival', () => {
    expect(
      readTraces(TRACES)?.map(({ id, componentId, atS, durationMs }) => [id, componentId, atS, durationMs]),
    ).toEqual([
      ['t1', 'api', 60, 30],
      ['t2', 'api', 60.1, 1],
    ]);
  });

  it('keep microseconds, though nanoseconds since 1970 are too many for a double', () => {
    const short = [span({ id: 'x', name: 'request', kind: 2, from: 0.001, to: 0.003 })];
    expect(readTraces({ resourceSpans: [resource('api', short)] })?.[0]?.durationMs).toBe(0.002);
  });

  it('are none where it is something else', () => {
    expect([readTraces(undefined), readTraces({ resourceSpans: 3 }), readTraces({ resourceSpans: [] })]).toEqual([
      null,
      null,
      [],
    ]);
  });
});

describe('a waterfall', () => {
  const [trace] = readTraces(TRACES) ?? [];
  const rows = trace ? waterfallRows(trace) : [];

  it('has a row for each visit, in the order of their start below their caller', () => {
    expect(
      rows.map(({ depth, componentId, connectionId, attempt, failure }) => [
        depth,
        componentId,
        connectionId,
        attempt,
        failure,
      ]),
    ).toEqual([
      [0, 'api', null, 1, null],
      [1, null, 'api-db', 1, 'timeout'],
      [1, 'db', 'api-db', 2, null],
    ]);
  });

  it('says of each what its time was', () => {
    expect(
      rows.map(({ segments }) => segments.map(({ stretch, fromMs, toMs }) => `${stretch} ${fromMs}-${toMs}`)),
    ).toEqual([
      ['calls 0-30', 'work 0-5'],
      ['network 5-15'],
      ['network 20-30', 'calls 21-29', 'wait 21-24', 'work 24-29'],
    ]);
    expect(lengthOf(rows)).toBe(30);
    expect(rows.map((row) => timesOf(row).map(({ stretch, ms }) => `${stretch} ${ms}`))).toEqual([
      ['work 5', 'calls 25'],
      ['network 10'],
      ['network 2', 'wait 3', 'work 5'],
    ]);
  });

  it('ends on spans that name each other as their parents, and shows those whose parent is missing', () => {
    const spans = [
      span({ id: 'root', name: 'request', kind: 2, from: 0, to: 9 }),
      span({ id: 'lost', parent: 'nobody', name: 'x', kind: 2, from: 1, to: 2 }),
      span({ id: 'p', parent: 'q', name: 'x', kind: 2, from: 1, to: 2 }),
      span({ id: 'q', parent: 'p', name: 'x', kind: 2, from: 1, to: 2 }),
    ];
    const [odd] = readTraces({ resourceSpans: [resource('api', spans)] }) ?? [];
    expect(odd && waterfallRows(odd).map(({ id }) => id)).toEqual(['root', 'lost']);
  });
});
