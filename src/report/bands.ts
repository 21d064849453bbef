// What the scenario did to the run, as stretches of its time: faults, and rollouts of new versions.
import type { Design, Fault, Rollout } from '../model/design.ts';
import { nameOf } from '../model/graph.ts';
import type { RolloutFigures } from '../simulation/result.ts';
import type { ReportedRun } from './run.ts';
import { fill, type ReportWords } from './words.ts';

export interface Band {
  readonly kind: 'fault' | 'rollout';
  /** "outage of Database". */
  readonly label: string;
  readonly fromS: number;
  readonly toS: number;
}

/** The name of a component or a group. */
export function placeName(design: Design, id: string): string {
  const place = [...design.components, ...(design.groups ?? [])].find((candidate) => candidate.id === id);
  return nameOf(place ?? { id });
}

export function connectionName(design: Design, id: string, words: ReportWords): string {
  const connection = (design.connections ?? []).find((candidate) => candidate.id === id);
  if (!connection) return id;
  return fill(words.fromTo, { from: placeName(design, connection.from), to: placeName(design, connection.to) });
}

/** Crashes come and go by chance through the whole run, so they are no stretch of it. */
function faultBand(design: Design, fault: Fault, words: ReportWords): Band[] {
  if (fault.kind === 'crashes') return [];
  const where = 'connection' in fault ? connectionName(design, fault.connection, words) : placeName(design, fault.at);
  const { fromS, durationS } = fault;
  return [{ kind: 'fault', label: fill(words.faults[fault.kind], { where }), fromS, toS: fromS + durationS }];
}

/** Until it was done, in the mean of the replications; to the end of the run where it never was. */
function rolloutBand(
  { design, words }: { design: Design; words: ReportWords },
  rollout: Rollout,
  figures: RolloutFigures | undefined,
  endS: number,
): Band {
  const durationS = figures?.durationS.mean ?? null;
  const toS = durationS === null ? endS : Math.min(endS, rollout.startS + durationS);
  return {
    kind: 'rollout',
    label: fill(words.rolloutOf, { strategy: rollout.strategy, where: placeName(design, rollout.at) }),
    fromS: rollout.startS,
    toS,
  };
}

/** In the order of the scenario, faults first, cut to the run; what lies outside of it is left out. */
export function bandsOf({ design, scenario: id, result }: ReportedRun, words: ReportWords): Band[] {
  const scenario = (design.scenarios ?? []).find((candidate) => candidate.id === id);
  if (!scenario) return [];
  const endS = scenario.durationS;
  const bands = [
    ...(scenario.faults ?? []).flatMap((fault) => faultBand(design, fault, words)),
    ...(scenario.rollouts ?? []).map((rollout, at) =>
      rolloutBand({ design, words }, rollout, result.rollouts[at], endS),
    ),
  ];
  return bands.flatMap((band) =>
    band.fromS >= endS || band.toS <= band.fromS ? [] : [{ ...band, toS: Math.min(band.toS, endS) }],
  );
}
