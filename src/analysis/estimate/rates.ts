// How often everything is visited: from the streams along calls, tries, messages and their deliveries.
import { callOutcome, type CallOutcome, type Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { StationState } from './station.ts';
import { plus, type Time } from './time.ts';

export interface VisitState {
  /** Per ms, all tries, rejected ones included. */
  readonly rate: number;
  /** Of these, what brokers deliver. */
  readonly delivered: number;
  readonly outcome: Outcome;
  /** How long a slot is held. */
  readonly hold: Time;
  readonly calls: readonly CallOutcome[];
  /** How often those over each synchronous link are begun, for one request that makes calls. */
  readonly begun: readonly number[];
  /** Mean time that a slot is held while calls are out. */
  readonly blockedMs: number;
}

/** What rates are drawn from: how each visit and each station was a round ago. */
export interface Round {
  readonly plan: Plan;
  readonly visits: readonly VisitState[];
  readonly states: readonly StationState[];
}

/** Of the requests that ask for a visit, those whose own work ends well, and of these those that go on to calls. */
function sharesOn({ plan, states }: Round, visit: number): { readonly worked: number; readonly goingOn: number } {
  const { station: at } = plan.visits[visit]!;
  const { errorRate, hitRatio } = plan.network.stations[at]!;
  const worked = (1 - states[at]!.lost) * (1 - errorRate);
  return { worked, goingOn: worked * (1 - hitRatio) };
}

/** Tries that reach each callee, in the order of the visit's calls, for one request that asks for the visit. */
export function triesOfCalls(round: Round, visit: number): readonly number[] {
  const { calls, begun } = round.visits[visit]!;
  const { goingOn } = sharesOn(round, visit);
  return round.plan.visits[visit]!.calls.map((_, place) => goingOn * (begun[place] ?? 0) * (calls[place]?.tries ?? 1));
}

/** Messages that each asynchronous link of a visit carries, for one request that asks for it; brokers are asked below. */
export function messagesOf(round: Round, visit: number): readonly number[] {
  const { goingOn } = sharesOn(round, visit);
  return round.plan.visits[visit]!.sends.map(({ link }) => goingOn * round.plan.network.links[link]!.calls);
}

export interface VisitRates {
  readonly rates: readonly number[];
  readonly delivered: readonly number[];
}

/** By visit; `starting` are the rates of the streams. Messages may go round, so that what arrives is of the round before. */
export function ratesOf(round: Round, starting: readonly number[]): VisitRates {
  const { plan, visits } = round;
  const rates = plan.visits.map(() => 0);
  const delivered = plan.visits.map(() => 0);
  plan.starts.forEach((visit, stream) => (rates[visit]! += starting[stream]!));
  plan.visits.forEach((visit, index) => {
    if (plan.network.stations[visit.station]!.broker !== null) {
      deliver(round, index, rates, delivered);
      return;
    }
    const { rate } = visits[index]!;
    triesOfCalls(round, index).forEach((tries, place) => (rates[visit.calls[place]!.to]! += rate * tries));
    messagesOf(round, index).forEach((copies, place) => (rates[visit.sends[place]!.to]! += rate * copies));
  });
  return { rates, delivered };
}

function deliver(round: Round, index: number, rates: number[], delivered: number[]): void {
  const { plan, visits } = round;
  const { station: at, sends, deadLetter } = plan.visits[index]!;
  const { delivery, maxDeliveries } = plan.network.stations[at]!.broker!;
  const rate = visits[index]!.rate * sharesOn(round, index).worked;
  const weights = sends.map(({ to }) => (delivery === 'broadcast' ? 1 : strengthOf(round, to)));
  const total = delivery === 'broadcast' ? 1 : weights.reduce((sum, weight) => sum + weight, 0);
  sends.forEach(({ link, to, there, back }, place) => {
    const spec = plan.network.links[link]!;
    const once = callOutcome(spec, plus(there, back), visits[to]!.outcome, 0);
    const fails = 1 - once.ok;
    const copies = ((rate * weights[place]!) / (total || 1)) * spec.calls;
    const deliveries = copies * once.tries * sumOfPowers(fails, maxDeliveries);
    rates[to]! += deliveries;
    delivered[to]! += deliveries;
    if (deadLetter >= 0) rates[deadLetter]! += copies * fails ** maxDeliveries;
  });
}

/** How many messages per ms a consumer could take: competing ones share by it. */
function strengthOf({ plan, visits, states }: Round, visit: number): number {
  const { station } = plan.visits[visit]!;
  return (states[station]!.replicas * plan.network.stations[station]!.concurrency) / (visits[visit]!.hold.mean || 1);
}

function sumOfPowers(ratio: number, terms: number): number {
  return ratio >= 1 ? terms : (1 - ratio ** terms) / (1 - ratio);
}
