// A scenario needs something that arrives; what nothing can reach is told, as it may be forgotten.
import { kindByKey } from '../index.ts';
import type { Finding } from '../../model/finding.ts';
import { reachable } from '../../model/graph.ts';
import { advice, error, type Subject, titleOf } from './subject.ts';

export function checkScenarios(subject: Subject): Finding[] {
  return [...withoutArrivals(subject), ...unknownClasses(subject), ...unreachable(subject)];
}

function withoutArrivals({ design, pathOf }: Subject): Finding[] {
  return (design.scenarios ?? []).flatMap(({ id, name, arrivals }, index) =>
    arrivals.length > 0
      ? []
      : error(
          'no-arrivals',
          `${pathOf('scenarios', index)}.arrivals`,
          `nothing arrives in the scenario ${name ?? id}`,
          'add an arrival: a component and how its requests come',
        ),
  );
}

/** A class that no arrival carries is most likely misspelt. Without scenarios nothing can be said yet. */
function unknownClasses({ design, connections, pathOf }: Subject): Finding[] {
  const scenarios = design.scenarios ?? [];
  if (scenarios.length === 0) return [];
  const known = new Set(scenarios.flatMap(({ arrivals }) => arrivals.flatMap((arrival) => arrival.class ?? [])));
  const check = (name: string, path: () => string): Finding[] =>
    known.has(name)
      ? []
      : [
          advice(
            'unknown-class',
            path(),
            `no arrival has the class "${name}"`,
            'correct the name, or add such an arrival',
          ),
        ];
  return [
    ...design.components.flatMap(({ serviceByClass }, index) =>
      Object.keys(serviceByClass ?? {}).flatMap((name) =>
        check(name, () => `${pathOf('components', index)}.serviceByClass.${name}`),
      ),
    ),
    ...connections.flatMap(({ classes }, index) =>
      (classes ?? []).flatMap((name, place) =>
        check(name, () => `${pathOf('connections', index)}.classes.${String(place)}`),
      ),
    ),
  ];
}

function unreachable(subject: Subject): Finding[] {
  const { design, pathOf } = subject;
  const starts = (design.scenarios ?? []).flatMap(({ arrivals }) => arrivals.map(({ at }) => at));
  const entries = design.components.filter(({ kind }) => kindByKey(kind)?.behaviour.entry === true);
  const reached = reachableWithDeadLetters(subject, [...starts, ...entries.map(({ id }) => id)]);
  return design.components.flatMap(({ id }, index) =>
    reached.has(id)
      ? []
      : advice(
          'unreachable',
          pathOf('components', index),
          `no request reaches ${titleOf(subject, id)}`,
          'connect it to what calls it, or let requests arrive there in a scenario',
        ),
  );
}

/** Dead letters reach a queue without a connection. */
function reachableWithDeadLetters({ design, componentById }: Subject, starts: readonly string[]): ReadonlySet<string> {
  let reached = reachable(design, starts);
  for (;;) {
    const letters = [...reached]
      .flatMap((id) => componentById.get(id)?.deadLetter ?? [])
      .filter((id) => !reached.has(id));
    if (letters.length === 0) return reached;
    reached = reachable(design, [...reached, ...letters]);
  }
}
