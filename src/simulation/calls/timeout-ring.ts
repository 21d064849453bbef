// The armed timeouts of one link, in the order in which they run out: every try of a link has the same time, so they do
// so in the order in which they began, and only the oldest needs an event.

export class TimeoutRing {
  private frames = new Int32Array(16);
  private deadlines = new Float64Array(16);
  private head = 0;
  private length = 0;

  get isEmpty(): boolean {
    return this.length === 0;
  }

  /** The frame of the oldest try. */
  get frame(): number {
    return this.frames[this.head]!;
  }

  get deadline(): number {
    return this.deadlines[this.head]!;
  }

  push(frame: number, deadline: number): void {
    if (this.length === this.frames.length) this.grow();
    const place = (this.head + this.length) & (this.frames.length - 1);
    this.frames[place] = frame;
    this.deadlines[place] = deadline;
    this.length++;
  }

  shift(): void {
    this.head = (this.head + 1) & (this.frames.length - 1);
    this.length--;
  }

  private grow(): void {
    const frames = new Int32Array(this.frames.length * 2);
    const deadlines = new Float64Array(this.deadlines.length * 2);
    for (let i = 0; i < this.length; i++) {
      const place = (this.head + i) & (this.frames.length - 1);
      frames[i] = this.frames[place]!;
      deadlines[i] = this.deadlines[place]!;
    }
    this.frames = frames;
    this.deadlines = deadlines;
    this.head = 0;
  }
}
