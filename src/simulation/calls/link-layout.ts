// How links lie in memory: each in a stride of one array of integers and one of doubles, named by its place.

export const LINK_STRIDE = 32;
// Integers of a link.
export const CALLEE = 0;
export const WHOLE_CALLS = 1;
/** For the part of a call that is not whole; or WHOLE, or RESTRICTED. */
export const FRACTION_TAPE = 2;
/** -1: no latency on the way there, nor back. */
export const LATENCY_TAPE = 3;
/** The work at the callee; BY_CLASS where it depends on who asks. */
export const WORK_TAPE = 4;
export const OPTIONAL = 5;
/** The number of the timeout ring; -1: no timeout. */
export const RING = 6;
export const ATTEMPTS = 7;
export const JITTER = 8;
export const JITTER_TAPE = 9;
/** From a broker: what it carries are deliveries. */
export const DELIVERS = 10;
/** The bits below, for what a plain call has not; 0 for most links. */
export const EXTRAS = 11;
/** The number of the hedge ring; -1: no hedges. */
export const HEDGE_RING = 12;
/** The number of the guards; -1: none. */
export const GUARDS = 13;
/** The fraction's tape of a link that only some classes call over; or WHOLE. */
export const RESTRICTED_TAPE = 14;

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
export const HEDGE_MS = 13;
// The budget of retries: what each first try adds, and what is there.
export const BUDGET_RATIO = 14;
export const BUDGET = 15;
// Faults that are on: what they add one way, and when the partition ends that holds everything up.
export const FAULT_MS = 16;
export const CUT_UNTIL = 17;

// Instead of a tape.
export const WHOLE = -1;
export const RESTRICTED = -2;
export const BY_CLASS = -1;

// Bits of EXTRAS.
export const TIMED = 1;
export const GUARDED = 2;
export const HEDGED = 4;
export const BUDGETED = 8;
/** The caller answers when enough of its links have answered well. */
export const QUORUM = 16;
/** The caller knows the calls that it has out, so that it can give them up. */
export const LISTED = 32;
/** The scenario has faults of it. */
export const FAULTY = 64;
