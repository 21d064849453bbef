// What a hand on the timeline does to a scenario, as pure changes of a draft. Times stay within what the design allows.
import type { Arrival, Fault, Rollout, Scenario } from '../../../../src/model/design.ts';
import { tidy } from './time-scale.ts';

export interface Item {
  readonly list: 'arrivals' | 'faults' | 'rollouts';
  readonly at: number;
}

export type TimedFault = Exclude<Fault, { kind: 'crashes' }>;

export function isTimed(fault: Fault): fault is TimedFault {
  return fault.kind !== 'crashes';
}

function within(value: number, least: number, most: number): number {
  return tidy(Math.min(Math.max(value, least), Math.max(most, least)));
}

/** Keeps its length; it may begin anywhere in the run. */
export function moveFault(scenario: Scenario, at: number, fromS: number): void {
  const fault = scenario.faults?.[at];
  if (fault && isTimed(fault)) fault.fromS = within(fromS, 0, scenario.durationS);
}

/** One end moves, the other stays. */
export function resizeFault(scenario: Scenario, at: number, end: 'from' | 'to', seconds: number): void {
  const fault = scenario.faults?.[at];
  if (!fault || !isTimed(fault)) return;
  const to = fault.fromS + fault.durationS;
  const from = end === 'from' ? within(seconds, 0, to) : fault.fromS;
  fault.fromS = from;
  fault.durationS = tidy((end === 'to' ? Math.max(seconds, fault.fromS) : to) - from);
}

export function moveRollout(scenario: Scenario, at: number, startS: number): void {
  const rollout = scenario.rollouts?.[at];
  if (rollout) rollout.startS = within(startS, 0, scenario.durationS);
}

/** How long a segment of a rollout lasts: a step of a canary, the start-up, the overlap. */
export function stretchRollout(scenario: Scenario, at: number, part: RolloutPart, lengthS: number): void {
  const rollout = scenario.rollouts?.[at];
  if (!rollout) return;
  const length = tidy(Math.max(0, lengthS));
  if (part.kind === 'startup') rollout.startupS = length;
  else if (part.kind === 'overlap' && rollout.strategy === 'blue-green') rollout.overlapS = length;
  else if (part.kind === 'step' && rollout.strategy === 'canary') {
    const step = rollout.steps[part.step];
    if (step) step.holdS = length;
  }
}

export type RolloutPart =
  | { readonly kind: 'startup' | 'overlap' | 'new' }
  | { readonly kind: 'step'; readonly step: number; readonly weight: number };

export interface RolloutSegment {
  readonly part: RolloutPart;
  readonly fromS: number;
  readonly toS: number;
}

/** A rollout as it is planned, one part after another, the new version alone at the end. */
export function rolloutSegments(rollout: Rollout, durationS: number): readonly RolloutSegment[] {
  const parts: (readonly [RolloutPart, number])[] = [];
  if ((rollout.startupS ?? 0) > 0) parts.push([{ kind: 'startup' }, rollout.startupS ?? 0]);
  if (rollout.strategy === 'blue-green' && (rollout.overlapS ?? 0) > 0)
    parts.push([{ kind: 'overlap' }, rollout.overlapS ?? 0]);
  if (rollout.strategy === 'canary')
    rollout.steps.forEach(({ weight, holdS }, step) => parts.push([{ kind: 'step', step, weight }, holdS]));
  let from = rollout.startS;
  const segments = parts.map(([part, lengthS]): RolloutSegment => {
    const segment = { part, fromS: from, toS: tidy(from + lengthS) };
    from = segment.toS;
    return segment;
  });
  return [...segments, { part: { kind: 'new' }, fromS: from, toS: Math.max(from, durationS) }];
}

/** A point of a profile keeps its place between its neighbours. */
export function movePoint(arrival: Arrival, at: number, seconds: number, rate: number): void {
  if (arrival.process !== 'profile' || !arrival.points[at]) return;
  const before = arrival.points[at - 1]?.[0] ?? 0;
  const after = arrival.points[at + 1]?.[0] ?? Infinity;
  arrival.points[at] = [within(seconds, before, after), tidy(Math.max(0, rate))];
}

/** Between the points where it belongs; its place there. */
export function addPoint(arrival: Arrival, seconds: number, rate: number): number {
  if (arrival.process !== 'profile') return -1;
  const later = arrival.points.findIndex(([time]) => time > seconds);
  const at = later < 0 ? arrival.points.length : later;
  arrival.points.splice(at, 0, [tidy(Math.max(0, seconds)), tidy(Math.max(0, rate))]);
  return at;
}

/** A profile keeps its last point. */
export function removePoint(arrival: Arrival, at: number): void {
  if (arrival.process === 'profile' && arrival.points.length > 1) arrival.points.splice(at, 1);
}

/** The one rate, the users, or the rate of a state. */
export function setRate(arrival: Arrival, at: number | null, value: number): void {
  const rate = tidy(Math.max(0, value));
  if (arrival.process === 'poisson' || arrival.process === 'deterministic') arrival.ratePerSecond = rate;
  else if (arrival.process === 'closed') arrival.users = Math.round(rate);
  else if (arrival.process === 'mmpp' && at !== null && arrival.states[at]) arrival.states[at].ratePerSecond = rate;
}

/** An empty list of faults or rollouts leaves no key behind. */
export function removeItem(scenario: Scenario, { list, at }: Item): void {
  if (list === 'arrivals') scenario.arrivals.splice(at, 1);
  else {
    scenario[list]?.splice(at, 1);
    if (scenario[list]?.length === 0) delete scenario[list];
  }
}
