// How stations and pools lie in memory: each in a stride of one array of integers and one of doubles, named by its place.

export const STATION_STRIDE = 32;
// Integers of a station.
export const DISPATCH = 0;
export const FIRST_POOL = 1;
export const END_POOLS = 2;
/** The replica whose turn it is, by its place among those that serve. */
export const TURN = 3;
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
export const DISCIPLINE = 13;
/** Draws for the choice of a replica; -1: none are needed. */
export const CHOICE_TAPE = 14;
/** Fixed stations: how many replicas there are to choose from. */
export const REPLICAS = 15;

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
/** Processor sharing: the time integral, over the present stretch, of the requests above the slots. */
export const EXCESS_TIME = 15;

export const POOL_STRIDE = 16;
// Integers of a pool.
export const SLOTS = 0;
export const BUSY = 1;
export const HEAD = 2;
export const TAIL = 3;
export const LENGTH = 4;
/** The pool whose queue holds what waits for this one: itself, but where replicas come and go. */
export const QUEUE = 5;
/** Requests whose own work is done, which hold no slot, and whose calls are out; counted where the choice needs it. */
export const OUT = 6;
/** Processor sharing: the number of the processor. */
export const PROCESSOR = 7;

// Ways to choose a pool.
export const ONE_POOL = 0;
export const ROUND_ROBIN = 1;
export const RANDOM = 2;
export const LEAST_CONNECTIONS = 3;
export const POWER_OF_TWO = 4;

// Orders of a queue.
export const FIFO = 0;
export const LIFO = 1;
export const PRIORITY = 2;

// Bits of TRAITS.
export const BLOCKING = 1;
export const PARALLEL = 2;
export const BROKER = 4;
export const CONSUMER = 8;
export const MAKES_CALLS = 16;
/** Replicas come and go, or are not all alike. */
export const ELASTIC = 64;
/** Least connections, power of two: what a replica has out counts as well. */
export const COUNTS_OUT = 128;
/** A consumer that takes several messages at once. */
export const BATCHES = 256;
/** Nothing serves here at present. */
export const DOWN = 512;
/** Its requests, and its calls, are such as the fast path can handle. */
export const PLAIN = 1024;
export const PLAIN_CALLS = 2048;
