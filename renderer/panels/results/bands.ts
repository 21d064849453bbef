// What the scenario did to the run, as stretches of its time: faults, and rollouts of new versions.
import type { Design, Fault, Rollout } from '../../../src/model/design.ts';
import { nameOf } from '../../../src/model/graph.ts';
import type { RolloutFigures } from '../../../src/simulation/result.ts';
import type { Run } from '../../state/results.ts';

export interface Band {
  readonly kind: 'fault' | 'rollout';
  /** "outage of Database". */
  readonly label: string;
  readonly fromS: number;
  readonly toS: number;
}

const WORDS: Readonly<Record<Fault['kind'], string>> = {
  outage: 'outage of',
  slowdown: 'slowdown of',
  errors: 'errors at',
  latency: 'latency from',
  partition: 'partition of',
  crashes: 'crashes of',
};

/** The name of a component or a group. */
function placeName(design: Design, id: string): string {
  const place = [...design.components, ...(design.groups ?? [])].find((candidate) => candidate.id === id);
  return nameOf(place ?? { id });
}

function connectionName(design: Design, id: string): string {
  const connection = (design.connections ?? []).find((candidate) => candidate.id === id);
  return connection ? `${placeName(design, connection.from)} to ${placeName(design, connection.to)}` : id;
}

/** Crashes come and go by chance through the whole run, so they are no stretch of it. */
function faultBand(design: Design, fault: Fault): Band[] {
  if (fault.kind === 'crashes') return [];
  const where = 'connection' in fault ? connectionName(design, fault.connection) : placeName(design, fault.at);
  const { fromS, durationS } = fault;
  return [{ kind: 'fault', label: `${WORDS[fault.kind]} ${where}`, fromS, toS: fromS + durationS }];
}

/** Until it was done, in the mean of the replications; to the end of the run where it never was. */
function rolloutBand(design: Design, rollout: Rollout, figures: RolloutFigures | undefined, endS: number): Band {
  const durationS = figures?.durationS.mean ?? null;
  const toS = durationS === null ? endS : Math.min(endS, rollout.startS + durationS);
  return {
    kind: 'rollout',
    label: `${rollout.strategy} of ${placeName(design, rollout.at)}`,
    fromS: rollout.startS,
    toS,
  };
}

/** In the order of the scenario, faults first, cut to the run; what lies outside of it is left out. */
export function bandsOf({ design, scenario: id, result }: Pick<Run, 'design' | 'scenario' | 'result'>): Band[] {
  const scenario = (design.scenarios ?? []).find((candidate) => candidate.id === id);
  if (!scenario) return [];
  const endS = scenario.durationS;
  const bands = [
    ...(scenario.faults ?? []).flatMap((fault) => faultBand(design, fault)),
    ...(scenario.rollouts ?? []).map((rollout, at) => rolloutBand(design, rollout, result.rollouts[at], endS)),
  ];
  return bands.flatMap((band) =>
    band.fromS >= endS || band.toS <= band.fromS ? [] : [{ ...band, toS: Math.min(band.toS, endS) }],
  );
}
