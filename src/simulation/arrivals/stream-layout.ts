// How streams of arrivals lie in memory: each in a stride of one array of integers and one of doubles, named by its place.

export const STREAM_STRIDE = 16;
// Integers of a stream.
export const AT = 0;
/** The times of its arrivals; -1: closed. */
export const TIMES_TAPE = 1;
/** Think times; -1: open. */
export const THINK_TAPE = 2;
/** The tape of the work that its requests are where they arrive. */
export const STREAM_WORK = 3;
// Doubles of a stream: what happened in the present stretch of time.
export const OFFERED = 0;
export const SUCCEEDED = 1;
export const FAILED_REQUESTS = 2;
export const REQUEST_RESPONSE = 3;
export const LONGEST = 4;
export const STREAM_COUNTERS = 5;
