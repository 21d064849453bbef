// The bulkhead of one connection: the most tries that its caller has in flight, as that caller sees them.

export class Bulkhead {
  private readonly most: number;
  private inFlight = 0;

  constructor(most: number) {
    this.most = most;
  }

  hasRoom(): boolean {
    return this.inFlight < this.most;
  }

  enter(): void {
    this.inFlight++;
  }

  /** The try has ended, or its caller waits for it no longer. */
  leave(): void {
    this.inFlight--;
  }
}
