// Whether the person asked for less motion, in the settings of the system or of Spandrel.

export function isMotionReduced(): boolean {
  if (document.documentElement.dataset['motion'] === 'reduced') return true;
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
