// The records of all replications become one result, in the order of the replications and with keys in a fixed order.
import type { Design, Scenario } from '../model/design.ts';
import { breakdownFigures } from './merge/breakdown.ts';
import { costOf } from './merge/cost.ts';
import { componentFigures, connectionFigures, requestFigures } from './merge/figures.ts';
import { findNotes } from './merge/notes.ts';
import { judgeObjectives } from './merge/objectives.ts';
import { mergeSeries } from './merge/series.ts';
import { mergeTraces } from './merge/traces.ts';
import type { Network } from './network.ts';
import type { ReplicationRecord } from './record.ts';
import type { Measured, Result } from './result.ts';

export interface MergeContext {
  readonly design: Design;
  readonly scenario: Scenario;
  /** Elapsed, from the first event of the first replication to the last record. */
  readonly wallMs: number;
}

/** There is at least one record. Components and connections stand in the order of the design. */
export function mergeRecords(
  network: Network,
  records: readonly ReplicationRecord[],
  { design, scenario, wallMs }: MergeContext,
): Result {
  const stations = new Map(network.stations.map(({ id }, index) => [id, index]));
  const links = new Map(network.links.map(({ id }, index) => [id, index]));
  const measured: Measured = {
    scenario: scenario.id,
    seed: network.seed,
    replications: records.length,
    simulatedS: scenario.durationS,
    warmupS: network.warmupMs / 1000,
    events: records.reduce((sum, { events }) => sum + events, 0),
    wallMs,
    requests: requestFigures(records, (record) => record.requests),
    arrivals: scenario.arrivals.map(({ at }, index) => ({
      at,
      ...requestFigures(records, (record) => record.streams[index]!),
    })),
    classes: Object.fromEntries(
      network.classes.map((name, index) => [name, requestFigures(records, (record) => record.classes[index]!)]),
    ),
    components: inOrder(design.components, stations, (index) => ({
      ...componentFigures(records, (record) => record.stations[index]!),
      ...breakdownFigures(records, index),
    })),
    connections: inOrder(design.connections ?? [], links, (index) =>
      connectionFigures(records, (record) => record.links[index]!),
    ),
    series: mergeSeries(network, records, design, stations),
    rollouts: [],
  };
  const { series, rollouts, ...figures } = measured;
  const requestsAt = (id: string) => {
    const index = stations.get(id);
    if (index === undefined || records[0]!.arrivalsAt[index] === null) return null;
    return requestFigures(records, (record) => record.arrivalsAt[index]!);
  };
  return {
    ...figures,
    objectives: judgeObjectives(design.objectives ?? [], measured, requestsAt),
    cost: costOf(design, measured),
    series,
    rollouts,
    notes: findNotes(network, records, measured),
    ...(network.traces > 0 ? { traces: mergeTraces(design, network, records[0]!.traces) } : {}),
  };
}

/** An object with a key for each, in the order of the file. */
function inOrder<T>(
  items: readonly { readonly id: string }[],
  numbers: ReadonlyMap<string, number>,
  figures: (index: number) => T,
): Record<string, T> {
  return Object.fromEntries(items.map(({ id }) => [id, figures(numbers.get(id)!)]));
}
