// One clock for all threads of the process.

/** Milliseconds since some fixed moment, the same moment in every thread; it never goes back. */
export function nowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
