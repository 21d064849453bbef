// The layer of the lanes: in which order waiting messages are taken, and which of them may be.
//
// A lane is one backlog: the one of the broker where its consumers compete, one for each consumer where it broadcasts.
// It has one line, or, where some of the competing connections take only some classes, one line for each class. With
// partitions a line is a heap of those that are open, by their first messages; else it is a list, the oldest first.
// A partition is open while none of its messages is with a consumer, or waits to be tried again.
import { LINK_STRIDE } from '../calls/link-layout.ts';
import { STREAM_STRIDE } from '../arrivals/stream-layout.ts';
import { NEXT, ORIGIN } from '../frame.ts';
import type { Link, Network } from '../network.ts';
import { sampleUniform } from '../samplers.ts';
import { Backlogs } from './backlog.ts';
import { KEY } from './message-layout.ts';
import { Partitions } from './partitions.ts';
import { STATION_STRIDE } from './station-layout.ts';

export interface Line {
  /** The station of its broker. */
  readonly broker: number;
  /** Whose first line stands here: those of a lane follow each other, by class, the last for messages without one. */
  readonly lane: number;
  /** The links that take its messages. */
  readonly links: readonly number[];
  /** One of these consumers takes messages in batches. */
  readonly isBatched: boolean;
}

export abstract class Lanes extends Backlogs {
  protected readonly lines: readonly Line[];
  /** Of each link from a broker: the first line of its lane, and the lines whose messages it takes. */
  private readonly laneOf: Int32Array;
  protected readonly linesOf: readonly (readonly number[])[];
  /** Of each line: the serial of the message that is taken next; infinite while there is none. */
  protected readonly firstSerials: Float64Array;
  /** Of each lane, at its first line: how many may be taken. */
  private readonly takeable: Int32Array;
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  /** Of each lane, at its first line. */
  private readonly partitions: readonly (Partitions | null)[];
  private readonly isClassed: readonly boolean[];
  private readonly keyTapes: Int32Array;
  private readonly linesAt: readonly (readonly number[])[];
  /** Of each stream: its class, or, without one, the number after the last. */
  private readonly classOf: Int32Array;

  constructor(network: Network, replication: number) {
    super(network, replication);
    const { stations, links, streams, classes } = network;
    this.classOf = Int32Array.from(streams, ({ classIndex }) => (classIndex < 0 ? classes.length : classIndex));
    const lines: Line[] = [];
    const laneOf = new Int32Array(links.length).fill(-1);
    const linesOf = links.map((): number[] => []);
    const addLane = (broker: number, members: readonly number[], byClass: boolean): void => {
      const lane = lines.length;
      for (let slot = 0; slot < (byClass ? classes.length + 1 : 1); slot++) {
        const taking = members.filter((link) => !byClass || takes(links[link]!, slot));
        for (const link of taking) linesOf[link]!.push(lines.length);
        const isBatched = taking.some((link) => stations[links[link]!.to]!.batch !== null);
        const places = taking.map((link) => link * LINK_STRIDE);
        lines.push({ broker: broker * STATION_STRIDE, lane, links: places, isBatched });
      }
      for (const link of members) laneOf[link] = lane;
    };
    stations.forEach(({ broker, firstSync, endLinks }, index) => {
      const members = Array.from({ length: broker ? endLinks - firstSync : 0 }, (_, i) => firstSync + i);
      if (broker?.delivery === 'broadcast') for (const link of members) addLane(index, [link], false);
      else if (members.length > 0)
        addLane(
          index,
          members,
          members.some((link) => links[link]!.classes !== null),
        );
    });
    this.lines = lines;
    this.laneOf = laneOf;
    this.linesOf = linesOf;
    this.firstSerials = new Float64Array(lines.length).fill(Infinity);
    this.takeable = new Int32Array(lines.length);
    this.heads = new Int32Array(lines.length).fill(-1);
    this.tails = new Int32Array(lines.length).fill(-1);
    this.isClassed = lines.map((line) => lines.filter(({ lane }) => lane === line.lane).length > 1);
    this.partitions = lines.map(({ broker, lane }, line) => {
      const count = stations[broker / STATION_STRIDE]!.broker!.partitions;
      if (count === 0 || lane !== line) return null;
      return new Partitions(count, this.isClassed[line]! ? classes.length + 1 : 1);
    });
    this.linesAt = stations.map((_, index) =>
      lines.flatMap(({ broker }, line) => (broker === index * STATION_STRIDE ? line : [])),
    );
    this.keyTapes = Int32Array.from(stations, ({ id, broker, firstSync, endLinks }) =>
      broker && broker.partitions > 0 && endLinks > firstSync ? this.addTape('partition', id, sampleUniform) : -1,
    );
  }

  /** The partition of a new message, by its key, which is one of very many; -1: none. */
  protected drawKey(broker: number): number {
    const index = broker / STATION_STRIDE;
    const tape = this.keyTapes[index]!;
    return tape < 0 ? -1 : Math.floor(this.tapes.draw(tape) * this.network.stations[index]!.broker!.partitions);
  }

  /** The line in which a message of the frame's class waits, for the link or what competes with it. */
  protected lineFor(frame: number, link: number): number {
    const lane = this.laneOf[link / LINK_STRIDE]!;
    return this.isClassed[lane]! ? lane + this.classAt(frame) : lane;
  }

  protected classAt(frame: number): number {
    return this.classOf[this.ints[frame + ORIGIN]! / STREAM_STRIDE]!;
  }

  /** Whether a message that joins the line now with that key may be taken, if not as the first. */
  protected isOpen(line: number, key: number): boolean {
    return key < 0 || this.partitions[this.lines[line]!.lane]!.held[key] === 0;
  }

  /** The youngest message joins its line. */
  protected addLast(message: number, line: number): void {
    const ints = this.ints;
    ints[message + NEXT] = -1;
    const partitions = this.partitions[this.lines[line]!.lane]!;
    if (partitions) {
      const key = this.keyOf(message);
      const isFirst = partitions.heads[key]! < 0;
      if (isFirst) partitions.heads[key] = message;
      else ints[partitions.tails[key]! + NEXT] = message;
      partitions.tails[key] = message;
      this.countIn(partitions, key, line, isFirst);
      return;
    }
    if (this.heads[line]! < 0) this.setHead(line, message);
    else ints[this.tails[line]! + NEXT] = message;
    this.tails[line] = message;
    this.takeable[this.lines[line]!.lane]! += 1;
  }

  /** A message that has been taken before goes back to its line, behind those only that are older. */
  protected insert(message: number, line: number): void {
    const partitions = this.partitions[this.lines[line]!.lane]!;
    if (partitions) {
      const key = this.keyOf(message);
      const previous = this.findBefore(message, partitions.heads[key]!);
      if (this.linkIn(message, previous, partitions.heads[key]!)) partitions.tails[key] = message;
      if (previous < 0) partitions.heads[key] = message;
      this.countIn(partitions, key, line, previous < 0);
      return;
    }
    const previous = this.findBefore(message, this.heads[line]!);
    if (this.linkIn(message, previous, this.heads[line]!)) this.tails[line] = message;
    if (previous < 0) this.setHead(line, message);
    this.takeable[this.lines[line]!.lane]! += 1;
  }

  /** The message of the line that is next, which there is. Its partition stays open until it is held. */
  protected take(line: number): number {
    const lane = this.lines[line]!.lane;
    const partitions = this.partitions[lane]!;
    this.takeable[lane]! -= 1;
    if (partitions === null) {
      const message = this.heads[line]!;
      this.setHead(line, this.ints[message + NEXT]!);
      return message;
    }
    const key = partitions.open[line - lane]!.item;
    const message = partitions.heads[key]!;
    partitions.heads[key] = this.ints[message + NEXT]!;
    partitions.lengths[key]! -= 1;
    this.list(partitions, key, lane);
    this.freshen(partitions, line);
    return message;
  }

  /** A message goes to a consumer: the others of its partition have to wait for it. */
  protected hold(message: number, line: number): void {
    const { lane } = this.lines[line]!;
    const partitions = this.partitions[lane]!;
    if (partitions === null) return;
    const key = this.keyOf(message);
    if (partitions.held[key]! === 0) {
      this.takeable[lane]! -= partitions.lengths[key]!;
      partitions.held[key] = 1;
      const head = partitions.heads[key]!;
      if (head >= 0) this.freshen(partitions, this.lineOfHead(head, lane));
    } else {
      partitions.held[key]! += 1;
    }
  }

  /** A message is with no consumer any more, and is tried again by none. True where others have become takeable by that. */
  protected letPass(message: number, line: number): boolean {
    const { lane } = this.lines[line]!;
    const partitions = this.partitions[lane]!;
    if (partitions === null) return false;
    const key = this.keyOf(message);
    partitions.held[key]! -= 1;
    if (partitions.held[key]! > 0 || partitions.heads[key]! < 0) return false;
    this.takeable[lane]! += partitions.lengths[key]!;
    this.list(partitions, key, lane);
    return true;
  }

  /** The line of the message that comes first in the partition of this one, which is no other than its own without. */
  protected lineOfNext(message: number, line: number): number {
    const { lane } = this.lines[line]!;
    const head = this.partitions[lane]?.heads[this.keyOf(message)] ?? -1;
    return head < 0 ? line : this.lineOfHead(head, lane);
  }

  /** How many messages the link could take at once; a limit of the count that is enough to know. */
  protected countTakeable(link: number, limit: number): number {
    const lane = this.laneOf[link / LINK_STRIDE]!;
    if (!this.isClassed[lane]!) return this.takeable[lane]!;
    const partitions = this.partitions[lane]!;
    const lines = this.linesOf[link / LINK_STRIDE]!;
    let count = 0;
    for (const line of lines) {
      if (count >= limit) return count;
      count += partitions
        ? this.countInPartitions(partitions, line, link, limit - count)
        : this.countInList(this.heads[line]!, limit - count);
    }
    return count;
  }

  protected oldestInLanes(broker: number): number {
    let oldest = -1;
    let serial = Infinity;
    for (const line of this.linesAt[broker / STATION_STRIDE]!) {
      // Those in partitions are all found elsewhere, since they may be closed.
      if (this.partitions[this.lines[line]!.lane] !== null || this.firstSerials[line]! >= serial) continue;
      serial = this.firstSerials[line]!;
      oldest = this.heads[line]!;
    }
    return oldest;
  }

  private keyOf(message: number): number {
    return this.messageInts[(message >> 2) + KEY]!;
  }

  private setHead(line: number, message: number): void {
    this.heads[line] = message;
    this.firstSerials[line] = message < 0 ? Infinity : this.serialOf(message);
  }

  /** The last message in a list that is older than this one; -1: none. Only those are passed that came back as well. */
  private findBefore(message: number, head: number): number {
    const serial = this.serialOf(message);
    let previous = -1;
    for (let next = head; next >= 0 && this.serialOf(next) < serial; next = this.ints[next + NEXT]!) previous = next;
    return previous;
  }

  /** True where the message is the last of its list now. */
  private linkIn(message: number, previous: number, head: number): boolean {
    const ints = this.ints;
    const next = previous < 0 ? head : ints[previous + NEXT]!;
    ints[message + NEXT] = next;
    if (previous >= 0) ints[previous + NEXT] = message;
    return next < 0;
  }

  private countIn(partitions: Partitions, key: number, line: number, isFirst: boolean): void {
    partitions.lengths[key]! += 1;
    if (partitions.held[key]! > 0) return;
    const { lane } = this.lines[line]!;
    this.takeable[lane]! += 1;
    if (isFirst) this.list(partitions, key, lane);
  }

  /** Puts an open partition where its first message can be found, if it has one. */
  private list(partitions: Partitions, key: number, lane: number): void {
    const head = partitions.heads[key]!;
    if (head < 0) return;
    const serial = this.serialOf(head);
    const line = this.lineOfHead(head, lane);
    if (partitions.listed[key] !== serial) partitions.open[line - lane]!.push(serial, key);
    partitions.listed[key] = serial;
    this.freshen(partitions, line);
  }

  /** Takes away what stands first and is not so any more: partitions that are closed, or begin with another message. */
  private freshen(partitions: Partitions, line: number): void {
    const open = partitions.open[line - this.lines[line]!.lane]!;
    while (open.size > 0 && !this.isFirst(partitions, open.serial, open.item)) {
      if (partitions.listed[open.item] === open.serial) partitions.listed[open.item] = 0;
      open.pop();
    }
    this.firstSerials[line] = open.size > 0 ? open.serial : Infinity;
  }

  private isFirst(partitions: Partitions, serial: number, key: number): boolean {
    const head = partitions.heads[key]!;
    return partitions.held[key] === 0 && head >= 0 && this.serialOf(head) === serial;
  }

  private lineOfHead(head: number, lane: number): number {
    return this.isClassed[lane]! ? lane + this.classAt(head) : lane;
  }

  private countInList(head: number, limit: number): number {
    let count = 0;
    for (let message = head; message >= 0 && count < limit; message = this.ints[message + NEXT]!) count++;
    return count;
  }

  /** Of each open partition as many, from its first message on, as the link takes the classes of. */
  private countInPartitions(partitions: Partitions, line: number, link: number, limit: number): number {
    const { lane } = this.lines[line]!;
    const open = partitions.open[line - lane]!;
    const spec = this.network.links[link / LINK_STRIDE]!;
    let count = 0;
    for (let place = 0; place < open.size && count < limit; place++) {
      const key = open.itemAt(place);
      if (!this.isFirst(partitions, open.serialAt(place), key)) continue;
      let message = partitions.heads[key]!;
      while (message >= 0 && count < limit && takes(spec, this.classAt(message))) {
        count++;
        message = this.ints[message + NEXT]!;
      }
    }
    return count;
  }
}

/** Whether messages of the class go over the link; the class after the last is none. */
export function takes(link: Link, classIndex: number): boolean {
  return link.classes === null || link.classes[classIndex]!;
}
