// One request on its way through a design, as steps: what is called, in which order, how often, and what may fail.
import type { Component, Connection, Design } from '../../model/design.ts';
import { isSynchronous, outgoing, type Adjacency } from '../../model/graph.ts';
import { joined } from '../drawn.ts';
import { arrowText, kindOf } from './parts.ts';

export type Step = Message | Note | Block;

interface Message {
  readonly type: 'message';
  readonly arrow: 'call' | 'answer' | 'send';
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

interface Note {
  readonly type: 'note';
  readonly at: string;
  readonly text: string;
}

interface Block {
  readonly type: 'block';
  readonly keyword: 'loop' | 'opt' | 'alt' | 'par';
  /** The first begins with the keyword, the others with `else` or `and`. */
  readonly sections: readonly { readonly title: string; readonly steps: readonly Step[] }[];
}

export interface Request {
  readonly steps: readonly Step[];
  /** Where there are more calls than can be drawn, those further in are left out. */
  readonly isCut: boolean;
}

/** So many calls fit on a page that anybody reads; a diamond of calls grows by the power of its depth. */
const MOST_CALLS = 200;

/** Where a request begins unless told: at the first arrivals, else at a way in, else where nothing calls. */
export function usualStart(design: Design): Component | undefined {
  const byId = new Map(design.components.map((component) => [component.id, component]));
  const arrival = (design.scenarios ?? []).flatMap(({ arrivals }) => arrivals).find(({ at }) => byId.has(at));
  const links = outgoing(design);
  const called = new Set((design.connections ?? []).map(({ to }) => to));
  const calls = design.components.filter(({ id }) => links.has(id));
  return (
    (arrival && byId.get(arrival.at)) ??
    calls.find((component) => kindOf(component)?.behaviour.entry === true) ??
    calls.find(({ id }) => !called.has(id)) ??
    design.components[0]
  );
}

/** What follows from one request at a component. */
export function requestFrom(design: Design, start: Component): Request {
  const walk: Walk = {
    byId: new Map(design.components.map((component) => [component.id, component])),
    links: outgoing({ ...design, connections: [...joined(design)] }),
    left: MOST_CALLS,
    isCut: false,
  };
  return { steps: work(start, new Set([start.id]), walk), isCut: walk.isCut };
}

interface Walk {
  readonly byId: ReadonlyMap<string, Component>;
  readonly links: Adjacency;
  left: number;
  isCut: boolean;
}

/** What a component does for a request; `open` are the components whose answer is being waited for. */
function work(component: Component, open: ReadonlySet<string>, walk: Walk): readonly Step[] {
  const connections = walk.links.get(component.id) ?? [];
  const sends = connections.filter((connection) => !isSynchronous(connection)).flatMap((sent) => send(sent, walk));
  const calls = connections.filter(isSynchronous).map((connection) => ({
    title: arrowText(connection),
    steps: call(connection, open, walk),
  }));
  return unlessAnswered(component, [...sends, ...together(component, calls)]);
}

function together(component: Component, calls: Block['sections']): readonly Step[] {
  const made = calls.filter(({ steps }) => steps.length > 0);
  if (component.calls !== 'parallel' || made.length < 2) return made.flatMap(({ steps }) => steps);
  const { need } = component;
  const title = need === undefined || need === null ? 'all at once' : `all at once, ${need} good answers are enough`;
  return [{ type: 'block', keyword: 'par', sections: made.map((one, at) => (at === 0 ? { ...one, title } : one)) }];
}

/** A cache that hits makes no calls and sends nothing. */
function unlessAnswered(component: Component, steps: readonly Step[]): readonly Step[] {
  const { hitRatio = 0 } = component;
  if (hitRatio <= 0 || steps.length === 0) return steps;
  return [opt(`miss, ${percent(1 - hitRatio)} of requests`, steps)];
}

function send(connection: Connection, walk: Walk): readonly Step[] {
  if (!isThereRoom(walk)) return [];
  const { from, to } = connection;
  const message: Message = { type: 'message', arrow: 'send', from, to, text: arrowText(connection) || 'message' };
  return repeated(connection, [message]);
}

function call(connection: Connection, open: ReadonlySet<string>, walk: Walk): readonly Step[] {
  if (!isThereRoom(walk)) return [];
  const { from, to } = connection;
  const callee = walk.byId.get(to);
  const isFollowed = callee !== undefined && !open.has(to);
  const steps: Step[] = [
    { type: 'message', arrow: 'call', from, to, text: arrowText(connection) || 'request' },
    ...(isFollowed ? work(callee, new Set([...open, to]), walk) : []),
    { type: 'message', arrow: 'answer', from: to, to: from, text: 'answer' },
  ];
  const guards = guardsOf(connection);
  const guarded: Step[] = guards === '' ? steps : [{ type: 'note', at: from, text: guards }, ...steps];
  return repeated(connection, retried(connection, unlessFailed(connection, guarded)));
}

function isThereRoom(walk: Walk): boolean {
  walk.left -= 1;
  walk.isCut ||= walk.left < 0;
  return walk.left >= 0;
}

/** What a caller does about an answer that fails or is late. */
function unlessFailed({ from, timeoutMs, optional }: Connection, steps: readonly Step[]): readonly Step[] {
  if (timeoutMs === undefined && optional !== true) return steps;
  const answered = timeoutMs === undefined ? 'answered' : `answered within ${timeoutMs} ms`;
  const failed = timeoutMs === undefined ? 'failed' : 'failed or too late';
  const text = optional === true ? 'carries on without the answer' : 'the call has failed';
  return [
    {
      type: 'block',
      keyword: 'alt',
      sections: [
        { title: answered, steps },
        { title: failed, steps: [{ type: 'note', at: from, text }] },
      ],
    },
  ];
}

function retried({ retry }: Connection, steps: readonly Step[]): readonly Step[] {
  if (retry === undefined || retry.attempts < 2) return steps;
  const { attempts, backoffMs = 0, multiplier = 1, jitter = 'none' } = retry;
  const growth = multiplier === 1 ? '' : `, each ${multiplier} times as long`;
  const spread = jitter === 'none' ? '' : `, ${jitter} jitter`;
  const waits = backoffMs === 0 ? '' : `, ${backoffMs} ms before the next${growth}${spread}`;
  return [block('loop', `until answered, up to ${attempts} tries${waits}`, steps)];
}

/** Only for some requests, or several times for one. */
function repeated({ calls = 1, classes }: Connection, steps: readonly Step[]): readonly Step[] {
  const several =
    calls === 1 ? steps : [calls < 1 ? opt(`in ${percent(calls)} of requests`, steps) : loop(calls, steps)];
  return classes === undefined ? several : [opt(`requests of class ${classes.join(', ')}`, several)];
}

function loop(calls: number, steps: readonly Step[]): Step {
  return block('loop', Number.isInteger(calls) ? `${calls} times` : `${calls} times on average`, steps);
}

function guardsOf({ hedge, rateLimit, bulkhead, circuitBreaker }: Connection): string {
  const guards = [
    rateLimit && `at most ${rateLimit.perSecond} calls a second`,
    bulkhead !== undefined && `at most ${bulkhead} calls at once`,
    circuitBreaker && `circuit breaker at ${percent(circuitBreaker.failureRate ?? 0.5)} failures`,
    hedge && `a second try after ${hedge.afterMs} ms`,
  ];
  return guards.filter((guard) => typeof guard === 'string').join(', ');
}

function opt(title: string, steps: readonly Step[]): Step {
  return block('opt', title, steps);
}

function block(keyword: Block['keyword'], title: string, steps: readonly Step[]): Step {
  return { type: 'block', keyword, sections: [{ title, steps }] };
}

/** A share without the noise of binary fractions. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))} %`;
}
