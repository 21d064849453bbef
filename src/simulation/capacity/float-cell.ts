// A number that changes at every event: in a cell of its own, as a field of an object would be boxed anew each time.

export class Float64Cell {
  private readonly cell = new Float64Array(1);

  get value(): number {
    return this.cell[0]!;
  }

  set value(value: number) {
    this.cell[0] = value;
  }

  increment(): void {
    this.cell[0]! += 1;
  }
}
