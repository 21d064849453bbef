// How often each node was drawn, for tests that hold how little a change draws anew. Off unless a test turns it on.

const counts = new Map<string, number>();
let isCounting = false;

export function countRender(id: string): void {
  if (isCounting) counts.set(id, (counts.get(id) ?? 0) + 1);
}

declare global {
  interface Window {
    /** Starts counting and gives what was drawn since it was last asked. */
    spandrelRenders?: () => Readonly<Record<string, number>>;
  }
}

/** For tests in the browser, which reach the window only through its globals. */
export function offerRenderCounts(): void {
  window.spandrelRenders = () => {
    isCounting = true;
    const drawn = Object.fromEntries(counts);
    counts.clear();
    return drawn;
  };
}
