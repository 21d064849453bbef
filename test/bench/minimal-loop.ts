// The yardstick: a tandem of exponential stations with everything written out by hand for just this, in one function,
// with all hot state in local variables and no statistics but the response of each customer.

export interface Tandem {
  readonly ratePerSecond: number;
  readonly stations: readonly { readonly servers: number; readonly meanMs: number }[];
}

export interface LoopRun {
  readonly events: number;
  readonly customers: number;
  readonly meanMs: number;
}

const RING_BITS = 16;
const RING_MASK = (1 << RING_BITS) - 1;
/** Customers at once; nothing here grows. */
const MOST_CUSTOMERS = 1 << 17;
const MOST_EVENTS = 1 << 17;

export function runMinimalLoop(tandem: Tandem, customers: number, seed: number): LoopRun {
  const gap = 1 / tandem.ratePerSecond;
  const stations = tandem.stations.length;
  const servers = Int32Array.from(tandem.stations, (station) => station.servers);
  const means = Float64Array.from(tandem.stations, (station) => station.meanMs / 1000);
  let [s0, s1, s2, s3] = seedState(seed) as unknown as [number, number, number, number];
  const busy = new Int32Array(stations);
  const heads = new Int32Array(stations);
  const lengths = new Int32Array(stations);
  const rings = new Int32Array(stations << RING_BITS);
  const starts = new Float64Array(MOST_CUSTOMERS);
  const free = new Int32Array(MOST_CUSTOMERS);
  let freeCount = 0;
  let used = 0;
  const times = new Float64Array(MOST_EVENTS);
  const numbers = new Float64Array(MOST_EVENTS);
  const payloads = new Int32Array(MOST_EVENTS);
  let size = 1;
  let pushed = 1;
  const responses = new Float64Array(customers);
  let arrived = 0;
  let done = 0;
  let events = 0;
  times[0] = gap;
  while (size > 0) {
    const now = times[0]!;
    const payload = payloads[0]!;
    const station = (payload & 7) - 1;
    events++;
    // At most one arrival and two services begin; the first takes the place of the root, the others are pushed.
    let isRootFree = true;
    let arrives = false;
    let first = -1;
    let firstCustomer = 0;
    let second = -1;
    let secondCustomer = 0;
    if (station < 0) {
      firstCustomer = freeCount > 0 ? free[--freeCount]! : used++;
      starts[firstCustomer] = now;
      arrives = ++arrived < customers;
      if (busy[0]! < servers[0]!) {
        busy[0]!++;
        first = 0;
      } else rings[(heads[0]! + lengths[0]!++) & RING_MASK] = firstCustomer;
    } else {
      secondCustomer = payload >> 3;
      if (lengths[station]! > 0) {
        first = station;
        firstCustomer = rings[(station << RING_BITS) + heads[station]!]!;
        heads[station] = (heads[station]! + 1) & RING_MASK;
        lengths[station]!--;
      } else busy[station]!--;
      const next = station + 1;
      if (next < stations) {
        if (busy[next]! < servers[next]!) {
          busy[next]!++;
          second = next;
        } else rings[(next << RING_BITS) + ((heads[next]! + lengths[next]!++) & RING_MASK)] = secondCustomer;
      } else {
        responses[done++] = now - starts[secondCustomer]!;
        free[freeCount++] = secondCustomer;
      }
    }
    for (let which = 0; which < 3; which++) {
      let mean: number;
      let event: number;
      if (which === 0) {
        if (!arrives) continue;
        mean = gap;
        event = 0;
      } else if (which === 1) {
        if (first < 0) continue;
        mean = means[first]!;
        event = firstCustomer * 8 + first + 1;
      } else {
        if (second < 0) continue;
        mean = means[second]!;
        event = secondCustomer * 8 + second + 1;
      }
      const a = (s0 + s3) | 0;
      const high = (((a << 7) | (a >>> 25)) + s0) | 0;
      let shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
      const b = (s0 + s3) | 0;
      const low = (((b << 7) | (b >>> 25)) + s0) | 0;
      shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
      const time = now - mean * Math.log(((high >>> 5) * 67108864 + (low >>> 6) + 1) * 1.1102230246251565e-16);
      const number = pushed++;
      let place: number;
      if (isRootFree) {
        isRootFree = false;
        place = 0;
        for (;;) {
          let child = 2 * place + 1;
          if (child >= size) break;
          let childTime = times[child]!;
          if (child + 1 < size) {
            const rightTime = times[child + 1]!;
            if (rightTime < childTime || (rightTime === childTime && numbers[child + 1]! < numbers[child]!)) {
              child++;
              childTime = rightTime;
            }
          }
          if (childTime > time) break;
          times[place] = childTime;
          numbers[place] = numbers[child]!;
          payloads[place] = payloads[child]!;
          place = child;
        }
      } else {
        place = size++;
        while (place > 0) {
          const parent = (place - 1) >> 1;
          const parentTime = times[parent]!;
          if (parentTime <= time) break;
          times[place] = parentTime;
          numbers[place] = numbers[parent]!;
          payloads[place] = payloads[parent]!;
          place = parent;
        }
      }
      times[place] = time;
      numbers[place] = number;
      payloads[place] = event;
    }
    if (isRootFree) {
      const last = --size;
      const time = times[last]!;
      const number = numbers[last]!;
      const event = payloads[last]!;
      let place = 0;
      for (;;) {
        let child = 2 * place + 1;
        if (child >= last) break;
        let childTime = times[child]!;
        if (child + 1 < last) {
          const rightTime = times[child + 1]!;
          if (rightTime < childTime || (rightTime === childTime && numbers[child + 1]! < numbers[child]!)) {
            child++;
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
      payloads[place] = event;
    }
  }
  let sum = 0;
  for (let i = 0; i < done; i++) sum += responses[i]!;
  return { events, customers: done, meanMs: (1000 * sum) / done };
}

function seedState(seed: number): Int32Array {
  const state = new Int32Array(4);
  let z = seed | 0;
  for (let i = 0; i < 4; i++) {
    z = (z + 0x9e3779b9) | 0;
    let x = z;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    state[i] = x ^ (x >>> 16);
  }
  return state;
}
