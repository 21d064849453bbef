// The rate of a profile over time, small, beneath its points.
import { t } from '../../texts.ts';
import { useValue } from '../fields/target.ts';
import type { Place } from '../fields/place.ts';

const WIDTH = 240;
const HEIGHT = 48;

export function ProfilePlot({ keys }: { keys: Place }) {
  const value = useValue(keys);
  const points = Array.isArray(value) ? (value as readonly (readonly [number, number])[]) : [];
  const end = Math.max(...points.map(([time]) => time), 1);
  const most = Math.max(...points.map(([, rate]) => rate), 1e-9);
  const line = points
    .map(([time, rate]) => `${(time / end) * WIDTH},${HEIGHT - (rate / most) * (HEIGHT - 2) - 1}`)
    .join(' ');
  if (points.length < 2) return null;
  return (
    <svg
      className="scenario-profile"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('scenario.profileUpTo', { rate: most, second: end })}
    >
      <polyline points={line} fill="none" stroke="currentColor" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
