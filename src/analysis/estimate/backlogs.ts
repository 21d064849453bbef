// How long messages wait at their brokers: the slots of the consumers are the servers of that line.
import type { Station } from '../../simulation/network.ts';
import { merged } from './flows.ts';
import type { Round } from './rates.ts';
import { stationState } from './station.ts';
import { constant, mixture, NO_TIME, plus, type Time } from './time.ts';

/** By station; none where it is no broker. */
export function backlogsOf(round: Round, arrivalScvs: readonly number[]): Time[] {
  return round.plan.network.stations.map(({ broker }, index) =>
    broker === null ? NO_TIME : backlogOf(round, index, arrivalScvs[index]!),
  );
}

function backlogOf(round: Round, index: number, arrivalScv: number): Time {
  const { plan } = round;
  const { delivery, partitions } = plan.network.stations[index]!.broker!;
  const consumers = [
    ...new Set(
      plan.ofStation[index]!.flatMap((visit) => plan.visits[visit]!.sends.map(({ to }) => plan.visits[to]!.station)),
    ),
  ];
  if (consumers.length === 0) return NO_TIME;
  const groups = delivery === 'broadcast' ? consumers.map((at) => [at]) : [consumers];
  return mixture(groups.map((group) => [1, waitForConsumers(round, group, partitions, arrivalScv)]));
}

function waitForConsumers(round: Round, consumers: readonly number[], partitions: number, arrivalScv: number): Time {
  const { plan, visits, states } = round;
  const { stations } = plan.network;
  const slots = consumers.reduce((sum, at) => sum + states[at]!.replicas * stations[at]!.concurrency, 0);
  const parts = consumers.flatMap((at) =>
    plan.ofStation[at]!.map((visit) => [visits[visit]!.rate, heldByMessage(round, visit)] as const),
  );
  const rate = parts.reduce((sum, [each]) => sum + each, 0);
  const hold = mixture(parts);
  const first = stations[consumers[0]!]!;
  const size = batchSize(first, rate, hold.mean, slots / first.concurrency);
  const shared: Station = {
    ...first,
    replicas: partitions > 0 ? Math.min(slots, partitions) : slots,
    concurrency: 1,
    dispatch: 'shared-queue',
    queueLimit: Infinity,
    autoscale: null,
  };
  const line = { rate: rate / size, arrivalScv: merged([[rate, arrivalScv]], 0), hold, sorts: [], closed: null };
  const gathering = size > 1 && first.batch !== null ? Math.min(first.batch.waitMs, (size - 1) / rate) / 2 : 0;
  return plus(stationState(shared, line).wait, constant(gathering));
}

/** A message holds the slot of its consumer while it travels, too. */
function heldByMessage({ plan, visits }: Round, visit: number): Time {
  const { hold } = visits[visit]!;
  const travel = plan.visits.flatMap(({ sends, station }) =>
    plan.network.stations[station]!.broker === null
      ? []
      : sends.filter(({ to }) => to === visit).map(({ there }) => there),
  );
  return travel.length === 0 ? hold : plus(hold, travel[0]!);
}

/** How many messages a batch has: as many as come while one is waited for or worked on. */
export function batchSize({ batch, concurrency }: Station, rate: number, holdMs: number, replicas: number): number {
  if (batch === null) return 1;
  const slots = Math.max(1, replicas * concurrency);
  return Math.min(batch.max, Math.max(1, 1 + rate * batch.waitMs, (1.25 * rate * holdMs) / slots));
}
