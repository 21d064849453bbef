// What keeps objectives from being met, as a phrase: on the command line it ends a finding, in the window it is a sentence in
// its language.
import type { Binding } from '../analysis/plan/binding.ts';
import type { PointSet } from '../analysis/sweep/grid.ts';
import type { Objective } from '../model/design.ts';

/** How a reader is told of what stands in the phrase. */
export interface Names {
  readonly component: (id: string) => string;
  readonly objective: (objective: Objective) => string;
  readonly setting: (set: PointSet) => string;
  readonly number: (value: number) => string;
}

/** Null where nothing stands out. */
export function reasonPhrase({ why }: Binding, { component, objective, setting, number }: Names): string | null {
  switch (why.kind) {
    case 'not-measured':
      return 'there no request is answered, or none comes by';
    case 'conflict':
      return `it is met at ${setting(why.set)}, but there ${objective(why.other)} is missed`;
    case 'not-offered':
      return `only ${number(why.offeredPerSecond)} requests a second are offered`;
    case 'saturated':
      return `there ${component(why.component)} is saturated: ${number(why.load)} times what it can carry comes to it`;
    case 'work':
      return `it is ${number(why.idleMs)} ms even where nobody waits, which no replica shortens: in the mean ${number(why.workMs)} ms are the work of ${component(why.component)}, which has the most, and ${number(why.networkMs)} ms the network`;
    case 'waiting':
      return `there ${component(why.component)} keeps requests waiting the longest: ${number(why.waitMs)} ms of the mean ${number(why.ofMs)} ms`;
    case 'errors':
      return `there ${component(why.component)} ${why.isRejecting ? 'rejects' : 'fails'} ${number(why.perSecond)} requests a second, the most of all`;
    case 'other':
      return null;
  }
}
