// What a run and its replications tell each other while they work, in memory that all threads share.
//
// Messages would wait until a replication has ended; a cell that its loop looks at now and then is seen in milliseconds.

/** Cells: [0] replications from this number on are to end early; [1 + r] how far replication r is, in millionths. */
export class Signals {
  readonly #cells: Int32Array;

  /** `buffer` is that of another thread's signals. */
  constructor(readonly buffer: SharedArrayBuffer) {
    this.#cells = new Int32Array(buffer);
  }

  static forReplications(replications: number): Signals {
    const signals = new Signals(new SharedArrayBuffer(4 * (1 + replications)));
    Atomics.store(signals.#cells, 0, replications);
    return signals;
  }

  /**
   * Ends replication `from` and those after it. Earlier ones go on, so that of several that cannot end it is always
   * the first that is reported, however many threads there are.
   */
  end(from: number): void {
    let known = Atomics.load(this.#cells, 0);
    while (from < known) {
      const found = Atomics.compareExchange(this.#cells, 0, known, from);
      if (found === known) return;
      known = found;
    }
  }

  isEnded(replication: number): boolean {
    return replication >= Atomics.load(this.#cells, 0);
  }

  /** `fraction` from 0 to 1. */
  report(replication: number, fraction: number): void {
    Atomics.store(this.#cells, 1 + replication, Math.floor(fraction * 1e6));
  }

  /** Over all replications together, 0 to 1. */
  fraction(): number {
    let sum = 0;
    for (let i = 1; i < this.#cells.length; i++) sum += Atomics.load(this.#cells, i);
    return sum / (1e6 * (this.#cells.length - 1));
  }
}
