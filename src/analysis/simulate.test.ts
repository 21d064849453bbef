import { describe, expect, it } from 'vitest';
import type { Design, Scenario } from '../model/design.ts';
import { runReplication } from '../simulation/engine.ts';
import type { ReplicationRecord } from '../simulation/record.ts';
import type { Executor, ExecutorJob } from './executor.ts';
import { simulate } from './simulate.ts';

function designOf(scenario: Partial<Scenario> = {}): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    components: [{ id: 'api', kind: 'gateway', service: { distribution: 'exponential', meanMs: 5 } }],
    scenarios: [
      {
        id: 'weekday',
        durationS: 20,
        replications: 2,
        arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 50 }],
        ...scenario,
      },
      { id: 'sale', durationS: 10, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 90 }] },
    ],
  };
}

/** Runs what it is given at once, and keeps the job. */
class Recorder implements Executor {
  job: ExecutorJob | null = null;

  run(job: ExecutorJob) {
    this.job = job;
    const records: ReplicationRecord[] = [];
    for (let replication = 0; replication < job.replications; replication++) {
      const outcome = runReplication(job.network, replication);
      if (outcome.kind === 'done') records.push(outcome.record);
    }
    return Promise.resolve({ kind: 'done' as const, records, wallMs: 42 });
  }

  close() {
    return Promise.resolve();
  }
}

describe('simulate', () => {
  it('takes the first scenario, and what it says', async () => {
    const outcome = await simulate(designOf({ seed: 9 }), {}, new Recorder());
    expect(outcome).toMatchObject({
      kind: 'done',
      result: { scenario: 'weekday', seed: 9, replications: 2, simulatedS: 20, wallMs: 42 },
    });
  });

  it('takes the scenario that is named, with five replications unless told', async () => {
    const outcome = await simulate(designOf(), { scenario: 'sale' }, new Recorder());
    expect(outcome).toMatchObject({ kind: 'done', result: { scenario: 'sale', replications: 5, simulatedS: 10 } });
  });

  it('takes the options instead of what the scenario says', async () => {
    const recorder = new Recorder();
    const options = { seed: 3, replications: 4, durationS: 8, warmupS: 2 };
    const outcome = await simulate(designOf({ seed: 9, warmupS: 1 }), options, recorder);
    expect(outcome).toMatchObject({ kind: 'done', result: { seed: 3, replications: 4, simulatedS: 8 } });
    expect(recorder.job).toMatchObject({ replications: 4, network: { seed: 3, durationMs: 8000, warmupMs: 2000 } });
  });

  it('leaves the design as it was', async () => {
    const design = designOf();
    const before = JSON.stringify(design);
    await simulate(design, { durationS: 1 }, new Recorder());
    expect(JSON.stringify(design)).toBe(before);
  });

  it('passes progress and the wish to cancel on', async () => {
    const recorder = new Recorder();
    const hooks = { onProgress: () => undefined, isCancelled: () => false };
    await simulate(designOf(), {}, recorder, hooks);
    expect(recorder.job).toMatchObject(hooks);
  });

  it('hands on that the run was cancelled, or cannot end', async () => {
    const cancelled: Executor = { run: () => Promise.resolve({ kind: 'cancelled' }), close: () => Promise.resolve() };
    expect(await simulate(designOf(), {}, cancelled)).toEqual({ kind: 'cancelled' });
    const finding = { rule: 'endless', severity: 'error', path: 'components.api', message: 'x', mend: 'y' } as const;
    const stopped: Executor = {
      run: () => Promise.resolve({ kind: 'stopped', finding }),
      close: () => Promise.resolve(),
    };
    expect(await simulate(designOf(), {}, stopped)).toEqual({ kind: 'failed', findings: [finding] });
  });
});

describe('a warm-up that is to be found', () => {
  it('is found by a pilot, and told', async () => {
    const jobs: ExecutorJob[] = [];
    const recorder = new Recorder();
    const executor: Executor = {
      run: (job) => {
        jobs.push(job);
        return recorder.run(job);
      },
      close: () => Promise.resolve(),
    };
    const told: number[] = [];
    const outcome = await simulate(designOf({ warmupS: 'auto' }), {}, executor, {
      onProgress: ({ fraction }) => told.push(fraction),
    });
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const [pilot, run] = jobs;
    expect([pilot?.replications, run?.replications]).toEqual([1, 2]);
    expect([pilot?.network.findsWarmup, run?.network.findsWarmup]).toEqual([true, false]);
    expect(run?.network.warmupMs).toBe(outcome.result.warmupS * 1000);
    expect(outcome.result.warmupS).toBeLessThanOrEqual(10);
    expect(outcome.result.notes.map(({ rule }) => rule)).toContain('warmup-found');
    pilot?.onProgress?.({ fraction: 1, replicationsDone: 1, replications: 1 });
    run?.onProgress?.({ fraction: 0, replicationsDone: 0, replications: 2 });
    run?.onProgress?.({ fraction: 1, replicationsDone: 2, replications: 2 });
    expect(told).toEqual([1 / 3, 1 / 3, 1]);
  });
});

describe('what stands in the way', () => {
  const failures: readonly [string, Design, Parameters<typeof simulate>[1], string, RegExp][] = [
    ['an unknown scenario, with the nearest', designOf(), { scenario: 'weekdya' }, 'scenarios.weekdya', /weekday/],
    ['no scenario', { ...designOf(), scenarios: [] }, {}, 'scenarios', /add a scenario/i],
    ['no scenario of that name or any', { ...designOf(), scenarios: [] }, { scenario: 'x' }, 'scenarios', /add/i],
    ['an option out of range', designOf(), { replications: 0 }, 'scenarios.weekday.replications', /1/],
    ['a warm-up as long as the run', designOf(), { warmupS: 20 }, 'scenarios.weekday.warmupS', /\w/],
    ['an error in the design', { ...designOf(), components: [] }, {}, '', /\w/],
  ];

  it.each(failures)('%s', async (_, design, options, path, mend) => {
    const recorder = new Recorder();
    const outcome = await simulate(design, options, recorder);
    if (outcome.kind !== 'failed') throw new Error(outcome.kind);
    expect(outcome.findings.length).toBeGreaterThan(0);
    for (const finding of outcome.findings) {
      expect(finding.severity).toBe('error');
      expect(finding.mend).toMatch(mend);
    }
    if (path !== '') expect(outcome.findings[0]?.path).toBe(path);
    expect(recorder.job).toBeNull();
  });
});
