// How a frame lies in memory: one visit of a request to a station, and, seen from the caller, one try of a call.
//
// A frame is 64 bytes, one cache line: ten integers and, in the same bytes seen as doubles, three times. It is named by
// the place of its first integer; so the low four bits of a name are free, and an event's payload is name plus type.

/** Integers a frame; the doubles of a frame begin at (frame >> 1). */
export const FRAME_STRIDE = 16;

// Integers.
/** The station that is visited. */
export const STATION = 0;
/** The frame that called; -1 for a request from outside, a message, and an orphan. */
export const PARENT = 1;
/** The link that the call came over; -1 for a request from outside. */
export const LINK = 2;
/** The pool whose slot is held, or in whose queue it waits. */
export const POOL = 3;
/** The next in the queue, or in the list of free frames. */
export const NEXT = 4;
/** As a caller: the link being called, or, in parallel, how many links are still out. */
export const CURSOR = 5;
/** As a call: further calls to make over the same link; UNDRAWN for a message whose number is not drawn yet. */
export const REMAINING = 6;
/** The arrival stream that began it all; class and priority follow from it. */
export const ORIGIN = 7;
/** Which try it is, from 1, times ATTEMPT_UNIT, plus the bits below. */
export const STATE = 8;
/** The tape that its service time is drawn from. */
export const WORK = 9;

// Doubles.
/** When it came to the station. */
export const ARRIVED = 5;
/** When the call, or the request, began: before the first of its tries. */
export const BORN = 6;
/** When the try times out; infinite while no timeout is armed. */
export const DEADLINE = 7;

/** The lowest bits of STATE: how the visit ended. */
export const OUTCOME_MASK = 7;
/** The caller has given up: the answer will be thrown away. */
export const ORPHAN = 8;
/** As a caller with parallel calls: one that is not optional has failed. */
export const FAILED = 16;
/** As a try: its caller's own guard (breaker, rate limit, bulkhead) has refused it, so it never went out. */
export const LOCAL = 32;
/** As a try: the one call that a half-open breaker lets through. */
export const PROBE = 64;
/** As a visit: it holds its slot while its calls are out. */
export const HOLDING = 128;
/** Its times are written down for the traces. */
export const TRACED = 256;
/** As a try: its caller's guards have let it out, and are to be told how it ends. */
export const ADMITTED = 512;
export const ATTEMPT_SHIFT = 10;
export const ATTEMPT_UNIT = 1024;

export const UNDRAWN = -1;

// Outcomes, in the order of the counters of a link.
export const OK = 0;
export const REJECTED = 1;
export const ERROR = 2;
export const TIMEOUT = 3;
/** A breaker let nothing through. */
export const OPEN = 4;
