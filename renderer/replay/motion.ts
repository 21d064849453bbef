// Whether the person asked for less motion, in the settings of the system.

export function isMotionReduced(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
