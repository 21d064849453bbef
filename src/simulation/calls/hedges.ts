// Which tries are two for one call, and which are due for a second: a column of each, by frame. The first of two that
// answers simply becomes the call, as each of them carries all that the call is.

export class Hedges {
  /** The other try of the same call; -1: none. */
  private twins: Int32Array;
  /** When a second try is due; infinite where none is. */
  private due: Float64Array;

  constructor(frames: number) {
    this.twins = new Int32Array(frames).fill(-1);
    this.due = new Float64Array(frames).fill(Infinity);
  }

  grow(frames: number): void {
    const twins = new Int32Array(frames).fill(-1);
    twins.set(this.twins);
    this.twins = twins;
    const due = new Float64Array(frames).fill(Infinity);
    due.set(this.due);
    this.due = due;
  }

  dueOf(frame: number): number {
    return this.due[frame >> 4]!;
  }

  setDue(frame: number, time: number): void {
    this.due[frame >> 4] = time;
  }

  join(frame: number, twin: number): void {
    this.twins[frame >> 4] = twin;
    this.twins[twin >> 4] = frame;
  }

  /** The try is alone from now on, and no second is due. Returns the one that was its twin; -1: there was none. */
  part(frame: number): number {
    this.due[frame >> 4] = Infinity;
    const twin = this.twins[frame >> 4]!;
    if (twin < 0) return -1;
    this.twins[frame >> 4] = -1;
    this.twins[twin >> 4] = -1;
    return twin;
  }
}
