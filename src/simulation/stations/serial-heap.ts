// A binary heap of things by their serial numbers, in typed arrays. What is no longer true of a thing is found out when
// it comes to the top: whoever uses the heap takes such entries away then, which is cheaper than to search for them.

export class SerialHeap {
  private serials = new Float64Array(16);
  private items = new Int32Array(16);
  private length = 0;

  get size(): number {
    return this.length;
  }

  /** Of the first entry, which there is. */
  get serial(): number {
    return this.serials[0]!;
  }

  get item(): number {
    return this.items[0]!;
  }

  serialAt(place: number): number {
    return this.serials[place]!;
  }

  itemAt(place: number): number {
    return this.items[place]!;
  }

  push(serial: number, item: number): void {
    if (this.length === this.serials.length) this.grow();
    const { serials, items } = this;
    let place = this.length++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (serials[parent]! <= serial) break;
      serials[place] = serials[parent]!;
      items[place] = items[parent]!;
      place = parent;
    }
    serials[place] = serial;
    items[place] = item;
  }

  /** Takes the first entry away. */
  pop(): void {
    const { serials, items } = this;
    const last = --this.length;
    const serial = serials[last]!;
    const item = items[last]!;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= last) break;
      if (child + 1 < last && serials[child + 1]! < serials[child]!) child++;
      if (serials[child]! >= serial) break;
      serials[place] = serials[child]!;
      items[place] = items[child]!;
      place = child;
    }
    serials[place] = serial;
    items[place] = item;
  }

  /** Keeps only the entries of which `isTrue` is. */
  sweep(isTrue: (serial: number, item: number) => boolean): void {
    const { serials, items, length } = this;
    this.length = 0;
    // What is kept is pushed to a place that has been read already.
    for (let place = 0; place < length; place++) {
      const serial = serials[place]!;
      const item = items[place]!;
      if (isTrue(serial, item)) this.push(serial, item);
    }
  }

  private grow(): void {
    const serials = new Float64Array(this.serials.length * 2);
    const items = new Int32Array(this.items.length * 2);
    serials.set(this.serials);
    items.set(this.items);
    this.serials = serials;
    this.items = items;
  }
}
