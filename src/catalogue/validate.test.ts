import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomDesign } from '../../test/fixtures/random-design.ts';
import type { Component, Connection, Design, Scenario } from '../model/design.ts';
import { isError } from '../model/finding.ts';
import { getAt, setAt } from '../model/path.ts';
import { validateDesign } from './validate.ts';

/** A design without a remark: a shop, its database, orders over a queue to a worker, the dead ones kept. */
function shop(): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    groups: [{ id: 'front' }, { id: 'back', kind: 'zone', parent: 'front' }],
    components: [
      { id: 'web', kind: 'web-client', name: 'Web', group: 'front' },
      { id: 'api', kind: 'gateway', name: 'API', group: 'back', calls: 'parallel' },
      { id: 'store', kind: 'cache', name: 'Cache', hitRatio: 0.5 },
      { id: 'db', kind: 'sql-database', name: 'Database', service: { distribution: 'uniform', minMs: 1, maxMs: 4 } },
      { id: 'orders', kind: 'queue', name: 'Orders', deadLetter: 'morgue', maxDeliveries: 3 },
      { id: 'morgue', kind: 'queue', name: 'Dead letters' },
      { id: 'packer', kind: 'worker', name: 'Packer', batch: { max: 5 } },
    ],
    connections: [
      { id: 'web-api', from: 'web', to: 'api' },
      { id: 'api-store', from: 'api', to: 'store' },
      { id: 'store-db', from: 'store', to: 'db' },
      { id: 'api-orders', from: 'api', to: 'orders', mode: 'async' },
      { id: 'orders-packer', from: 'orders', to: 'packer' },
    ],
    objectives: [{ id: 'p95', metric: 'responseMs.p95', at: 'web', below: 200 }],
    scenarios: [
      { id: 'base', durationS: 60, warmupS: 10, arrivals: [{ at: 'web', process: 'poisson', ratePerSecond: 5 }] },
    ],
  };
}

const told = (design: Design): (readonly [rule: string, severity: string, path: string])[] =>
  validateDesign(design).map(({ rule, severity, path }) => [rule, severity, path]);

/** The shop with the value at a path, which may be none that `setAt` lets through. */
function shopWith(path: string, value: unknown): Design {
  const outcome = setAt(shop(), path, value);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

const component = (rest: Partial<Component>): Component => ({ id: 'extra', kind: 'service', ...rest });
const connection = (rest: Partial<Connection>): Connection => ({ id: 'extra', from: 'api', to: 'db', ...rest });

function shopPlus(parts: {
  readonly components?: readonly Component[];
  readonly connections?: readonly Connection[];
  readonly scenario?: Partial<Scenario>;
}): Design {
  const design = shop();
  design.components.push(...(parts.components ?? []));
  design.connections?.push(...(parts.connections ?? []));
  Object.assign(design.scenarios?.[0] ?? {}, parts.scenario);
  return design;
}

describe('a design without a remark', () => {
  it('has no findings', () => {
    expect(validateDesign(shop())).toEqual([]);
  });

  it('needs no more than the format asks for', () => {
    expect(validateDesign({ spandrel: 1, name: 'Empty', components: [] })).toEqual([]);
  });
});

describe('what is named must be there', () => {
  it.each([
    ['components.db.kind', 'sqldatabase', 'unknown-kind', 'did you mean sql-database?'],
    ['components.api.group', 'bakc', 'unknown-reference', 'did you mean back?'],
    ['groups.back.parent', 'frnt', 'unknown-reference', 'did you mean front?'],
    ['connections.web-api.to', 'apo', 'unknown-reference', 'did you mean api?'],
    ['connections.web-api.from', 'wep', 'unknown-reference', 'did you mean web?'],
    ['components.orders.deadLetter', 'morge', 'unknown-reference', 'did you mean morgue?'],
    ['scenarios.base.arrivals.0.at', 'wbe', 'unknown-reference', 'did you mean web?'],
    ['objectives.p95.at', 'wbe', 'unknown-reference', 'did you mean web?'],
    ['objectives.p95.metric', 'responsMs.p95', 'unknown-metric', 'did you mean responseMs.p95?'],
  ])('%s "%s" is an error: %s', (path, value, rule, mend) => {
    const design = shopWith(path, value);
    expect(validateDesign(design).filter(isError)).toEqual([
      expect.objectContaining({ rule, severity: 'error', path, mend }),
    ]);
  });

  it('in faults, rollouts and latencies between groups too', () => {
    const design = shopPlus({
      scenario: {
        faults: [
          { kind: 'outage', at: 'back', fromS: 1, durationS: 1 },
          { kind: 'outage', at: 'nowhere', fromS: 1, durationS: 1 },
          { kind: 'partition', connection: 'web-apo', fromS: 1, durationS: 1 },
        ],
        rollouts: [{ at: 'back', strategy: 'recreate', startS: 1 }],
      },
    });
    design.groupLatencies = [{ from: 'front', to: 'side', latencyMs: 1 }];
    expect(told(design)).toEqual([
      ['unknown-reference', 'error', 'groupLatencies.0.to'],
      ['unknown-reference', 'error', 'scenarios.base.faults.1.at'],
      ['unknown-reference', 'error', 'scenarios.base.faults.2.connection'],
      ['unknown-reference', 'error', 'scenarios.base.rollouts.0.at'],
    ]);
  });

  it('dead letters go to a broker, and to another one', () => {
    expect(told(shopWith('components.orders.deadLetter', 'db'))).toContainEqual([
      'dead-letter',
      'error',
      'components.orders.deadLetter',
    ]);
    expect(told(shopWith('components.orders.deadLetter', 'orders'))).toContainEqual([
      'dead-letter',
      'error',
      'components.orders.deadLetter',
    ]);
  });

  it('an objective may name any figure of the results', () => {
    const metrics = [
      'errorRate',
      'requests.responseMs.mean',
      'components.api.utilisation',
      'connections.web-api.callsPerSecond',
    ];
    for (const metric of metrics) {
      const { at: _at, ...rest } = shop().objectives![0]!;
      expect(told({ ...shop(), objectives: [{ ...rest, metric }] })).toEqual([]);
    }
    const strange = { ...shop(), objectives: [{ id: 'o', metric: 'components.api.utilization', below: 1 }] };
    expect(validateDesign(strange)).toEqual([
      expect.objectContaining({ path: 'objectives.o.metric', mend: 'did you mean components.api.utilisation?' }),
    ]);
  });
});

describe('ids', () => {
  it('stand once in their list; the later ones are told by their place', () => {
    const design = shopPlus({
      components: [component({ id: 'api' }), component({ id: 'api' })],
      connections: [connection({ id: 'web-api' })],
    });
    design.groups?.push({ id: 'back' });
    design.objectives?.push({ id: 'p95', metric: 'errorRate', below: 1 });
    design.scenarios?.push(shop().scenarios![0]!);
    expect(told(design).filter(([rule]) => rule === 'duplicate-id')).toEqual([
      ['duplicate-id', 'error', 'groups.2.id'],
      ['duplicate-id', 'error', 'components.7.id'],
      ['duplicate-id', 'error', 'components.8.id'],
      ['duplicate-id', 'error', 'connections.5.id'],
      ['duplicate-id', 'error', 'objectives.1.id'],
      ['duplicate-id', 'error', 'scenarios.1.id'],
    ]);
  });

  it('keep their form', () => {
    expect(told(shopPlus({ components: [component({ id: '9 lives' })] }))).toContainEqual([
      'bad-id',
      'error',
      'components.9 lives.id',
    ]);
  });
});

describe('cycles', () => {
  it('of synchronous connections are told with the names on the way', () => {
    const design = shopPlus({ connections: [connection({ from: 'db', to: 'api' })] });
    expect(validateDesign(design)).toEqual([
      expect.objectContaining({
        rule: 'synchronous-cycle',
        severity: 'error',
        path: 'connections.extra',
        message: 'synchronous connections form a cycle: API → Cache → Database → API',
      }),
    ]);
  });

  it('through an asynchronous connection are none', () => {
    expect(told(shopPlus({ connections: [connection({ from: 'db', to: 'api', mode: 'async' })] }))).toEqual([]);
  });

  it('through a broker are none: whoever sent the message waits no longer', () => {
    expect(told(shopPlus({ connections: [connection({ from: 'packer', to: 'orders' })] }))).toEqual([]);
  });

  it('of one component are an error where it waits for itself, a warning where its messages never end', () => {
    const loop = (rest: Partial<Connection>): Design =>
      shopPlus({ connections: [connection({ from: 'db', to: 'db', ...rest })] });
    expect(validateDesign(loop({}))).toEqual([
      expect.objectContaining({
        rule: 'self-connection',
        severity: 'error',
        path: 'connections.extra',
        message: expect.stringContaining('cycle') as string,
      }),
    ]);
    expect(told(loop({ mode: 'async' }))).toEqual([['self-connection', 'warning', 'connections.extra']]);
    expect(told(loop({ mode: 'async', calls: 0.5 }))).toEqual([]);
  });

  it('of groups are told once', () => {
    expect(validateDesign(shopWith('groups.front.parent', 'back'))).toEqual([
      expect.objectContaining({ rule: 'group-cycle', severity: 'error', path: 'groups.front.parent' }),
    ]);
  });
});

describe('limits', () => {
  it.each([
    ['components.api.capacity.replicas', -1],
    ['components.api.capacity.concurrency', 0],
    ['components.api.capacity.concurrency', 2.5],
    ['components.api.capacity.queueLimit', 0.5],
    ['components.api.capacity.speed', 0],
    ['components.api.errorRate', 1.01],
    ['components.api.service', { distribution: 'exponential', meanMs: -1 }, 'components.api.service.meanMs'],
    ['components.api.service', { distribution: 'pareto', minMs: 1, shape: 1 }, 'components.api.service.shape'],
    ['components.api.service', { distribution: 'erlang', meanMs: 1, phases: 1.5 }, 'components.api.service.phases'],
    ['components.api.service', { distribution: 'hyperexponential', meanMs: 1, scv: 0.9 }, 'components.api.service.scv'],
    ['components.api.service', { distribution: 'empirical', samplesMs: [] }, 'components.api.service.samplesMs'],
    ['components.api.service', { distribution: 'uniform', minMs: 3, maxMs: 2 }, 'components.api.service.minMs'],
    [
      'components.api.serviceByClass',
      { report: { distribution: 'uniform', minMs: 3, maxMs: 2 } },
      'components.api.serviceByClass.report.minMs',
    ],
    ['components.api.autoscale', { min: 5, max: 3 }, 'components.api.autoscale.min'],
    ['components.api.autoscale', { min: 11 }, 'components.api.autoscale.min'],
    ['connections.web-api.latencyMs', -0.1],
    [
      'connections.web-api.latencyMs',
      { distribution: 'uniform', minMs: 3, maxMs: 2 },
      'connections.web-api.latencyMs.minMs',
    ],
    ['connections.web-api.calls', -1],
    ['connections.web-api.timeoutMs', 0],
    ['connections.web-api.retry', { attempts: 0 }, 'connections.web-api.retry.attempts'],
    ['connections.web-api.retry', { attempts: 1.5 }, 'connections.web-api.retry.attempts'],
    ['scenarios.base.durationS', 0],
    ['scenarios.base.warmupS', 60],
    ['scenarios.base.replications', 0],
    ['scenarios.base.seed', -1],
    ['scenarios.base.arrivals.0.ratePerSecond', -5],
    [
      'scenarios.base.arrivals.0',
      {
        at: 'web',
        process: 'profile',
        points: [
          [0, 1],
          [20, 5],
          [10, 1],
        ],
      },
      'scenarios.base.arrivals.0.points.2.0',
    ],
    [
      'scenarios.base.arrivals.0',
      { at: 'web', process: 'closed', users: 2.5, thinkMs: 1 },
      'scenarios.base.arrivals.0.users',
    ],
    [
      'scenarios.base.arrivals.0',
      { at: 'web', process: 'closed', users: 2, thinkMs: { distribution: 'uniform', minMs: 3, maxMs: 2 } },
      'scenarios.base.arrivals.0.thinkMs.minMs',
    ],
    [
      'scenarios.base.rollouts',
      [{ at: 'api', strategy: 'rolling', startS: 1, maxSurge: 'much' }],
      'scenarios.base.rollouts.0.maxSurge',
    ],
    [
      'scenarios.base.rollouts',
      [{ at: 'api', strategy: 'rolling', startS: 1, maxSurge: 0, maxUnavailable: '0%' }],
      'scenarios.base.rollouts.0.maxSurge',
    ],
  ] as const)('%s: %j is out of range', (path, value, place?: string) => {
    const findings = validateDesign(shopWith(path, value));
    expect(findings.filter(({ rule }) => rule === 'out-of-range' || rule === 'no-arrivals')).toEqual([
      expect.objectContaining({ severity: 'error', path: place ?? path }),
    ]);
    for (const { message, mend } of findings) expect([message, mend]).not.toContain('');
  });

  it.each([
    ['components.api.capacity.replicas', 0],
    ['components.api.capacity.queueLimit', 0],
    ['components.api.service', { distribution: 'exponential', meanMs: 0 }],
    ['components.api.service', { distribution: 'uniform', minMs: 2, maxMs: 2 }],
    ['connections.web-api.latencyMs', 0],
    ['connections.web-api.calls', 0],
    ['scenarios.base.warmupS', 59.9],
    ['scenarios.base.warmupS', 'auto'],
    ['scenarios.base.arrivals.0.ratePerSecond', 0],
  ] as const)('%s: %j is good', (path, value) => {
    expect(validateDesign(shopWith(path, value))).toEqual([]);
  });

  it('a value of a wrong type is told alone', () => {
    expect(told(shopWith('components.api.capacity.replicas', 'many'))).toEqual([
      ['wrong-type', 'error', 'components.api.capacity.replicas'],
    ]);
  });
});

describe('scenarios and reach', () => {
  it('a scenario without arrivals cannot run', () => {
    expect(told(shopWith('scenarios.base.arrivals', []))).toContainEqual([
      'no-arrivals',
      'error',
      'scenarios.base.arrivals',
    ]);
  });

  it('what no request reaches is advice, be it connected or not', () => {
    const design = shopPlus({
      components: [component({}), component({ id: 'island' })],
      connections: [connection({ from: 'extra', to: 'db' })],
    });
    expect(told(design)).toEqual([
      ['unreachable', 'advice', 'components.extra'],
      ['unreachable', 'advice', 'components.island'],
    ]);
  });

  it('a class that no arrival has is advice', () => {
    expect(told(shopWith('connections.web-api.classes', ['report']))).toEqual([
      ['unknown-class', 'advice', 'connections.web-api.classes.0'],
    ]);
  });

  it('an objective has one bound, at a place where requests arrive', () => {
    const { below: _below, ...rest } = shop().objectives![0]!;
    expect(told({ ...shop(), objectives: [rest] })).toEqual([['objective-bound', 'error', 'objectives.p95']]);
    expect(told(shopWith('objectives.p95.above', 3))).toEqual([['objective-bound', 'error', 'objectives.p95']]);
    expect(told(shopWith('objectives.p95.at', 'db'))).toEqual([
      ['objective-not-measured', 'warning', 'objectives.p95.at'],
    ]);
  });
});

describe('keys without effect', () => {
  it.each([
    ['components.api.delivery', 'compete'],
    ['components.api.maxDeliveries', 2],
    ['components.api.deadLetter', 'orders'],
    ['components.api.partitions', 2],
    ['components.api.hitRatio', 0.5],
    ['components.api.need', 2],
    ['components.web.need', 1],
    ['components.db.batch', { max: 2 }],
    ['connections.web-api.payloadKiB', 4],
    ['connections.web-api.bandwidthMbps', 100],
    ['connections.orders-packer.hedge', { afterMs: 5 }],
    ['connections.web-api.retry', { attempts: 1, budgetRatio: 0.1 }, '.budgetRatio'],
  ])('%s is advice', (path, value, below = '') => {
    expect(told(shopWith(path, value))).toEqual([['no-effect', 'advice', `${path}${below}`]]);
  });

  it('unknown keys are advice, and come last', () => {
    const design = shopPlus({ components: [component({})] });
    const text = JSON.stringify(design).replace('"name":"API"', '"nmae":"API"');
    expect(told(JSON.parse(text) as Design)).toEqual([
      ['unreachable', 'advice', 'components.extra'],
      ['unknown-key', 'advice', 'components.api.nmae'],
    ]);
  });
});

describe('validation of any design', () => {
  it('finds no error in designs that hold together, and each path of a finding leads somewhere', () => {
    fc.assert(
      fc.property(randomDesign({ hostileNames: true }), (design) => {
        const findings = validateDesign(design);
        const strange = findings.filter(({ rule }) => rule !== 'dead-letter').filter(isError);
        expect(strange).toEqual([]);
        for (const { path } of findings) expect([path, getAt(design, path) !== undefined]).toEqual([path, true]);
      }),
      { numRuns: 50 },
    );
  });

  it('never throws, whatever one value of a design is replaced with', () => {
    const words = ['components', 'connections', 'scenarios', 'groups', 'objectives', 'name'] as const;
    const junk = fc.oneof(
      fc.anything({ maxDepth: 2 }),
      fc.constant([null]),
      fc.constant([{}]),
      fc.constant([{ id: 1 }]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...words), junk, (word, value) => {
        expect(Array.isArray(validateDesign({ ...shop(), [word]: value } as Design))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
