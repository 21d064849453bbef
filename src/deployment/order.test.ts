import { describe, expect, it } from 'vitest';
import type { Component, Connection, Design } from '../model/design.ts';
import { healthCommand } from './health.ts';
import { networksOf } from './networks.ts';
import { startOrder } from './order.ts';
import { rolloutPlan } from './rollouts.ts';
import { secretNames } from './secrets.ts';
import { workloads, type DeployedComponent } from './workload.ts';

function designOf(
  components: readonly Component[],
  arrows: readonly string[] = [],
  rest: Partial<Design> = {},
): Design {
  const connections = arrows.map((arrow) => {
    const [from = '', to = ''] = arrow.split('-');
    return { id: arrow, from, to } satisfies Connection;
  });
  return { spandrel: 1, name: 'Test', components: [...components], connections, ...rest };
}

function deployed(design: Design): readonly DeployedComponent[] {
  const made = workloads(design);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return made.value;
}

const service = (id: string, rest: Partial<Component> = {}): Component => ({ id, kind: 'service', ...rest });

describe('the order of starts', () => {
  it('follows the calls, and breaks a circle with a warning', () => {
    const { after, findings } = startOrder(
      deployed(
        designOf(
          ['a', 'b', 'c'].map((id) => service(id)),
          ['a-b', 'b-c', 'c-a'],
        ),
      ),
    );
    expect([...after]).toEqual([
      ['a', ['b']],
      ['b', ['c']],
      ['c', []],
    ]);
    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['dependency-cycle components.c']);
  });
});

describe('networks', () => {
  it('are drawn from groups, and callers join that of the callee', () => {
    const components = [
      service('api', { group: 'front' }),
      { id: 'db', kind: 'sql-database', group: 'store' },
      service('lone'),
    ];
    const groups = [{ id: 'front' }, { id: 'store' }, { id: 'common' }];
    const design = designOf(components, ['api-db'], { groups });
    const { of, all } = networksOf(design, deployed(design));
    expect([...of]).toEqual([
      ['api', ['front', 'store']],
      ['db', ['store']],
      ['lone', ['common-net']],
    ]);
    expect([...all].map(([name, { isInternal }]) => [name, isInternal])).toEqual([
      ['front', false],
      ['store', true],
      ['common-net', false],
    ]);
  });
});

describe('a health check', () => {
  it('is what the image brings along, or a request that the shell sees as one word', () => {
    const commands = deployed(
      designOf([
        { id: 'db', kind: 'sql-database' },
        { id: 'topic', kind: 'topic' },
        service('api', { runtime: { image: 'me/x:1', healthPath: "/it's $HOME" } }),
        { id: 'tick', kind: 'scheduler' },
      ]),
    ).map(healthCommand);
    const url = "'http://127.0.0.1:8080/it'\\''s%20$HOME'";
    expect(commands).toEqual([
      ['CMD-SHELL', 'pg_isready -q -U "${POSTGRES_USER:-postgres}"'],
      null,
      ['CMD-SHELL', `wget -q -O /dev/null ${url} || curl -fsS -o /dev/null ${url}`],
      null,
    ]);
  });
});

describe('a rollout', () => {
  it('is as a scenario tells, or a quarter at a time', () => {
    const components = [service('a', { capacity: { replicas: 8 } }), service('b', { capacity: { replicas: 3 } })];
    const rollouts = [{ at: 'a', strategy: 'rolling' as const, startS: 0, maxSurge: '50%', maxUnavailable: 1 }];
    const design = designOf(components, [], { scenarios: [{ id: 's', durationS: 1, arrivals: [], rollouts }] });
    const plans = deployed(design).map((workload) => rolloutPlan(design, workload));
    expect(plans.map(({ surge, unavailable }) => [surge, unavailable])).toEqual([
      [4, 1],
      [1, 0],
    ]);
  });
});

describe('names of secrets', () => {
  it('are never alike', () => {
    const all = deployed(
      designOf([service('a', { runtime: { secrets: ['B_C'] } }), service('a-b', { runtime: { secrets: ['C'] } })]),
    );
    const nameOf = secretNames(all, ({ name }, secret) => `${name}_${secret}`.toUpperCase().replaceAll('-', '_'));
    expect([nameOf('a', 'B_C'), nameOf('a-b', 'C')]).toEqual(['A_B_C', 'A_B_C_2']);
  });
});
