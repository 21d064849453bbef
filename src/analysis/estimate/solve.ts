// Rates, waits and outcomes that agree with one another, found by going round until nothing changes: more retries make
// more load, more load longer waits, longer waits more timeouts and longer held threads.
import type { Network, Station } from '../../simulation/network.ts';
import {
  callOutcome,
  either,
  type CallOutcome,
  inParallel,
  inSequence,
  NOTHING_DONE,
  type Outcome,
} from './outcome.ts';
import { type Call, type Plan, planOf } from './plan.ts';
import { stationState, type StationLoad, type StationState } from './station.ts';
import { streamsOf, type StreamRate } from './streams.ts';
import { anyTime } from './outcome.ts';
import { constant, mixture, NO_TIME, plus, scvOf, type Time } from './time.ts';

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

export interface Solution {
  readonly plan: Plan;
  readonly streams: readonly StreamRate[];
  readonly visits: readonly VisitState[];
  readonly stations: readonly StationState[];
  /** Brokers: how long a message waits for a consumer. */
  readonly backlogs: readonly Time[];
  readonly rates: readonly number[];
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
  private arrivalScvs: number[];
  private readonly senders: readonly number[];

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
    this.arrivalScvs = network.stations.map(() => 1);
    this.senders = sendersOf(network);
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
      rates: this.network.stations.map((_, station) => this.rateOf(station)),
      isSettled,
    };
  }

  private measure(): number[] {
    return [
      ...this.visits.flatMap(({ rate, outcome }) => [rate, outcome.ok, outcome.okTime.mean, outcome.okTime.variance]),
      ...this.backlogs.map(({ mean }) => mean),
    ];
  }

  private rateOf(station: number): number {
    return this.plan.ofStation[station]!.reduce((sum, visit) => sum + this.visits[visit]!.rate, 0);
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
    const outcome = either([
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
    const { visits: plans, starts } = this.plan;
    const rates = plans.map(() => 0);
    const delivered = plans.map(() => 0);
    this.streams = this.streams.map((stream, index) => {
      const cycle = anyTime(this.visits[starts[index]!]!.outcome).mean;
      const rate =
        stream.users === null ? stream.rate : damped(round, stream.rate, stream.users / (stream.thinkMs + cycle));
      rates[starts[index]!]! += rate;
      return { ...stream, rate };
    });
    plans.forEach((visit, index) => {
      const station = this.network.stations[visit.station]!;
      const state = this.visits[index]!;
      const worked = state.rate * (1 - this.states[visit.station]!.lost) * (1 - station.errorRate);
      if (station.broker !== null) {
        this.deliver(index, worked, rates, delivered);
        return;
      }
      const goingOn = worked * (1 - station.hitRatio);
      visit.calls.forEach(({ to }, place) => {
        rates[to]! += goingOn * (state.begun[place] ?? 0) * (state.calls[place]?.tries ?? 1);
      });
      for (const { link, to } of visit.sends) rates[to]! += goingOn * this.network.links[link]!.calls;
    });
    this.visits = this.visits.map((state, index) => ({ ...state, rate: rates[index]!, delivered: delivered[index]! }));
  }

  private deliver(index: number, rate: number, rates: number[], delivered: number[]): void {
    const { station: at, sends, deadLetter } = this.plan.visits[index]!;
    const { delivery, maxDeliveries } = this.network.stations[at]!.broker!;
    const weights = sends.map(({ to }) => (delivery === 'broadcast' ? 1 : this.strengthOf(to)));
    const total = delivery === 'broadcast' ? 1 : weights.reduce((sum, weight) => sum + weight, 0);
    sends.forEach(({ link, to, there, back }, place) => {
      const spec = this.network.links[link]!;
      const once = callOutcome(spec, plus(there, back), this.visits[to]!.outcome, 0);
      const fails = 1 - once.ok;
      const copies = ((rate * weights[place]!) / (total || 1)) * spec.calls;
      const deliveries = copies * once.tries * powers(fails, maxDeliveries);
      rates[to]! += deliveries;
      delivered[to]! += deliveries;
      if (deadLetter >= 0) rates[deadLetter]! += copies * fails ** maxDeliveries;
    });
  }

  /** How many messages per ms a consumer could take: competing ones share by it. */
  private strengthOf(visit: number): number {
    const { station } = this.plan.visits[visit]!;
    return (
      (this.states[station]!.replicas * this.network.stations[station]!.concurrency) /
      (this.visits[visit]!.hold.mean || 1)
    );
  }

  private findWaits(round: number): void {
    const flows = this.flowScvs();
    this.states = this.network.stations.map((station, index) => {
      const load = this.loadOf(index, flows[index]!);
      const next = stationState(station, load);
      return round < 30 ? next : softened(this.states[index]!, next);
    });
    this.arrivalScvs = flows;
    this.backlogs = this.network.stations.map((station, index) =>
      station.broker === null ? NO_TIME : this.backlogOf(index),
    );
  }

  private loadOf(index: number, arrivalScv: number): StationLoad {
    const own = this.plan.ofStation[index]!;
    const station = this.network.stations[index]!;
    // Messages wait at their broker; here only what comes by itself does, at the slots that messages leave.
    const parts = own.map((visit) => [this.visits[visit]!.rate, this.visits[visit]!.hold] as const);
    const rate = parts.reduce((sum, [each]) => sum + each, 0);
    const hold = mixture(parts);
    const perHold = station.batch === null ? 1 : batchSize(station, rate, hold.mean, this.states[index]!.replicas);
    return {
      rate: rate / perHold,
      arrivalScv,
      hold,
      senders: this.senders[index]!,
      loads: parts.map(([each, { mean }]) => each * mean),
    };
  }

  /** How regular the arrivals at each station are, by the flows between stations (Whitt's QNA, 1983). */
  private flowScvs(): number[] {
    const { stations } = this.network;
    const inflows = stations.map((): (readonly [rate: number, scv: number])[] => []);
    this.plan.starts.forEach((visit, index) => {
      inflows[this.plan.visits[visit]!.station]!.push([this.streams[index]!.rate, this.streams[index]!.scv]);
    });
    const leaving = stations.map((station, index) => this.departureScv(station, index));
    this.plan.visits.forEach((visit, index) => {
      const state = this.visits[index]!;
      const all = this.rateOf(visit.station);
      const goingOn = state.rate * (1 - stations[visit.station]!.hitRatio);
      const add = (to: number, rate: number): void => {
        const part = Math.min(1, rate / (all || 1));
        inflows[this.plan.visits[to]!.station]!.push([rate, part * leaving[visit.station]! + 1 - part]);
      };
      visit.calls.forEach(({ to }, place) =>
        add(to, goingOn * (state.begun[place] ?? 0) * (state.calls[place]?.tries ?? 1)),
      );
      for (const { link, to } of visit.sends) add(to, goingOn * this.network.links[link]!.calls);
    });
    return inflows.map((parts, index) => merged(parts, this.states[index]!.utilisation));
  }

  private departureScv({ concurrency }: Station, index: number): number {
    const { utilisation, replicas } = this.states[index]!;
    const load = this.plan.ofStation[index]!.map(
      (visit) => [this.visits[visit]!.rate, this.visits[visit]!.hold] as const,
    );
    const busy = Math.min(1, utilisation);
    const servers = Math.max(1, replicas * concurrency);
    const service = Math.max(0.2, Math.min(scvOf(mixture(load)), 25));
    return (
      1 + (1 - busy * busy) * (this.arrivalScvs[index]! - 1) + ((busy * busy) / Math.sqrt(servers)) * (service - 1)
    );
  }

  /** How long a message waits at the broker for a consumer: the consumers' slots are its servers. */
  private backlogOf(index: number): Time {
    const own = this.plan.ofStation[index]!;
    const waits: (readonly [number, Time])[] = [];
    const isBroadcast = this.network.stations[index]!.broker!.delivery === 'broadcast';
    const consumers = [
      ...new Set(own.flatMap((visit) => this.plan.visits[visit]!.sends.map(({ to }) => this.plan.visits[to]!.station))),
    ];
    if (consumers.length === 0) return NO_TIME;
    const waitAt = (stations: readonly number[]): Time => {
      const slots = stations.reduce(
        (sum, at) => sum + this.states[at]!.replicas * this.network.stations[at]!.concurrency,
        0,
      );
      const parts = stations.flatMap((at) =>
        this.plan.ofStation[at]!.map((visit) => [this.visits[visit]!.rate, this.heldBy(visit)] as const),
      );
      const rate = parts.reduce((sum, [each]) => sum + each, 0);
      const hold = mixture(parts);
      const first = this.network.stations[stations[0]!]!;
      const size = first.batch === null ? 1 : batchSize(first, rate, hold.mean, slots / first.concurrency);
      const { partitions } = this.network.stations[index]!.broker!;
      const servers = partitions > 0 ? Math.min(slots, partitions) : slots;
      const shared = {
        ...first,
        replicas: servers,
        concurrency: 1,
        dispatch: 'shared-queue',
        queueLimit: Infinity,
        autoscale: null,
      } as const;
      const arrivalScv = merged([[rate, this.arrivalScvs[index]!]], 0);
      const state = stationState(shared, { rate: rate / size, arrivalScv, hold, senders: Infinity, loads: [] });
      const gathering = size > 1 && first.batch !== null ? Math.min(first.batch.waitMs, (size - 1) / rate) / 2 : 0;
      return plus(state.wait, constant(gathering));
    };
    if (isBroadcast) for (const at of consumers) waits.push([1, waitAt([at])]);
    else waits.push([1, waitAt(consumers)]);
    return mixture(waits);
  }

  /** A message holds the slot of its consumer while it travels, too. */
  private heldBy(visit: number): Time {
    const { hold } = this.visits[visit]!;
    const travel = this.plan.visits.flatMap(({ sends, station }) =>
      this.network.stations[station]!.broker === null
        ? []
        : sends.filter(({ to }) => to === visit).map(({ there }) => there),
    );
    return travel.length === 0 ? hold : plus(hold, travel[0]!);
  }
}

const NO_LOAD: StationLoad = { rate: 0, arrivalScv: 1, hold: NO_TIME, senders: Infinity, loads: [] };

function powers(ratio: number, terms: number): number {
  return ratio >= 1 ? terms : (1 - ratio ** terms) / (1 - ratio);
}

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

/** Streams that come together (Whitt 1983): the less busy the station and the more streams, the more like Poisson. */
function merged(parts: readonly (readonly [rate: number, scv: number])[], utilisation: number): number {
  const total = parts.reduce((sum, [rate]) => sum + rate, 0);
  if (total === 0) return 1;
  const shares = parts.map(([rate]) => rate / total);
  const alike = 1 / shares.reduce((sum, share) => sum + share * share, 0);
  const weight = 1 / (1 + 4 * (1 - Math.min(1, utilisation)) ** 2 * (alike - 1));
  return weight * parts.reduce((sum, [rate, scv]) => sum + (rate / total) * scv, 0) + 1 - weight;
}

/** How many messages a batch has: as many as come while one is waited for or worked on. */
function batchSize({ batch, concurrency }: Station, rate: number, holdMs: number, replicas: number): number {
  if (batch === null) return 1;
  const slots = Math.max(1, replicas * concurrency);
  return Math.min(batch.max, Math.max(1, 1 + rate * batch.waitMs, (1.25 * rate * holdMs) / slots));
}

/**
 * The most requests that can be at each station at once: the users of closed streams, without end where an open stream
 * or a message leads there. Threads that wait bound it too, but what they keep out waits before them instead.
 */
function sendersOf({ stations, links, streams }: Network): number[] {
  const known = new Map<number, number>();
  const find = (index: number): number => {
    const before = known.get(index);
    if (before !== undefined) return before;
    let sum = 0;
    for (const { at, arrival } of streams)
      if (at === index) sum += arrival.process === 'closed' ? arrival.users : Infinity;
    for (const { to, from, synchronous } of links) {
      if (to !== index || sum === Infinity) continue;
      sum += !synchronous || stations[from]!.broker !== null ? Infinity : find(from);
    }
    // Several ways from the same users lead to no more of them.
    const users = Math.min(sum, sum === Infinity ? Infinity : usersOf(streams));
    known.set(index, users);
    return users;
  };
  return stations.map((_, index) => find(index));
}

function usersOf(streams: Network['streams']): number {
  return streams.reduce((sum, { arrival }) => sum + (arrival.process === 'closed' ? arrival.users : 0), 0);
}
