// Rectangles with round corners as paths, for writers that know paths only.
import type { Rectangle } from './scene.ts';

export function outlineOf({ x, y, width, height, radius }: Rectangle): string {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  if (r === 0) return `M ${x} ${y} h ${width} v ${height} h ${-width} Z`;
  const corner = (dx: number, dy: number): string => `a ${r} ${r} 0 0 1 ${dx} ${dy}`;
  return [
    `M ${x + r} ${y} h ${width - 2 * r} ${corner(r, r)}`,
    `v ${height - 2 * r} ${corner(-r, r)}`,
    `h ${2 * r - width} ${corner(-r, -r)}`,
    `v ${2 * r - height} ${corner(r, -r)} Z`,
  ].join(' ');
}
