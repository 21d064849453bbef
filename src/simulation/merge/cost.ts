// What the simulated load costs to carry: replicas held, and requests paid for one by one.
import type { Design } from '../../model/design.ts';
import type { Measured, Result } from '../result.ts';

/** Summed in the order of the ids, so that the order of the file changes no digit. */
export function costOf(design: Design, measured: Measured): Result['cost'] {
  const components = [...design.components].sort((a, b) => (a.id < b.id ? -1 : 1));
  const perHour = components.reduce((sum, { id, cost }) => {
    if (cost === undefined) return sum;
    const figures = measured.components[id]!;
    const requestsPerHour = (figures.arrivalsPerSecond.mean ?? 0) * 3600;
    return (
      sum +
      (figures.replicas.mean ?? 0) * (cost.perReplicaHour ?? 0) +
      (requestsPerHour / 1e6) * (cost.perMillionRequests ?? 0)
    );
  }, 0);
  const answeredPerHour = (measured.requests.throughputPerSecond.mean ?? 0) * 3600;
  return {
    perHour,
    perMillionRequests: answeredPerHour === 0 ? null : (perHour / answeredPerHour) * 1e6,
    currency: design.currency ?? 'USD',
  };
}
