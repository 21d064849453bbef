// The layer of the streams: requests come from outside, one stream beside the other, and their ends are counted.
import { ATTEMPT_UNIT, BORN, LINK, OK, ORIGIN, PARENT, STATE, STATION, TRACED, WORK } from '../frame.ts';
import { ARRIVAL, USER } from '../kernel.ts';
import type { Network, Stream } from '../network.ts';
import { Brokers } from '../stations/brokers.ts';
import { STATION_STRIDE } from '../stations/station-layout.ts';
import { BUCKETS, bucketOf, STREAM_BUCKETS } from '../statistics/histogram.ts';
import { WarmupFinder } from '../statistics/mser.ts';
import { TRACE_BEGIN, TRACE_END } from '../tracing/tracing.ts';
import { thinkTimes } from './closed.ts';
import { deterministicArrivals } from './deterministic.ts';
import { mmppArrivals } from './mmpp.ts';
import { poissonArrivals } from './poisson.ts';
import { profileArrivals } from './profile.ts';
import {
  AT,
  FAILED_REQUESTS,
  LONGEST,
  OFFERED,
  REQUEST_RESPONSE,
  STREAM_STRIDE,
  STREAM_WORK,
  SUCCEEDED,
  THINK_TAPE,
  TIMES_TAPE,
} from './stream-layout.ts';
import { traceArrivals } from './trace.ts';

export abstract class Streams extends Brokers {
  protected readonly streamInts: Int32Array;
  protected readonly streamDoubles: Float64Array;
  protected readonly streamResponses: Uint32Array;
  /** Of all streams together, in the present step. */
  protected readonly stepResponses = new Uint32Array(BUCKETS);
  protected readonly warmupFinder: WarmupFinder | null;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const { streams } = network;
    this.streamInts = new Int32Array(streams.length * STREAM_STRIDE);
    this.streamDoubles = new Float64Array(streams.length * STREAM_STRIDE);
    this.streamResponses = new Uint32Array(streams.length * BUCKETS);
    this.warmupFinder = network.findsWarmup ? new WarmupFinder() : null;
    streams.forEach((stream, index) => this.setUpStream(stream, index * STREAM_STRIDE));
    this.sealTapes();
  }

  protected takeArrival(stream: number): void {
    this.queue.push(this.tapes.draw(this.streamInts[stream + TIMES_TAPE]!), stream | ARRIVAL);
    this.startRequest(stream);
  }

  protected startRequest(stream: number): void {
    const frame = this.newFrame();
    const ints = this.ints;
    const station = this.streamInts[stream + AT]!;
    ints[frame + STATION] = station;
    ints[frame + PARENT] = -1;
    ints[frame + LINK] = -1;
    ints[frame + ORIGIN] = stream;
    ints[frame + STATE] = ATTEMPT_UNIT;
    ints[frame + WORK] = this.streamInts[stream + STREAM_WORK]!;
    this.doubles[(frame >> 1) + BORN] = this.now;
    this.streamDoubles[stream + OFFERED]! += 1;
    if (--this.untilTraced === 0) this.trace(TRACE_BEGIN, frame, station);
    this.enterFlight();
    this.arrive(frame);
  }

  protected endRequest(frame: number, outcome: number): void {
    const stream = this.ints[frame + ORIGIN]!;
    const counted = this.streamDoubles;
    if (outcome === OK) {
      const responseMs = this.now - this.doubles[(frame >> 1) + BORN]!;
      counted[stream + SUCCEEDED]! += 1;
      counted[stream + REQUEST_RESPONSE]! += responseMs;
      if (responseMs > counted[stream + LONGEST]!) counted[stream + LONGEST] = responseMs;
      const bucket = bucketOf(responseMs);
      this.streamResponses[stream * STREAM_BUCKETS + bucket]! += 1;
      this.stepResponses[bucket]! += 1;
      if (this.warmupFinder !== null) this.warmupFinder.add(this.now, responseMs);
    } else {
      counted[stream + FAILED_REQUESTS]! += 1;
    }
    if ((this.ints[frame + STATE]! & TRACED) !== 0) this.trace(TRACE_END, frame, outcome);
    this.inFlight--;
    this.releaseFrame(frame);
    const thinkTape = this.streamInts[stream + THINK_TAPE]!;
    if (thinkTape >= 0) this.queue.push(this.now + this.tapes.draw(thinkTape), stream | USER);
  }

  private setUpStream(spec: Stream, stream: number): void {
    const ints = this.streamInts;
    const { arrival } = spec;
    ints[stream + AT] = spec.at * STATION_STRIDE;
    ints[stream + STREAM_WORK] = this.workAt(spec.at * STATION_STRIDE, stream);
    ints[stream + TIMES_TAPE] = -1;
    ints[stream + THINK_TAPE] = -1;
    switch (arrival.process) {
      case 'poisson':
        ints[stream + TIMES_TAPE] = this.addTape('arrivals', spec.key, (random) =>
          poissonArrivals(random, arrival.ratePerSecond),
        );
        break;
      case 'deterministic':
        ints[stream + TIMES_TAPE] = this.addTape('arrivals', spec.key, () =>
          deterministicArrivals(arrival.ratePerSecond),
        );
        break;
      case 'mmpp':
        ints[stream + TIMES_TAPE] = this.addTape('arrivals', spec.key, (random) =>
          mmppArrivals(random, arrival.states),
        );
        break;
      case 'profile':
        ints[stream + TIMES_TAPE] = this.addTape('arrivals', spec.key, (random) =>
          profileArrivals(random, arrival.points),
        );
        break;
      case 'trace':
        ints[stream + TIMES_TAPE] = this.addTape('arrivals', spec.key, () => traceArrivals(arrival.timesMs));
        break;
      case 'closed':
        ints[stream + THINK_TAPE] = this.addTape('think', spec.key, (random) => thinkTimes(random, arrival.think));
        break;
    }
  }

  protected startStreams(): void {
    this.network.streams.forEach(({ arrival }, index) => {
      const stream = index * STREAM_STRIDE;
      if (arrival.process !== 'closed') {
        this.queue.push(this.tapes.draw(this.streamInts[stream + TIMES_TAPE]!), stream | ARRIVAL);
        return;
      }
      const thinkTape = this.streamInts[stream + THINK_TAPE]!;
      for (let user = 0; user < arrival.users; user++) this.queue.push(this.tapes.draw(thinkTape), stream | USER);
    });
  }
}
