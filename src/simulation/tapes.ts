// Random numbers on tapes: each stream of draws is filled in batches by its own source and read off one by one.
//
// Reading costs the same for every distribution, and a draw of one purpose never shifts those of another. A tape is a
// ring of two halves: while one is read, the other stands filled, so that who is in a hurry can leave the filling for later.
import type { Source } from './samplers.ts';

const BITS = 9;
const LENGTH = 512;
const HALF = 256;
/** The places on a tape, and on a half of it. */
export const TAPE_MASK = 511;
export const HALF_MASK = 255;
export const CURSOR_MASK = 0x7fffffff;

export class Tapes {
  private readonly sources: readonly Source[];
  readonly values: Float64Array;
  readonly cursors: Int32Array;
  /** How many halves have been read and not been filled again, and then where each of them begins. */
  readonly due: Int32Array;

  /** One tape for each source, numbered by its place. */
  constructor(sources: readonly Source[]) {
    this.sources = sources;
    this.values = new Float64Array(sources.length << BITS);
    this.cursors = Int32Array.from(sources, (_, tape) => tape << BITS);
    this.due = new Int32Array(2 * sources.length + 1);
    sources.forEach((source, tape) => {
      const start = tape << BITS;
      source.fill(this.values, start, start + HALF);
      source.fill(this.values, start + HALF, start + LENGTH);
    });
  }

  draw(tape: number): number {
    const { cursors, due } = this;
    const cursor = cursors[tape]!;
    cursors[tape] = (cursor & ~TAPE_MASK) | ((cursor + 1) & TAPE_MASK);
    const value = this.values[cursor]!;
    if ((cursor & HALF_MASK) === HALF_MASK) {
      due[++due[0]!] = cursor & ~HALF_MASK;
      this.refill();
    }
    return value;
  }

  refill(): void {
    const { due, values } = this;
    for (let i = due[0]!; i > 0; i--) this.sources[due[i]! >> BITS]!.fill(values, due[i]!, due[i]! + HALF);
    due[0] = 0;
  }
}
