// Which versions of a design are worth keeping: all of the last hour, one an hour of the last day, one a day before that.

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** With more than `most`, so many of the last hour stay whatever comes before them. */
const RECENT = 20;

/** Of versions by their time, the newest first, those to keep, in the same order. */
export function worthKeeping<T extends { readonly atMs: number }>(
  versions: readonly T[],
  nowMs: number,
  most = 50,
): T[] {
  const seen = new Set<string>();
  const kept = versions.filter(({ atMs }) => {
    const age = nowMs - atMs;
    if (age < HOUR_MS) return true;
    const slot =
      age < DAY_MS ? `hour ${String(Math.floor(atMs / HOUR_MS))}` : `day ${String(Math.floor(atMs / DAY_MS))}`;
    if (seen.has(slot)) return false;
    seen.add(slot);
    return true;
  });
  const recent = kept.filter(({ atMs }) => nowMs - atMs < HOUR_MS);
  const older = kept.slice(recent.length);
  const surplus = kept.length - most;
  if (surplus <= 0) return kept;
  const fewer = recent.slice(0, Math.max(RECENT, recent.length - surplus));
  return [...fewer, ...older].slice(0, most);
}
