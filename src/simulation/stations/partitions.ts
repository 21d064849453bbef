// The partitions of one lane: a list of waiting messages for each, and how many of it are out.
import { SerialHeap } from './serial-heap.ts';

export class Partitions {
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  readonly lengths: Int32Array;
  /** How many are with a consumer, or wait to be tried again: while there are any, it is closed. */
  readonly held: Int32Array;
  /** The serial under which it stands in a heap; 0: in none. */
  readonly listed: Float64Array;
  /** By class of the first message: the partitions that may be open, by that message. */
  readonly open: readonly SerialHeap[];

  constructor(count: number, classes: number) {
    this.heads = new Int32Array(count).fill(-1);
    this.tails = new Int32Array(count).fill(-1);
    this.lengths = new Int32Array(count);
    this.held = new Int32Array(count);
    this.listed = new Float64Array(count);
    this.open = Array.from({ length: classes }, () => new SerialHeap());
  }
}
