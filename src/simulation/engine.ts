// The discrete-event engine: takes the next event and dispatches on its type; one replication from first event to record.
import type { Finding } from '../model/finding.ts';
import { AT } from './arrivals/stream-layout.ts';
import { STATION } from './frame.ts';
import {
  ARRIVAL,
  BATCH,
  CONTROL,
  DELIVERY,
  HEDGE,
  LOOK_MASK,
  MOST_EVENTS_AT_ONE_TIME,
  MOST_IN_FLIGHT,
  REACH,
  REDELIVERY,
  RETRY,
  RETURN,
  SHARED_END,
  TIMER,
  TYPE_BITS,
  TYPE_MASK,
  USER,
  WORK_END,
} from './kernel.ts';
import type { Network } from './network.ts';
import type { ReplicationRecord } from './record.ts';
import { FastPath } from './fast-path.ts';
import {
  BACKLOG,
  BLOCKED,
  BLOCKED_TIME,
  BUSY,
  END_POOLS,
  FIRST_POOL,
  LENGTH,
  POOL_STRIDE,
  SLOTS,
  STATION_STRIDE,
} from './stations/station-layout.ts';
import type { Fleet } from './capacity/fleet.ts';
import { drawUpRecord } from './statistics/draw-up.ts';
import { Ledger } from './statistics/ledger.ts';
import { TraceBook } from './tracing/trace-book.ts';

/** Crashes and the like, each of which is far more work than an event. */
const MOST_CONTROLS_AT_ONE_TIME = 20_000;
/** Near 0 the clock can move by less than any time that means something. */
const ONE_MOMENT_MS = 1e-6;

export interface ReplicationControl {
  /** Told now and then which part of the simulated time has passed, 0 to 1. */
  onProgress?(fraction: number): void;
  /** Asked as often; true ends the replication. */
  isCancelled?(): boolean;
  /** For tests: the fast path must make no difference. It is taken where that pays. */
  readonly fastPath?: 'always' | 'never';
}

export type ReplicationOutcome =
  | { readonly kind: 'done'; readonly record: ReplicationRecord }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'stopped'; readonly finding: Finding };

/** Runs one replication: the same network and number give the same record, wherever it runs. */
export function runReplication(
  network: Network,
  replication: number,
  control: ReplicationControl = {},
): ReplicationOutcome {
  return new Engine(network, replication).run(control);
}

class Engine extends FastPath {
  private readonly ledger: Ledger;
  private readonly traces: TraceBook;
  /** Of each station: the slots × ms that were blocked before the present stretch. */
  private readonly blockedBefore: Float64Array;
  private step = 0;
  private inWindow: boolean;
  private finding: Finding | null = null;
  private controlsFromMs = -1;
  private controlsAtOneTime = 0;

  constructor(network: Network, replication: number) {
    super(network, replication);
    this.ledger = new Ledger(network, {
      stationInts: this.stationInts,
      stationDoubles: this.stationDoubles,
      stationResponses: this.stationResponses,
      pools: () => this.pools,
      readMeter: (index, meter) => this.readMeter(index, meter),
      credit: (index, meter, integrals) => this.creditFleet(index, meter, integrals),
      messaging: this.messaging,
      linkDoubles: this.linkDoubles,
      linkResponses: this.linkResponses,
      streamDoubles: this.streamDoubles,
      streamResponses: this.streamResponses,
      stepResponses: this.stepResponses,
    });
    this.traces = new TraceBook(network, replication, this.spans, this.stationInts);
    this.blockedBefore = new Float64Array(network.stations.length);
    this.inWindow = network.warmupMs === 0;
    this.boundary = this.nextBoundary();
  }

  run(control: ReplicationControl): ReplicationOutcome {
    this.startFleets();
    this.startStreams();
    const { queue } = this;
    const { fastPath } = control;
    const isFast = fastPath !== 'never' && (this.isMostlyPlain || fastPath === 'always');
    for (;;) {
      if (isFast && (!this.tracesMost || fastPath === 'always')) this.takeFastPath();
      const time = queue.times[0]!;
      if (time > this.boundary) {
        if (!this.passBoundary()) break;
        continue;
      }
      if (time > this.now) {
        this.now = time;
        this.atOneTime = 0;
      } else if (++this.atOneTime >= MOST_EVENTS_AT_ONE_TIME) {
        this.stopEndless(queue.payloads[0]!);
        break;
      }
      if ((++this.events & LOOK_MASK) === 0 && this.look(control)) return { kind: 'cancelled' };
      const payload = queue.payloads[0]!;
      queue.open();
      this.handle(payload & TYPE_MASK, payload & ~TYPE_MASK);
      queue.close();
    }
    if (this.finding) return { kind: 'stopped', finding: this.finding };
    return { kind: 'done', record: this.drawUp(this.events) };
  }

  protected handle(type: number, subject: number): void {
    switch (type) {
      case WORK_END:
        this.endWork(subject);
        break;
      case ARRIVAL:
        this.takeArrival(subject);
        break;
      case REACH:
        this.arrive(subject);
        break;
      case RETURN:
        this.takeReturn(subject);
        break;
      case TIMER:
        this.takeTimer(subject);
        break;
      case RETRY:
        this.takeRetry(subject);
        break;
      case USER:
        this.startRequest(subject);
        break;
      case DELIVERY:
        this.endTravel(subject);
        break;
      case HEDGE:
        this.takeHedge(subject);
        break;
      case REDELIVERY:
        this.takeRedelivery(subject);
        break;
      case BATCH:
        this.takeBatchWait(subject);
        break;
      case CONTROL:
        this.takeControl(subject);
        break;
      case SHARED_END:
        this.takeSharedEnd(subject);
        break;
    }
  }

  private takeControl(subject: number): void {
    if (this.now > this.controlsFromMs + ONE_MOMENT_MS) {
      this.controlsFromMs = this.now;
      this.controlsAtOneTime = 0;
    }
    if (++this.controlsAtOneTime < MOST_CONTROLS_AT_ONE_TIME) this.fireControl(subject);
    else this.stopRestless(subject);
  }

  protected takeTrace(root: number): void {
    this.traces.take(root);
  }

  protected blockedSlotTime(station: number): number {
    const blocked = this.stationInts[station + BLOCKED]!;
    const inStretch = this.stationDoubles[station + BLOCKED_TIME]! + blocked * (this.now - this.stretchStart);
    return this.blockedBefore[station / STATION_STRIDE]! + inStretch;
  }

  protected slotsOf(station: number): number {
    let slots = this.countSlots(station / STATION_STRIDE);
    const end = this.stationInts[station + END_POOLS]!;
    for (let pool = this.stationInts[station + FIRST_POOL]!; pool < end; pool += POOL_STRIDE) {
      slots += this.pools[pool + SLOTS]!;
    }
    return slots;
  }

  protected stopCrowded(): void {
    this.stop(
      'too-many-requests',
      this.mostCrowded(),
      `more than ${MOST_IN_FLIGHT.toLocaleString('en')} requests are in flight, most of them here`,
      'Give it more replicas or concurrency, a queue limit, or less load',
    );
  }

  private stopEndless(payload: number): void {
    this.stop(
      'endless-instant',
      this.stationOf(payload),
      `${MOST_EVENTS_AT_ONE_TIME.toLocaleString('en')} events happen here without time passing, at ${this.now / 1000} s`,
      'Give it a service time, or its callers a think time or a backoff',
    );
  }

  private stopRestless(control: number): void {
    this.stop(
      'endless-instant',
      this.stationOfControl(control),
      `its capacity changes ${MOST_CONTROLS_AT_ONE_TIME.toLocaleString('en')} times without time passing, at ${this.now / 1000} s`,
      'Give its crashes, its autoscaler or its rollout longer times',
    );
  }

  /** Ends the run before the next event; only the first reason counts. */
  private stop(rule: string, station: number, what: string, mend: string): void {
    const { id } = this.network.stations[station / STATION_STRIDE]!;
    this.finding ??= { rule, severity: 'error', path: `components.${id}`, message: `${id}: ${what}`, mend };
    this.boundary = -1;
  }

  private stationOf(payload: number): number {
    const subject = payload & ~TYPE_MASK;
    switch (payload & TYPE_MASK) {
      case ARRIVAL:
      case USER:
        return this.streamInts[subject + AT]!;
      case TIMER:
      case HEDGE:
        return this.linkInts[subject]!;
      case SHARED_END:
        return this.stationOfProcessor(subject >> TYPE_BITS);
      case CONTROL:
        return this.stationOfControl(subject);
      case BATCH:
        return subject;
      default:
        return this.ints[subject + STATION]!;
    }
  }

  private mostCrowded(): number {
    const { stationInts, pools } = this;
    let most = -1;
    let crowded = 0;
    for (let station = 0; station < stationInts.length; station += STATION_STRIDE) {
      let here = stationInts[station + BACKLOG]! + this.countInFleet(station / STATION_STRIDE);
      for (
        let pool = stationInts[station + FIRST_POOL]!;
        pool < stationInts[station + END_POOLS]!;
        pool += POOL_STRIDE
      ) {
        here += pools[pool + LENGTH]! + pools[pool + BUSY]!;
      }
      if (here <= most) continue;
      most = here;
      crowded = station;
    }
    return crowded;
  }

  private look(control: ReplicationControl): boolean {
    control.onProgress?.(this.now / this.network.durationMs);
    return control.isCancelled?.() ?? false;
  }

  /** Only after the last stretch. */
  private drawUp(events: number): ReplicationRecord {
    const { network, ledger, replication } = this;
    const record = drawUpRecord(network, ledger, { replication, events, rollouts: this.rolloutRecords() });
    const warmup = this.warmupFinder?.find() ?? null;
    return { ...record, warmup, ...this.traces.drawUp(record.requests.responseMs?.mean ?? null) };
  }

  settleBooks({ station }: Fleet): void {
    const index = station / STATION_STRIDE;
    this.keepBlockedTime(index, this.now);
    this.ledger.settleStation(index, this.step, this.stretchStart, this.now);
  }

  /** A stretch is over: false at the end of the run. */
  private passBoundary(): boolean {
    if (this.finding) return false;
    const end = this.boundary;
    const { network, ledger } = this;
    for (let i = 0; i < network.stations.length; i++) this.keepBlockedTime(i, end);
    ledger.endStretch(this.step, this.stretchStart, end);
    this.stretchStart = end;
    if (!this.inWindow && end === network.warmupMs) {
      this.inWindow = true;
      this.keepCounters();
      ledger.startWindow();
      this.traces.startWindow();
      this.restartSampling();
    }
    if (end === this.stepEnd()) {
      ledger.endStep(this.step);
      this.endShares(this.step, ledger.series.newVersionShare);
      this.step++;
    }
    this.boundary = this.nextBoundary();
    return this.step < network.steps;
  }

  /** What the ledger takes up next begins anew; a wait may go on. */
  private keepBlockedTime(index: number, now: number): void {
    const station = index * STATION_STRIDE;
    const blocked = this.stationInts[station + BLOCKED]! * (now - this.stretchStart);
    this.blockedBefore[index]! += this.stationDoubles[station + BLOCKED_TIME]! + blocked;
  }

  private nextBoundary(): number {
    const stepEnd = this.stepEnd();
    return this.inWindow ? stepEnd : Math.min(stepEnd, this.network.warmupMs);
  }

  private stepEnd(): number {
    const { steps, stepMs, durationMs } = this.network;
    return this.step + 1 >= steps ? durationMs : (this.step + 1) * stepMs;
  }
}
