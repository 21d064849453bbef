// How links lie in memory: each in a stride of one array of integers and one of doubles, named by its place.

export const LINK_STRIDE = 32;
// Integers of a link.
export const CALLEE = 0;
export const WHOLE_CALLS = 1;
export const FRACTION_TAPE = 2;
/** -1: no latency on the way there, nor back. */
export const LATENCY_TAPE = 3;
export const WORK_TAPE = 4;
export const OPTIONAL = 5;
/** The number of the timeout ring; -1: no timeout. */
export const RING = 6;
export const ATTEMPTS = 7;
export const JITTER = 8;
export const JITTER_TAPE = 9;
/** From a broker: what it carries are deliveries. */
export const DELIVERS = 10;

// Doubles of a link: counters, of which five by outcome, then constants.
export const CALLS = 0;
export const RETRIES = 1;
export const OUTCOMES = 2;
export const CALL_RESPONSE = 7;
/** How many of the doubles are counters, which begin anew with the window. */
export const LINK_COUNTERS = 8;
export const FRACTION = 8;
export const TRANSFER = 9;
export const TIMEOUT_MS = 10;
export const BACKOFF = 11;
export const MULTIPLIER = 12;
