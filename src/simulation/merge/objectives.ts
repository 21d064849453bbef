// Whether a run met its objectives.
import type { Objective } from '../../model/design.ts';
import type { Measured, RequestFigures, Result } from '../result.ts';

/**
 * The metric is a figure of the requests, of all of them or of those that arrive at a component, or any other
 * statistic of the result by its path: `components.api.utilisation`. What was not measured is not met.
 */
export function judgeObjectives(
  objectives: readonly Objective[],
  measured: Measured,
  requestsAt: (component: string) => RequestFigures | null,
): Result['objectives'] {
  return objectives.map(({ id, metric, at, below, above }) => {
    const requests = at === undefined ? measured.requests : requestsAt(at);
    const value = meanAt(requests, metric) ?? (at === undefined ? meanAt(measured, metric) : null);
    const met = value !== null && (below === undefined || value < below) && (above === undefined || value > above);
    return { id, value, met };
  });
}

function meanAt(figures: unknown, path: string): number | null {
  let place: unknown = figures;
  for (const key of path.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, key)) return null;
    place = (place as Record<string, unknown>)[key];
  }
  if (typeof place === 'number') return place;
  if (typeof place !== 'object' || place === null || !('mean' in place)) return null;
  return typeof place.mean === 'number' ? place.mean : null;
}
