// Pending events: a binary heap on (time, running number) in parallel typed arrays, with no object for an event.
//
// While an event is handled its place at the root stays a hole. The first event that is pushed falls into the hole and
// sinks from there, so that a step which replaces one event by another sifts once instead of twice.

const FIRST_CAPACITY = 1024;

export class EventQueue {
  /** Of the next event; the queue is never empty, since one event stands at infinity. */
  times: Float64Array;
  payloads: Int32Array;
  numbers: Float64Array;
  /** How many events there are, the one at infinity and the hole included. */
  size = 1;
  /** The place at the root is free. */
  hole = false;
  /** How many events have been pushed, as a double from the start, so that its representation never changes. */
  readonly pushed = new Float64Array(1);

  constructor() {
    this.times = new Float64Array(FIRST_CAPACITY);
    this.payloads = new Int32Array(FIRST_CAPACITY);
    this.numbers = new Float64Array(FIRST_CAPACITY);
    this.times[0] = Infinity;
    this.numbers[0] = Infinity;
  }

  get length(): number {
    return this.hole ? this.size - 2 : this.size - 1;
  }

  /** Takes the next event out: its time and payload stand at index 0 until the first push or `close`. */
  open(): void {
    this.hole = true;
  }

  /** Ends the step: a hole that no push has filled is filled with the last event. */
  close(): void {
    if (!this.hole) return;
    this.hole = false;
    const last = --this.size;
    this.sink(this.times[last]!, this.numbers[last]!, this.payloads[last]!);
  }

  push(time: number, payload: number): void {
    const number = this.pushed[0]!;
    this.pushed[0] = number + 1;
    if (this.hole) {
      this.hole = false;
      this.sink(time, number, payload);
      return;
    }
    this.rise(time, number, payload);
  }

  /** Puts `instead` in the place of every pending payload that meets the test: for what will not happen after all. */
  replaceAll(test: (payload: number) => boolean, instead: number): void {
    for (let place = this.hole ? 1 : 0; place < this.size; place++) {
      if (this.times[place]! < Infinity && test(this.payloads[place]!)) this.payloads[place] = instead;
    }
  }

  /** Makes room for so many more events. */
  reserve(events: number): void {
    while (this.size + events > this.times.length) this.grow();
  }

  /** Places an event from the root downwards. */
  private sink(time: number, number: number, payload: number): void {
    const times = this.times;
    const numbers = this.numbers;
    const payloads = this.payloads;
    const size = this.size;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      let childTime = times[child]!;
      const right = child + 1;
      if (right < size) {
        const rightTime = times[right]!;
        if (rightTime < childTime || (rightTime === childTime && numbers[right]! < numbers[child]!)) {
          child = right;
          childTime = rightTime;
        }
      }
      if (childTime > time || (childTime === time && numbers[child]! > number)) break;
      times[place] = childTime;
      numbers[place] = numbers[child]!;
      payloads[place] = payloads[child]!;
      place = child;
    }
    times[place] = time;
    numbers[place] = number;
    payloads[place] = payload;
  }

  /** Places a new event, whose number is the highest, from the end upwards. */
  private rise(time: number, number: number, payload: number): void {
    let place = this.size++;
    if (place === this.times.length) this.grow();
    const times = this.times;
    const numbers = this.numbers;
    const payloads = this.payloads;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const parentTime = times[parent]!;
      if (parentTime <= time) break;
      times[place] = parentTime;
      numbers[place] = numbers[parent]!;
      payloads[place] = payloads[parent]!;
      place = parent;
    }
    times[place] = time;
    numbers[place] = number;
    payloads[place] = payload;
  }

  private grow(): void {
    const capacity = this.times.length * 2;
    const times = new Float64Array(capacity);
    const numbers = new Float64Array(capacity);
    const payloads = new Int32Array(capacity);
    times.set(this.times);
    numbers.set(this.numbers);
    payloads.set(this.payloads);
    this.times = times;
    this.numbers = numbers;
    this.payloads = payloads;
  }
}
