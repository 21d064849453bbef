// Every reason names what it is about, and is known in every language of the window.
import { describe, expect, it } from 'vitest';
import type { Why } from '../analysis/plan/binding.ts';
import type { Objective } from '../model/design.ts';
import { translators } from '../texts/index.ts';
import { reasonPhrase, type Names } from './plan-reason.ts';

const objective: Objective = { id: 'p95', metric: 'responseMs.p95', below: 200 };
const other: Objective = { id: 'rate', metric: 'throughputPerSecond', above: 5 };
const names: Names = {
  component: (id) => `Component ${id}`,
  objective: ({ id }) => `Objective ${id}`,
  setting: (set) => Object.values(set).join(),
  number: (value) => value.toFixed(1),
};

const reasons: readonly (readonly [why: Why, named: readonly string[]])[] = [
  [{ kind: 'not-measured' }, []],
  [{ kind: 'conflict', other, set: { a: 3 } }, ['3', 'Objective rate']],
  [{ kind: 'not-offered', offeredPerSecond: 7 }, ['7.0']],
  [{ kind: 'saturated', component: 'db', load: 2 }, ['Component db', '2.0']],
  [{ kind: 'work', idleMs: 90, component: 'db', workMs: 60, networkMs: 30 }, ['90.0', 'Component db', '60.0', '30.0']],
  [{ kind: 'waiting', component: 'db', waitMs: 40, ofMs: 80 }, ['Component db', '40.0', '80.0']],
  [{ kind: 'errors', component: 'db', perSecond: 4, isRejecting: true }, ['Component db', '4.0']],
  [{ kind: 'errors', component: 'db', perSecond: 4, isRejecting: false }, ['Component db', '4.0']],
];

describe('why objectives cannot be met', () => {
  it.each(reasons)('$kind', (why, named) => {
    const phrase = reasonPhrase({ objective, value: 300, why }, names)!;
    const german = translators.de(phrase);
    expect(german).not.toBe(phrase);
    for (const name of named) for (const text of [phrase, german]) expect(text).toContain(name);
  });

  it('has nothing to say where nothing stands out', () => {
    expect(reasonPhrase({ objective, value: 300, why: { kind: 'other' } }, names)).toBeNull();
  });
});
