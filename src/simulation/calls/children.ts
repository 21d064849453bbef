// The calls that requests have out, as a list for each request, for callers that may stop waiting: columns, by frame.

export class Children {
  private first: Int32Array;
  private next: Int32Array;
  private previous: Int32Array;

  constructor(frames: number) {
    this.first = new Int32Array(frames).fill(-1);
    this.next = new Int32Array(frames);
    this.previous = new Int32Array(frames);
  }

  grow(frames: number): void {
    this.first = grown(this.first, frames);
    this.next = grown(this.next, frames);
    this.previous = grown(this.previous, frames);
  }

  add(caller: number, call: number): void {
    const second = this.first[caller >> 4]!;
    this.first[caller >> 4] = call;
    this.next[call >> 4] = second;
    this.previous[call >> 4] = -1;
    if (second >= 0) this.previous[second >> 4] = call;
  }

  remove(caller: number, call: number): void {
    const next = this.next[call >> 4]!;
    const previous = this.previous[call >> 4]!;
    if (previous < 0) this.first[caller >> 4] = next;
    else this.next[previous >> 4] = next;
    if (next >= 0) this.previous[next >> 4] = previous;
  }

  /** Takes the latest call from the list of the caller; -1: there is none. */
  take(caller: number): number {
    const call = this.first[caller >> 4]!;
    if (call >= 0) this.remove(caller, call);
    return call;
  }
}

function grown(column: Int32Array, frames: number): Int32Array {
  const larger = new Int32Array(frames).fill(-1);
  larger.set(column);
  return larger;
}
