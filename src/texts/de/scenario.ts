// Was hier steht: scenario.
import type { Texts } from '../texts.ts';

export const scenario: Texts['scenario'] = {};
