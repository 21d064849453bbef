// Where the time of one request went: its span tree is walked along the critical path, so that the parts of all stations
// together are the response time.
//
// What happens over a connection is the callee's: the way there and back, and the tries that did not count. Of calls at
// the same time only those over the link that ended last count, since nobody waited for the others.
import { OK } from '../frame.ts';
import { PARALLEL, STATION_STRIDE, TRAITS } from '../stations/station-layout.ts';
import {
  ABANDONED,
  ARRIVED_AT,
  BLOCKED_WAIT,
  ENDED,
  FIRST_CHILD,
  NEXT_SPAN,
  NOT_ENDED,
  SPAN_BORN,
  SPAN_LINK,
  SPAN_OUTCOME,
  SPAN_STATION,
  type Spans,
  STARTED_AT,
  TRIED,
  WORK_ENDED,
} from './spans.ts';

/** Parts of a station, in the order of the results. */
export const PARTS = 5;
export const WAIT = 0;
export const WORKED = 1;
export const BLOCKED_PART = 2;
export const NETWORK = 3;
export const RETRYING = 4;

export class CriticalPath {
  /** Stations × PARTS, in ms, of the request that was walked last; zero but at those in `touched`. */
  readonly parts: Float64Array;
  /** The stations on the path, each once, by number. */
  readonly touched: Int32Array;
  touchedCount = 0;
  private readonly isTouched: Uint8Array;
  private readonly spans: Spans;
  private readonly stationInts: Int32Array;

  constructor(spans: Spans, stationInts: Int32Array) {
    const stations = stationInts.length / STATION_STRIDE;
    this.spans = spans;
    this.stationInts = stationInts;
    this.parts = new Float64Array(stations * PARTS);
    this.touched = new Int32Array(stations);
    this.isTouched = new Uint8Array(stations);
  }

  /** Takes up the tree of a request that has succeeded. */
  walk(root: number): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const station = this.touched[i]!;
      for (let part = station * PARTS; part < (station + 1) * PARTS; part++) this.parts[part] = 0;
      this.isTouched[station] = 0;
    }
    this.touchedCount = 0;
    this.visit(root, this.spans.doubles[root + ENDED]!);
  }

  /** From the arrival at a station to its answer. */
  private visit(span: number, answered: number): void {
    const { ints, doubles } = this.spans;
    const station = this.touch(span);
    const { parts } = this;
    const started = doubles[span + STARTED_AT]!;
    const wait = started - doubles[span + ARRIVED_AT]!;
    const blocked = Math.min(wait, doubles[span + BLOCKED_WAIT]!);
    const worked = doubles[span + WORK_ENDED]!;
    parts[station + WAIT]! += wait - blocked;
    parts[station + BLOCKED_PART]! += blocked;
    parts[station + WORKED]! += worked - started;
    if (ints[span + FIRST_CHILD]! < 0) return;
    const traits = this.stationInts[ints[span + SPAN_STATION]! + TRAITS]!;
    const last = (traits & PARALLEL) !== 0 ? this.lastToEnd(span) : -1;
    const onlyLink = last < 0 ? -1 : ints[last + SPAN_LINK]!;
    let covered = 0;
    for (let child = ints[span + FIRST_CHILD]!; child >= 0; child = ints[child + NEXT_SPAN]!) {
      if (onlyLink >= 0 && ints[child + SPAN_LINK] !== onlyLink) continue;
      covered += this.takeCall(span, child);
    }
    // What no span covers, such as a backoff before a try that was never sent, is time in which a call went wrong.
    const rest = answered - worked - covered;
    if (Math.abs(rest) > 1e-9 * answered) parts[station + RETRYING]! += rest;
  }

  /** The whole call, from its first try on, where this is the try that decided it; else nothing. Returns its length. */
  private takeCall(caller: number, child: number): number {
    const { ints, doubles } = this.spans;
    const outcome = ints[child + SPAN_OUTCOME]!;
    const born = doubles[child + SPAN_BORN]!;
    const ended = doubles[child + ENDED]!;
    if (outcome === OK) {
      const answered = this.answeredAt(child);
      const tried = doubles[child + TRIED]!;
      const station = this.touch(child);
      this.parts[station + RETRYING]! += tried - born;
      this.parts[station + NETWORK]! += doubles[child + ARRIVED_AT]! - tried + (ended - answered);
      this.visit(child, answered);
      return ended - born;
    }
    if (outcome === NOT_ENDED || outcome === ABANDONED || !this.decidesFailure(caller, child)) return 0;
    this.parts[this.touch(child) + RETRYING]! += ended - born;
    return ended - born;
  }

  /** When the visit of a try whose work has ended was over at the station: with its work, or the last of its calls. */
  answeredAt(span: number): number {
    const { ints, doubles } = this.spans;
    const worked = doubles[span + WORK_ENDED]!;
    if (ints[span + FIRST_CHILD]! < 0) return worked;
    const last = this.lastToEnd(span);
    return last < 0 ? worked : Math.max(worked, doubles[last + ENDED]!);
  }

  /** Of the calls of a span that were waited for; -1: none. */
  private lastToEnd(span: number): number {
    const { ints, doubles } = this.spans;
    let last = -1;
    for (let child = ints[span + FIRST_CHILD]!; child >= 0; child = ints[child + NEXT_SPAN]!) {
      if (ints[child + SPAN_OUTCOME]! < 0) continue;
      if (last < 0 || doubles[child + ENDED]! >= doubles[last + ENDED]!) last = child;
    }
    return last;
  }

  /** Whether a failed try is the last of a call that no try has saved. */
  private decidesFailure(caller: number, failed: number): boolean {
    const { ints, doubles } = this.spans;
    let isAfter = false;
    for (let child = ints[caller + FIRST_CHILD]!; child >= 0; child = ints[child + NEXT_SPAN]!) {
      if (child === failed) isAfter = true;
      if (child === failed || ints[child + SPAN_OUTCOME]! < 0) continue;
      if (ints[child + SPAN_LINK] !== ints[failed + SPAN_LINK]) continue;
      if (doubles[child + SPAN_BORN] !== doubles[failed + SPAN_BORN]) continue;
      const later = doubles[child + ENDED]! - doubles[failed + ENDED]!;
      if (ints[child + SPAN_OUTCOME] === OK || later > 0 || (later === 0 && isAfter)) return false;
    }
    return true;
  }

  /** Returns where the parts of the span's station begin. */
  private touch(span: number): number {
    const station = this.spans.ints[span + SPAN_STATION]! / STATION_STRIDE;
    if (this.isTouched[station] === 0) {
      this.isTouched[station] = 1;
      this.touched[this.touchedCount++] = station;
    }
    return station * PARTS;
  }
}
