// How stations and pools lie in memory: each in a stride of one array of integers and one of doubles, named by its place.

export const STATION_STRIDE = 32;
// Integers of a station.
export const DISPATCH = 0;
export const FIRST_POOL = 1;
export const END_POOLS = 2;
/** Round-robin: the pool that comes next; random: the tape. */
export const CHOICE = 3;
export const LIMIT = 4;
export const ERROR_TAPE = 5;
export const HIT_TAPE = 6;
export const FIRST_SYNC = 7;
export const FIRST_ASYNC = 8;
export const END_LINKS = 9;
export const TRAITS = 10;
/** Brokers: messages whose own work is done and that no consumer has taken yet. */
export const BACKLOG = 11;
/** How many hold a slot while their calls are out. */
export const BLOCKED = 12;

// Doubles of a station: counters, then integrals over the present stretch.
export const ARRIVALS = 0;
export const COMPLETED = 1;
export const REJECTIONS = 2;
export const FAILURES = 3;
export const STARTED = 4;
export const WAITED = 5;
export const RESPONSE = 6;
/** Brokers: messages handed to a consumer for the first time, each copy by itself, and their wait for it. */
export const HANDED = 7;
export const BACKLOG_WAITED = 8;
export const WAITING_TIME = 9;
export const BUSY_TIME = 10;
export const BLOCKED_TIME = 11;
/** How many of the doubles are counters, which begin anew with the window. */
export const COUNTERS = 9;
// Constants, and what lasts.
export const ERROR_RATE = 12;
export const HIT_RATIO = 13;
/** Consumers: when one last took or ended something, as a running number. */
export const ACTIVE = 14;

export const POOL_STRIDE = 16;
// Integers of a pool.
export const SLOTS = 0;
export const BUSY = 1;
export const HEAD = 2;
export const TAIL = 3;
export const LENGTH = 4;

// Ways to choose a pool.
export const ONE_POOL = 0;
export const ROUND_ROBIN = 1;
export const RANDOM = 2;

// Bits of TRAITS.
export const BLOCKING = 1;
export const PARALLEL = 2;
export const BROKER = 4;
export const CONSUMER = 8;
export const MAKES_CALLS = 16;
/** A consumer that takes several messages at once. */
export const BATCHES = 256;
