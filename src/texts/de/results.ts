// Was hier steht: results.
import type { Texts } from '../texts.ts';

export const results: Texts['results'] = {};
