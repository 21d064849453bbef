import { describe, expect, it } from 'vitest';
import type { NumberShape } from './describe.ts';
import { readNumbers, readWords } from './list-text.ts';

const TIME: NumberShape = { type: 'number', min: 0, max: null, above: null, whole: false, nullable: false, word: null };

describe('a list that was typed', () => {
  it('is words, each once, however they are parted', () => {
    expect(readWords(' checkout, search;report\n checkout ,')).toEqual({
      ok: true,
      value: ['checkout', 'search', 'report'],
    });
    expect(readWords('')).toEqual({ ok: true, value: [] });
  });

  it('is numbers as they come from a measurement', () => {
    expect(readNumbers('1.5 2,3;4\n5e-1', TIME)).toEqual({ ok: true, value: [1.5, 2, 3, 4, 0.5] });
  });

  it('names the first value that is none, and what each must be', () => {
    const mend = 'Each must be a number of at least 0';
    expect(readNumbers('1 2 three -4', TIME)).toEqual({ ok: false, message: 'Value 3 is "three"', mend });
    expect(readNumbers('1 -4', TIME)).toEqual({ ok: false, message: 'Value 2 is "-4"', mend });
  });
});
