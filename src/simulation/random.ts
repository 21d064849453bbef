// One generator, xoshiro128++ (Blackman and Vigna 2019), in independent streams that are keyed by names.
//
// Exponentials come from a ziggurat of 256 layers (Marsaglia and Tsang 2000), which needs no logarithm 99 times in 100.
const LAYERS = 256;
/** Where the tail of the ziggurat begins, and the area of each layer. */
const TAIL = 7.69711747013104972;
const AREA = 0.0039496598225815571993;
const TO_UNIT = 1 / 4294967296;

const edges = new Float64Array(LAYERS + 1);
const heights = new Float64Array(LAYERS + 1);
/** Edges over 2^32, so that a 32-bit draw times this is a point of the layer. */
const widths = new Float64Array(LAYERS);

edges[0] = AREA * Math.exp(TAIL);
edges[1] = TAIL;
for (let i = 1; i < LAYERS - 1; i++) edges[i + 1] = -Math.log(AREA / edges[i]! + Math.exp(-edges[i]!));
for (let i = 0; i <= LAYERS; i++) heights[i] = Math.exp(-edges[i]!);
for (let i = 0; i < LAYERS; i++) widths[i] = edges[i]! * TO_UNIT;

/** A stream of pseudo-random numbers. */
export class Random {
  private readonly state: Int32Array;
  private spareNormal = NaN;

  /** Streams with different keys, seeds or replications are independent of each other. */
  constructor(seed: number, replication: number, key: string) {
    this.state = hashToState(`${seed}:${replication}:${key}`);
  }

  /** 32 random bits as a signed integer. */
  bits(): number {
    const state = this.state;
    const s0 = state[0]!;
    const s1 = state[1]!;
    const s2 = state[2]! ^ s0;
    const s3 = state[3]! ^ s1;
    const sum = (s0 + state[3]!) | 0;
    state[0] = s0 ^ s3;
    state[1] = s1 ^ s2;
    state[2] = s2 ^ (s1 << 9);
    state[3] = (s3 << 11) | (s3 >>> 21);
    return (((sum << 7) | (sum >>> 25)) + s0) | 0;
  }

  /** Uniform on (0, 1), both ends excluded, with 53 bits. */
  uniform(): number {
    const high = this.bits() >>> 5;
    const low = this.bits() >>> 6;
    return (high * 67108864 + low + 0.5) / 9007199254740992;
  }

  /** Exponential with mean 1. */
  exponential(): number {
    for (;;) {
      const bits = this.bits() >>> 0;
      const layer = this.bits() & (LAYERS - 1);
      const x = (bits + 0.5) * widths[layer]!;
      if (x < edges[layer + 1]!) return x;
      if (layer === 0) return TAIL - Math.log(this.uniform());
      if (this.isBelowDensity(layer, x)) return x;
    }
  }

  /** Standard normal, by Marsaglia's polar method. */
  normal(): number {
    const spare = this.spareNormal;
    if (spare === spare) {
      this.spareNormal = NaN;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.spareNormal = y * factor;
      return x * factor;
    }
  }

  /**
   * Fills target[from .. to) with exponentials of the given mean: the same as `exponential`, but for speed with the
   * state in local variables, and four layer numbers out of one draw.
   */
  fillExponential(target: Float64Array, from: number, to: number, mean: number): void {
    const state = this.state;
    let s0 = state[0]!;
    let s1 = state[1]!;
    let s2 = state[2]!;
    let s3 = state[3]!;
    let layers = 0;
    for (let i = from; i < to; i++) {
      let sum = 0;
      let shifted = 0;
      if (((i - from) & 3) === 0) {
        sum = (s0 + s3) | 0;
        layers = (((sum << 7) | (sum >>> 25)) + s0) | 0;
        shifted = s1 << 9;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = (s3 << 11) | (s3 >>> 21);
      } else {
        layers >>>= 8;
      }
      sum = (s0 + s3) | 0;
      const bits = ((((sum << 7) | (sum >>> 25)) + s0) | 0) >>> 0;
      shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
      const layer = layers & (LAYERS - 1);
      const x = (bits + 0.5) * widths[layer]!;
      if (x < edges[layer + 1]!) {
        target[i] = x * mean;
        continue;
      }
      state[0] = s0;
      state[1] = s1;
      state[2] = s2;
      state[3] = s3;
      target[i] = this.finishExponential(layer, x) * mean;
      s0 = state[0]!;
      s1 = state[1]!;
      s2 = state[2]!;
      s3 = state[3]!;
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
  }

  /** A point that lies outside the layer's sure part: in the tail, accepted, or drawn anew. */
  private finishExponential(layer: number, x: number): number {
    if (layer === 0) return TAIL - Math.log(this.uniform());
    return this.isBelowDensity(layer, x) ? x : this.exponential();
  }

  private isBelowDensity(layer: number, x: number): boolean {
    const low = heights[layer]!;
    return low + (heights[layer + 1]! - low) * this.uniform() < Math.exp(-x);
  }
}

/** Four well-mixed words from a text (the construction of cyrb128, closed with MurmurHash3's finaliser). */
function hashToState(text: string): Int32Array {
  const state = new Int32Array([1779033703, 3144134277, 1013904242, 2773480762]);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    state[0] = state[1]! ^ Math.imul(state[0]! ^ code, 597399067);
    state[1] = state[2]! ^ Math.imul(state[1]! ^ code, 2869860233);
    state[2] = state[3]! ^ Math.imul(state[2]! ^ code, 951274213);
    state[3] = state[0]! ^ Math.imul(state[3]! ^ code, 2716044179);
  }
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) state[i] = finalise(state[i]! ^ state[(i + 3) & 3]!);
  }
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

function finalise(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
