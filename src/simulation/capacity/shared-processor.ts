// A processor that all its requests share: each of n is worked on at the rate min(1, c/n), c being its slots.
//
// The work that one request has got since the busy period began is the same for all: the attained work. A request that
// comes with the work w is done when it has grown by w; so a heap of these marks is all that needs to be kept
// (Kleinrock, Queueing Systems II, 4.4, and the usual "virtual time" of fair queueing).

const FIRST_CAPACITY = 16;
/** A picosecond. */
const SAME_TIME_MS = 1e-9;

export class SharedProcessor {
  /** Slots, of all replicas that share it. */
  capacity: number;
  /** Requests whose own work is done and that hold a slot while their calls are out. */
  held = 0;
  private marks = new Float64Array(FIRST_CAPACITY);
  private orders = new Float64Array(FIRST_CAPACITY);
  private frames = new Int32Array(FIRST_CAPACITY);
  private size = 0;
  /** [0] the attained work, [1] when it was reckoned, [2] when an end is scheduled, [3] requests so far. */
  private readonly state = new Float64Array([0, 0, Infinity, 0]);

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** How many are worked on. */
  get working(): number {
    return this.size;
  }

  /** When an end is scheduled; infinite where none is. */
  get scheduledAt(): number {
    return this.state[2]!;
  }

  set scheduledAt(time: number) {
    this.state[2] = time;
  }

  /** Brings the attained work up to date: before anything changes. */
  advance(now: number): void {
    const state = this.state;
    if (this.size === 0) state[0] = 0;
    else state[0]! += (now - state[1]!) * this.rate();
    state[1] = now;
  }

  /** When the next will be done if nothing changes before; infinite where there is none, or no slot for it. */
  nextEnd(): number {
    const rate = this.rate();
    if (this.size === 0 || rate === 0) return Infinity;
    return this.state[1]! + Math.max(0, this.marks[0]! - this.state[0]!) / rate;
  }

  /** Whether the first is done, but for what a double cannot tell apart. */
  isDue(): boolean {
    return this.nextEnd() <= this.state[1]! + SAME_TIME_MS;
  }

  /** `advance` comes first. */
  add(frame: number, workMs: number): void {
    if (this.size === this.frames.length) this.grow();
    this.place(this.size++, this.state[0]! + workMs, (this.state[3]! += 1), frame, true);
  }

  /** Takes out the one that is done first; there is one. */
  removeFirst(): number {
    const first = this.frames[0]!;
    const last = --this.size;
    this.place(0, this.marks[last]!, this.orders[last]!, this.frames[last]!, false);
    return first;
  }

  /** Takes out all that meet the test; returns them. */
  removeAll(test: (frame: number) => boolean): number[] {
    const { marks, orders, frames, size } = this;
    const kept = Array.from({ length: size }, (_, i) => ({ mark: marks[i]!, order: orders[i]!, frame: frames[i]! }));
    const removed = kept.filter(({ frame }) => test(frame));
    this.size = 0;
    for (const { mark, order, frame } of kept) {
      if (!test(frame)) this.place(this.size++, mark, order, frame, true);
    }
    return removed.map(({ frame }) => frame);
  }

  /** The work that each gets in one ms. */
  private rate(): number {
    const free = this.capacity - Math.min(this.held, this.capacity);
    return Math.min(1, free / this.size);
  }

  /** Sifts an entry from a hole up, or down. */
  private place(hole: number, mark: number, order: number, frame: number, upwards: boolean): void {
    const place = upwards ? this.rise(hole, mark, order) : this.sink(mark, order);
    this.marks[place] = mark;
    this.orders[place] = order;
    this.frames[place] = frame;
  }

  private rise(hole: number, mark: number, order: number): number {
    let place = hole;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.isBefore(parent, mark, order)) break;
      this.move(parent, place);
      place = parent;
    }
    return place;
  }

  private sink(mark: number, order: number): number {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.size) return place;
      if (child + 1 < this.size && this.isBefore(child + 1, this.marks[child]!, this.orders[child]!)) child++;
      if (!this.isBefore(child, mark, order)) return place;
      this.move(child, place);
      place = child;
    }
  }

  private isBefore(place: number, mark: number, order: number): boolean {
    const its = this.marks[place]!;
    return its < mark || (its === mark && this.orders[place]! < order);
  }

  private move(from: number, to: number): void {
    this.marks[to] = this.marks[from]!;
    this.orders[to] = this.orders[from]!;
    this.frames[to] = this.frames[from]!;
  }

  private grow(): void {
    const capacity = this.frames.length * 2;
    const [marks, orders, frames] = [new Float64Array(capacity), new Float64Array(capacity), new Int32Array(capacity)];
    marks.set(this.marks);
    orders.set(this.orders);
    frames.set(this.frames);
    this.marks = marks;
    this.orders = orders;
    this.frames = frames;
  }
}
