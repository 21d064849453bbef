// A run that cannot end is stopped, and says at which component.
import { describe, expect, it } from 'vitest';
import type { Arrival, Component, Connection } from '../../src/model/design.ts';
import { attempt, call, client, designOf, deterministic, poisson, service } from './measure.ts';

interface Endless {
  readonly components: readonly Component[];
  readonly connections?: readonly Connection[];
  readonly arrivals: readonly Arrival[];
}

async function stop(model: Endless) {
  const outcome = await attempt(designOf(model, { replications: 2 }));
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
