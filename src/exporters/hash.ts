// A short hash of a text, for the marks of exports.

/**
 * 64 bits as 16 hexadecimal digits, after cyrb53 (two multiplicative lanes, mixed as in MurmurHash3). It tells an edit
 * from none; it is no defence against somebody who wants to deceive.
 */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mixedHigh = mixLanes(high, low);
  const mixedLow = mixLanes(low, high);
  return hexadecimal(mixedHigh) + hexadecimal(mixedLow);
}

function mixLanes(lane: number, other: number): number {
  return Math.imul(lane ^ (lane >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
}

function hexadecimal(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
