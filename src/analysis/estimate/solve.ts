// Rates, waits and outcomes that agree with one another, found by going round until nothing changes: more retries make
// more load, more load longer waits, longer waits more timeouts and longer held threads.
import type { Network } from '../../simulation/network.ts';
import { backlogsOf, batchSize } from './backlogs.ts';
import { closedWaits, type ClosedWaits } from './closed/chains.ts';
import { type Flows, flowsOf, rateByStation } from './flows.ts';
import {
  anyTime,
  type CallOutcome,
  callOutcome,
  either,
  inParallel,
  inSequence,
  NOTHING_DONE,
  oneAfterTheOther,
  waysApart,
  waysOf,
} from './outcome.ts';
import { type Call, type Plan, planOf } from './plan.ts';
import { ratesOf, type Round, type VisitState } from './rates.ts';
import { stationState, type StationLoad, type StationState } from './station.ts';
import { streamsOf, type StreamRate } from './streams.ts';
import { mixture, NO_TIME, plus, type Time } from './time.ts';

export interface Solution {
  readonly plan: Plan;
  readonly streams: readonly StreamRate[];
  readonly visits: readonly VisitState[];
  readonly stations: readonly StationState[];
  /** Brokers: how long a message waits for a consumer. */
  readonly backlogs: readonly Time[];
  readonly rates: readonly number[];
  /** What mean value analysis says of the closed streams; null without any. */
  readonly closed: ClosedWaits | null;
  readonly isSettled: boolean;
}

const MOST_ROUNDS = 200;
const AGREEMENT = 1e-7;

/** The network in the long run; `factor` multiplies the rates of its open streams. */
export function solve(network: Network, factor = 1): Solution {
  const solver = new Solver(network, factor);
  let isSettled = false;
  for (let round = 0; round < MOST_ROUNDS && !isSettled; round++) isSettled = solver.goRound(round);
  return solver.solution(isSettled);
}

class Solver {
  private readonly network: Network;
  private readonly plan: Plan;
  private streams: StreamRate[];
  private visits: VisitState[];
  private states: StationState[];
  private backlogs: Time[];
  private flows: Flows;
  private closed: ClosedWaits | null = null;

  constructor(network: Network, factor: number) {
    this.network = network;
    this.plan = planOf(network);
    this.streams = streamsOf(network).map((stream) =>
      stream.users === null ? { ...stream, rate: stream.rate * factor } : stream,
    );
    this.visits = this.plan.visits.map(({ work }) => ({
      rate: 0,
      delivered: 0,
      outcome: NOTHING_DONE,
      hold: work,
      calls: [],
      begun: [],
      blockedMs: 0,
    }));
    this.states = network.stations.map((station) => stationState(station, { ...NO_LOAD }));
    this.backlogs = network.stations.map(() => NO_TIME);
    const like = network.stations.map(() => 1);
    this.flows = { felt: like, inTheLongRun: like };
  }

  /** True when nothing has changed any more. */
  goRound(round: number): boolean {
    const before = this.measure();
    this.findOutcomes();
    this.findRates(round);
    this.findWaits(round);
    const after = this.measure();
    return (
      round > 3 &&
      after.every((value, index) => {
        const other = before[index]!;
        return value === other || Math.abs(value - other) <= AGREEMENT * (Math.abs(value) + Math.abs(other) + 1e-12);
      })
    );
  }

  solution(isSettled: boolean): Solution {
    return {
      plan: this.plan,
      streams: this.streams,
      visits: this.visits,
      stations: this.states,
      backlogs: this.backlogs,
      rates: rateByStation(this.round()),
      closed: this.closed,
      isSettled,
    };
  }

  private measure(): number[] {
    return [
      ...this.visits.flatMap(({ rate, outcome }) => [rate, outcome.ok, outcome.okTime.mean, outcome.okTime.variance]),
      ...this.backlogs.map(({ mean }) => mean),
    ];
  }

  private round(): Round {
    return { plan: this.plan, visits: this.visits, states: this.states };
  }

  /** Callees first: synchronous connections form no cycle. */
  private findOutcomes(): void {
    const done = new Set<number>();
    const find = (index: number): void => {
      if (done.has(index)) return;
      done.add(index);
      const { calls, sends } = this.plan.visits[index]!;
      for (const call of calls) find(call.to);
      this.visits[index] = this.visited(index);
      for (const send of sends) find(send.to);
    };
    this.plan.visits.forEach((_, index) => find(index));
  }

  private visited(index: number): VisitState {
    const { station: at, work, calls } = this.plan.visits[index]!;
    const station = this.network.stations[at]!;
    const state = this.states[at]!;
    const before = this.visits[index]!;
    const wait = before.delivered > 0 && before.delivered >= before.rate ? NO_TIME : this.waitOf(index);
    const goingOn = before.rate * (1 - state.lost) * (1 - station.errorRate) * (1 - station.hitRatio);
    const outcomes = calls.map((call, place) =>
      this.called(call, goingOn * (before.begun[place] ?? this.network.links[call.link]!.calls)),
    );
    const over = calls.map(({ link }, place) => {
      const { calls: count, optional } = this.network.links[link]!;
      return { calls: count, optional, outcome: outcomes[place]! };
    });
    const all = station.parallel ? inParallel(over, station.need) : inSequence(over);
    const own = plus(wait, work);
    const { errorRate, hitRatio } = station;
    const ended = either([
      [state.lost, { ok: 0, okTime: NO_TIME, failTime: NO_TIME }],
      [(1 - state.lost) * errorRate, { ok: 0, okTime: NO_TIME, failTime: own }],
      [(1 - state.lost) * (1 - errorRate) * hitRatio, { ok: 1, okTime: own, failTime: NO_TIME }],
      [
        (1 - state.lost) * (1 - errorRate) * (1 - hitRatio),
        {
          ok: all.outcome.ok,
          okTime: plus(own, all.outcome.okTime),
          failTime: plus(own, all.outcome.failTime),
        },
      ],
    ]);
    const hit = hitRatio / (hitRatio + (1 - hitRatio) * all.outcome.ok || 1);
    const ways = waysApart([
      [hit, [[1, own]]],
      [1 - hit, oneAfterTheOther([[1, own]], waysOf(all.outcome))],
    ]);
    const outcome = { ...ended, ways };
    const callsGoOut = (1 - errorRate) * (1 - hitRatio);
    const out = anyTime(all.outcome);
    const hold = station.blocking
      ? mixture([
          [1 - callsGoOut, work],
          [callsGoOut, plus(work, out)],
        ])
      : work;
    return {
      ...before,
      outcome,
      hold,
      calls: outcomes,
      begun: all.begun,
      blockedMs: station.blocking ? callsGoOut * out.mean : 0,
    };
  }

  private waitOf(index: number): Time {
    const { station } = this.plan.visits[index]!;
    const place = this.plan.ofStation[station]!.indexOf(index);
    return this.states[station]!.waits[place] ?? NO_TIME;
  }

  private called({ link, to, there, back }: Call, ratePerMs: number): CallOutcome {
    return callOutcome(this.network.links[link]!, plus(there, back), this.visits[to]!.outcome, ratePerMs);
  }

  private findRates(round: number): void {
    this.streams = this.streams.map((stream, index) => {
      if (stream.users === null) return stream;
      const cycle = anyTime(this.visits[this.plan.starts[index]!]!.outcome).mean;
      const next = stream.users / Math.max(SHORTEST_CYCLE_MS, stream.thinkMs + cycle);
      return { ...stream, rate: damped(round, stream.rate, next) };
    });
    const { rates, delivered } = ratesOf(
      this.round(),
      this.streams.map(({ rate }) => rate),
    );
    this.visits = this.visits.map((state, index) => ({ ...state, rate: rates[index]!, delivered: delivered[index]! }));
  }

  private findWaits(round: number): void {
    this.flows = flowsOf(this.round(), this.streams, this.flows);
    const loads = this.network.stations.map((_, index) => this.loadOf(index, this.flows.felt[index]!));
    this.closed = closedWaits(this.round(), this.streams, loads, this.closed);
    this.states = this.network.stations.map((station, index) => {
      const next = stationState(station, { ...loads[index]!, closed: this.closed?.waits[index] ?? null });
      return round < 30 ? next : softened(this.states[index]!, next);
    });
    this.backlogs = backlogsOf(this.round(), this.flows.felt);
  }

  private loadOf(index: number, arrivalScv: number): StationLoad {
    const own = this.plan.ofStation[index]!.map((visit) => this.visits[visit]!);
    const rate = own.reduce((sum, visit) => sum + visit.rate, 0);
    const hold = mixture(own.map((visit) => [visit.rate, visit.hold]));
    const perHold = batchSize(this.network.stations[index]!, rate, hold.mean, this.states[index]!.replicas);
    return {
      rate: rate / perHold,
      arrivalScv,
      hold,
      sorts: own.map((visit) => ({ rate: visit.rate, holdMs: visit.hold.mean })),
      closed: null,
    };
  }
}

/** Nobody goes round faster: a user who neither thinks nor waits would do so without end. */
const SHORTEST_CYCLE_MS = 1e-6;
const NO_LOAD: StationLoad = { rate: 0, arrivalScv: 1, hold: NO_TIME, sorts: [], closed: null };

/** Late rounds go half of the way only, so that two states that call for one another meet. */
function damped(round: number, before: number, next: number): number {
  return round === 0 || !Number.isFinite(before) ? next : (before + next) / 2;
}

function softened(before: StationState, next: StationState): StationState {
  if (!Number.isFinite(before.wait.mean) || !Number.isFinite(next.wait.mean)) return next;
  const half = (a: Time, b: Time): Time => ({ mean: (a.mean + b.mean) / 2, variance: (a.variance + b.variance) / 2 });
  return {
    ...next,
    wait: half(before.wait, next.wait),
    waits: next.waits.map((wait, place) => half(before.waits[place] ?? wait, wait)),
    lost: (before.lost + next.lost) / 2,
  };
}
