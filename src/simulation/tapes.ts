// Random numbers on tapes: each stream of draws is filled in batches by its own source and read off one by one.
//
// Reading costs the same for every distribution, and a draw of one purpose never shifts those of another.
import type { Source } from './samplers.ts';

const BITS = 8;
const LENGTH = 1 << BITS;

export class Tapes {
  private readonly sources: readonly Source[];
  private readonly values: Float64Array;
  private readonly cursors: Int32Array;

  /** One tape for each source, numbered by its place. */
  constructor(sources: readonly Source[]) {
    this.sources = sources;
    this.values = new Float64Array(sources.length << BITS);
    this.cursors = Int32Array.from(sources, (_, tape) => tape << BITS);
  }

  draw(tape: number): number {
    const cursor = this.cursors[tape]!;
    if ((cursor & (LENGTH - 1)) === 0) this.fill(cursor);
    this.cursors[tape] = (cursor & ~(LENGTH - 1)) | ((cursor + 1) & (LENGTH - 1));
    return this.values[cursor]!;
  }

  private fill(start: number): void {
    this.sources[start >> BITS]!.fill(this.values, start, start + LENGTH);
  }
}
