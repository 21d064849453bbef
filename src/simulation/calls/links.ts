// The layer of the links: how connections lie in memory, and what a call over one of them is, by the class of who asks.
//
// A link is named by its place in the strided arrays, as a station is.
import { STREAM_STRIDE } from '../arrivals/stream-layout.ts';
import { BORN, ORIGIN } from '../frame.ts';
import type { Link, Network } from '../network.ts';
import { sampleDistribution, sampleUniform, shifted } from '../samplers.ts';
import { STATION_STRIDE } from '../stations/station-layout.ts';
import { Changes } from '../capacity/changes.ts';
import { BUCKETS, bucketOf, LINK_BUCKETS } from '../statistics/histogram.ts';
import { setUpLinkFault } from './link-faults.ts';
import {
  ATTEMPTS,
  BACKOFF,
  BY_CLASS,
  CALL_RESPONSE,
  CALLEE,
  CUT_UNTIL,
  DELIVERS,
  EXTRAS,
  FAULT_MS,
  FAULTY,
  FRACTION,
  FRACTION_TAPE,
  JITTER,
  JITTER_TAPE,
  LATENCY_TAPE,
  LINK_STRIDE,
  MULTIPLIER,
  OPTIONAL,
  OUTCOMES,
  RESTRICTED,
  RESTRICTED_TAPE,
  TRANSFER,
  WHOLE,
  WHOLE_CALLS,
  WORK_TAPE,
} from './link-layout.ts';

export const NO_JITTER = 0;
export const FULL_JITTER = 1;
const EQUAL_JITTER = 2;

export abstract class Links extends Changes {
  protected readonly linkInts: Int32Array;
  protected readonly linkDoubles: Float64Array;
  protected readonly linkResponses: Uint32Array;
  /** Of each stream: its class; without one, the number of classes. */
  private readonly classOfStream: Int32Array;
  /** Station × class, and last without a class: the tape of the work. */
  private readonly workByClass: Int32Array;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const { links, streams, classes, stations } = network;
    this.linkInts = new Int32Array(links.length * LINK_STRIDE);
    this.linkDoubles = new Float64Array(links.length * LINK_STRIDE);
    this.linkResponses = new Uint32Array(links.length * BUCKETS);
    this.classOfStream = Int32Array.from(streams, ({ classIndex }) => (classIndex < 0 ? classes.length : classIndex));
    this.workByClass = Int32Array.from(stations.flatMap((_, station) => this.classTapes(station)));
    links.forEach((link, index) => this.setUpLink(link, index * LINK_STRIDE));
    for (const fault of network.faults) {
      if (!('link' in fault)) continue;
      const caller = links[fault.link]!.from * STATION_STRIDE;
      setUpLinkFault(this, { doubles: this.linkDoubles, caller }, fault);
    }
  }

  /** How long a call is on its way to the callee of a link with latency. */
  protected wayThere(link: number, latencyTape: number): number {
    const travelMs = this.tapes.draw(latencyTape) + this.linkDoubles[link + TRANSFER]!;
    return (this.linkInts[link + EXTRAS]! & FAULTY) === 0 ? travelMs : travelMs + this.delayBy(link);
  }

  /** How long its answer is on the way back. */
  protected wayBack(link: number, latencyTape: number): number {
    const travelMs = this.tapes.draw(latencyTape);
    return (this.linkInts[link + EXTRAS]! & FAULTY) === 0 ? travelMs : travelMs + this.delayBy(link);
  }

  /** What faults add to what sets out now: what meets a partition is sent again until it gets through. */
  private delayBy(link: number): number {
    const doubles = this.linkDoubles;
    return doubles[link + FAULT_MS]! + Math.max(0, doubles[link + CUT_UNTIL]! - this.now);
  }

  /** How many calls the request makes over the link. */
  protected drawCalls(link: number, frame: number): number {
    const linkInts = this.linkInts;
    const whole = linkInts[link + WHOLE_CALLS]!;
    const tape = linkInts[link + FRACTION_TAPE]!;
    if (tape === WHOLE) return whole;
    if (tape === RESTRICTED) return this.drawRestricted(link, frame);
    return this.drawFraction(link, tape);
  }

  /** The tape of the work that a call over the link is at its callee. */
  protected workOver(link: number, frame: number): number {
    const tape = this.linkInts[link + WORK_TAPE]!;
    return tape === BY_CLASS ? this.workAt(this.linkInts[link + CALLEE]!, this.ints[frame + ORIGIN]!) : tape;
  }

  /** The tape of the station's own work on requests of the stream. */
  protected workAt(station: number, stream: number): number {
    const classes = this.network.classes.length + 1;
    return this.workByClass[(station / STATION_STRIDE) * classes + this.classOfStream[stream / STREAM_STRIDE]!]!;
  }

  /** Whether requests of the frame's class make calls over the link. */
  protected isForClassOf(frame: number, link: number): boolean {
    const { classes } = this.network.links[link / LINK_STRIDE]!;
    return classes === null || classes[this.classOfStream[this.ints[frame + ORIGIN]! / STREAM_STRIDE]!]!;
  }

  protected recordTry(link: number, outcome: number): void {
    this.linkDoubles[link + OUTCOMES + outcome]! += 1;
  }

  protected recordCall(frame: number, link: number): void {
    const responseMs = this.now - this.doubles[(frame >> 1) + BORN]!;
    this.linkDoubles[link + CALL_RESPONSE]! += responseMs;
    this.linkResponses[link * LINK_BUCKETS + bucketOf(responseMs)]! += 1;
  }

  /** Whether the scenario has faults of the link. */
  protected isFaulty(id: string): boolean {
    const { links, faults } = this.network;
    return faults.some((fault) => 'link' in fault && links[fault.link]!.id === id);
  }

  private drawFraction(link: number, tape: number): number {
    const whole = this.linkInts[link + WHOLE_CALLS]!;
    return this.tapes.draw(tape) < this.linkDoubles[link + FRACTION]! ? whole + 1 : whole;
  }

  private drawRestricted(link: number, frame: number): number {
    if (!this.isForClassOf(frame, link)) return 0;
    const tape = this.linkInts[link + RESTRICTED_TAPE]!;
    return tape === WHOLE ? this.linkInts[link + WHOLE_CALLS]! : this.drawFraction(link, tape);
  }

  private setUpLink(spec: Link, link: number): void {
    const ints = this.linkInts;
    const doubles = this.linkDoubles;
    const whole = Math.floor(spec.calls);
    const fractionTape = spec.calls > whole ? this.addTape('calls', spec.id, sampleUniform) : WHOLE;
    ints[link + CALLEE] = spec.to * STATION_STRIDE;
    ints[link + WHOLE_CALLS] = whole;
    ints[link + FRACTION_TAPE] = spec.classes === null ? fractionTape : RESTRICTED;
    ints[link + RESTRICTED_TAPE] = fractionTape;
    ints[link + LATENCY_TAPE] = this.latencyTape(spec);
    ints[link + WORK_TAPE] = this.workTape(spec);
    ints[link + OPTIONAL] = spec.optional ? 1 : 0;
    ints[link + DELIVERS] = this.network.stations[spec.from]!.broker ? 1 : 0;
    doubles[link + FRACTION] = spec.calls - whole;
    doubles[link + TRANSFER] = spec.transferMs;
    ints[link + ATTEMPTS] = spec.retry?.attempts ?? 1;
    doubles[link + BACKOFF] = spec.retry?.backoffMs ?? 0;
    doubles[link + MULTIPLIER] = spec.retry?.multiplier ?? 1;
    const jitter = spec.retry?.jitter ?? 'none';
    ints[link + JITTER] = jitter === 'none' ? NO_JITTER : jitter === 'full' ? FULL_JITTER : EQUAL_JITTER;
    ints[link + JITTER_TAPE] = jitter === 'none' ? -1 : this.addTape('jitter', spec.id, sampleUniform);
  }

  /** What both ways take; the transfer comes on top of it on the way there. */
  private latencyTape({ id, latency, transferMs, crossingMs }: Link): number {
    const isInstant =
      latency.distribution === 'deterministic' && latency.meanMs === 0 && transferMs === 0 && crossingMs === 0;
    if (isInstant && !this.isFaulty(id)) return -1;
    return this.addTape('latency', id, (random) => shifted(sampleDistribution(latency, random), crossingMs));
  }

  private workTape({ id, service, to }: Link): number {
    const station = this.network.stations[to]!;
    if (service !== null) {
      return this.addTape('service-over', id, (random) => sampleDistribution(service, random, 1 / station.speed));
    }
    return station.serviceByClass.every((own) => own === null) ? this.stationWork[to]! : BY_CLASS;
  }

  /** The tapes of a station's own work: for each class, and without one. */
  private classTapes(index: number): number[] {
    const { id, serviceByClass, speed } = this.network.stations[index]!;
    const general = this.stationWork[index]!;
    const tapes = serviceByClass.map((own, place) =>
      own === null
        ? general
        : this.addTape('service-by-class', `${id}/${this.network.classes[place]!}`, (random) =>
            sampleDistribution(own, random, 1 / speed),
          ),
    );
    return [...tapes, general];
  }
}
