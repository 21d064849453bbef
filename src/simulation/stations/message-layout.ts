// How messages lie in memory: what a broker keeps of a message besides its frame, and of itself for the books.
//
// A message is a frame; what only messages need stands outside of it, in columns that exist where there are brokers.

/** Integers of a message begin at (frame >> 2). */
export const MESSAGE_INTS = 4;
/** How many of its deliveries have failed. */
export const FAILED_DELIVERIES = 0;
/** Its partition, among those of its broker; -1: none. */
export const KEY = 1;
/** 1 while it counts as waiting in the broker: in a lane, or in the wait before another try. */
export const WAITS = 2;
/** The batch that it belongs to at its consumer, plus one; 0: none. */
export const BATCH_OF = 3;

/** Doubles of a message begin at (frame >> 3). */
export const MESSAGE_DOUBLES = 2;
/** When it came to the broker. */
export const SENT = 0;
/** Its place in the order in which brokers have given out messages: the lower, the older. */
export const SERIAL = 1;

/** Doubles of each station that the books of the messages are kept from. */
export const MESSAGING_STRIDE = 8;
// Integrals over the present stretch: messages that wait, the age of the oldest, requests that share a slot.
export const BACKLOG_TIME = 0;
export const OLDEST_TIME = 1;
export const MATES_TIME = 2;
/** Until when the age of the oldest has been summed up, when that one came, and its serial; infinite: none waits. */
export const OLDEST_SINCE = 3;
export const OLDEST_SENT = 4;
export const OLDEST_SERIAL = 5;
/** Requests at a consumer beyond the first of each batch that holds a slot. */
export const MATES = 6;

/** The time integral of the age of the oldest, from where it was summed up to the end: of a line, so its middle times its length. */
export function ageIntegral(messaging: Float64Array, place: number, end: number): number {
  const since = messaging[place + OLDEST_SINCE]!;
  return (end - since) * ((end + since) / 2 - messaging[place + OLDEST_SENT]!);
}
