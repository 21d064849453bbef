// A run that cannot end is stopped, and says at which component.
import { describe, expect, it } from 'vitest';
import type { Arrival, Component, Connection, Scenario } from '../../src/model/design.ts';
import { compileNetwork } from '../../src/simulation/compile.ts';
import { runReplication } from '../../src/simulation/engine.ts';
import { attempt, call, client, designOf, deterministic, poisson, service } from './measure.ts';

interface Endless {
  readonly components: readonly Component[];
  readonly connections?: readonly Connection[];
  readonly arrivals: readonly Arrival[];
}

async function stop(model: Endless, scenario: Partial<Scenario> = {}) {
  const outcome = await attempt(designOf(model, { replications: 2, ...scenario }));
  if (outcome.kind !== 'failed') throw new Error(`It ended: ${outcome.kind}`);
  return outcome.findings;
}

const instant = (id: string): Component => service(id, 0, { service: deterministic(0) });

describe('more than a million events at one simulated time', () => {
  it('users who neither think nor wait', async () => {
    const findings = await stop({
      components: [instant('api')],
      arrivals: [{ at: 'api', process: 'closed', users: 1, thinkMs: 0 }],
    });
    expect(findings).toEqual([expect.objectContaining({ severity: 'error', path: 'components.api' })]);
  });

  it('the same through a chain of calls, some of them to a callee that always fails', async () => {
    const findings = await stop({
      components: [client('web'), instant('api'), service('store', 0, { service: deterministic(0), errorRate: 1 })],
      connections: [call('web', 'api'), call('api', 'store', { retry: { attempts: 3 } })],
      arrivals: [{ at: 'web', process: 'closed', users: 5, thinkMs: 0 }],
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.path).toMatch(/^components\.(web|api|store)$/);
  });

  it('a request that calls an instant callee a million times', async () => {
    const findings = await stop({
      components: [client('web'), instant('api')],
      connections: [call('web', 'api', { calls: 1_000_000 })],
      arrivals: [poisson('web', 10)],
    });
    expect(findings).toHaveLength(1);
  });
});

/** `aa` comes first by its id, and has nothing to do with it. */
const bystander: Component = { ...service('aa', 1), autoscale: {} };

describe('changes of the capacity that come without end', () => {
  it('a component that crashes and is repaired at once, all the time: refused before the run', async () => {
    const model = { components: [bystander, service('api', 1)], arrivals: [poisson('api', 10)] };
    const findings = await stop(model, { faults: [{ kind: 'crashes', at: 'api', mtbfS: 1e-300, mttrS: 0 }] });
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'too-often', severity: 'error', path: 'scenarios.base.faults.0.mtbfS' }),
    ]);
  });

  it('an autoscaler that decides every nanosecond: refused before the run', async () => {
    const scaled: Component = { ...service('api', 1), autoscale: { periodS: 1e-9 } };
    const findings = await stop({ components: [bystander, scaled], arrivals: [poisson('api', 10)] });
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'too-often', path: 'components.api.autoscale.periodS' }),
    ]);
  });

  it('a rollout with more steps at one moment than can be: ends, and names the component', async () => {
    const steps = Array.from({ length: 30_000 }, () => ({ weight: 0.5, holdS: 0 }));
    const findings = await stop(
      { components: [bystander, service('api', 1)], arrivals: [poisson('api', 10)] },
      { rollouts: [{ at: 'api', strategy: 'canary', startS: 1, steps }] },
    );
    expect(findings).toEqual([expect.objectContaining({ rule: 'endless-instant', path: 'components.api' })]);
  });

  it('crashes so near to each other that the clock stands still, where nothing has looked at the design before', () => {
    const { scenarios, ...design } = designOf({
      components: [bystander, service('api', 1)],
      arrivals: [poisson('api', 10)],
    });
    const faults = [{ kind: 'crashes' as const, at: 'api', mtbfS: 1e-300, mttrS: 0 }];
    const network = compileNetwork(design, { ...scenarios![0]!, faults });
    expect(runReplication(network, 0)).toMatchObject({
      kind: 'stopped',
      finding: { rule: 'endless-instant', path: 'components.api' },
    });
  });

  it('an autoscaler of a thousand decisions a second is no trouble', async () => {
    const scaled: Component = { ...service('api', 1), autoscale: { periodS: 0.001, stabilisationDownS: 300 } };
    const outcome = await attempt(
      designOf(
        { components: [scaled], arrivals: [poisson('api', 10)] },
        { durationS: 400, warmupS: 0, replications: 1 },
      ),
    );
    expect(outcome.kind).toBe('done');
  });
});

describe('more than ten million requests in flight', () => {
  it('a queue without bound that gets more than it can serve', async () => {
    const findings = await stop({ components: [service('api', 1000)], arrivals: [poisson('api', 10_000_000)] });
    expect(findings).toEqual([expect.objectContaining({ severity: 'error', path: 'components.api' })]);
  });
});

it('an instant service under a real load ends as ever', async () => {
  const outcome = await attempt(
    designOf({ components: [instant('api')], arrivals: [poisson('api', 1000)] }, { durationS: 30, warmupS: 0 }),
  );
  expect(outcome.kind).toBe('done');
});
