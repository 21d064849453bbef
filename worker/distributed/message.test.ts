import { describe, expect, it } from 'vitest';
import { readRedisUrl, shownAddress } from './address.ts';
import { decode, encode } from './message.ts';

describe('what crosses the queue', () => {
  it('keeps every bit: infinities, NaN, minus zero, typed arrays', () => {
    const value = { limit: Infinity, zero: -0, series: Float64Array.of(NaN, 0.1 + 0.2, -0, 5e-324), none: null };
    const back = decode('b', encode('b', value)) as typeof value;
    expect(back).toEqual(value);
    expect(Object.is(back.zero, -0)).toBe(true);
    expect(Buffer.from(back.series.buffer, back.series.byteOffset, back.series.byteLength)).toEqual(
      Buffer.from(value.series.buffer),
    );
  });

  it('is refused from another build, both named, and where it is none of ours', () => {
    expect(() => decode('1.0-v8-11', encode('1.0-v8-12', {}))).toThrow(/"1\.0-v8-12".*"1\.0-v8-11"/);
    expect(() => decode('1.0-v8-11', Buffer.from('no line'))).toThrow(/build ""/);
  });
});

describe('the address of a Redis', () => {
  it.each([
    ['redis://127.0.0.1', 'redis://127.0.0.1:6379'],
    ['redis://:sesame@queue.example:7000/3', 'redis://queue.example:7000/3'],
    ['rediss://me:se%40same@[::1]:6380/', 'rediss://[::1]:6380'],
  ])('%s is shown as %s, without a password', (text, shown) => {
    expect(shownAddress(readRedisUrl(text)!)).toBe(shown);
  });

  it.each(['', 'redis', '127.0.0.1:6379', 'http://127.0.0.1', 'redis://', 'redis://:pass@'])('%j is none', (text) => {
    expect(readRedisUrl(text)).toBeNull();
  });
});
