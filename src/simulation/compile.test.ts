import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design.ts';
import { compileNetwork } from './compile.ts';

const design: Design = {
  spandrel: 1,
  name: 'Small',
  components: [
    { id: 'web', kind: 'web-client' },
    { id: 'api', kind: 'gateway', capacity: { replicas: 2, concurrency: 3, queueLimit: 0 } },
    { id: 'mail', kind: 'topic' },
    { id: 'jobs', kind: 'queue' },
    { id: 'sender', kind: 'worker' },
  ],
  connections: [
    { id: 'jobs-sender', from: 'jobs', to: 'sender', mode: 'async' },
    { id: 'api-jobs', from: 'api', to: 'jobs', mode: 'async' },
    { id: 'web-api', from: 'web', to: 'api', latencyMs: 2, payloadKiB: 1000, bandwidthMbps: 8, timeoutMs: 300 },
    { id: 'api-mail', from: 'api', to: 'mail', retry: { attempts: 3 } },
  ],
  scenarios: [
    {
      id: 'base',
      durationS: 60,
      warmupS: 10,
      arrivals: [
        { at: 'web', process: 'poisson', ratePerSecond: 5, class: 'b' },
        { at: 'api', process: 'deterministic', ratePerSecond: 5 },
        { at: 'web', process: 'closed', users: 3, thinkMs: 100, class: 'a', priority: 2 },
      ],
    },
  ],
};

const network = compileNetwork(design, design.scenarios![0]!);

describe('compileNetwork', () => {
  it('numbers stations by their ids', () => {
    expect(network.stations.map(({ id }) => id)).toEqual(['api', 'jobs', 'mail', 'sender', 'web']);
  });

  it('lays the links of each station side by side, synchronous ones first', () => {
    expect(network.links.map(({ id }) => id)).toEqual(['api-mail', 'api-jobs', 'jobs-sender', 'web-api']);
    expect(network.stations.map(({ firstSync, firstAsync, endLinks }) => [firstSync, firstAsync, endLinks])).toEqual([
      [0, 1, 2],
      [2, 2, 3],
      [3, 3, 3],
      [3, 3, 3],
      [3, 4, 4],
    ]);
  });

  it('keeps the order of the file among the links of one caller', () => {
    const calls = ['z', 'a', 'm'].map((id) => ({ id, from: 'web', to: 'api' }));
    const reordered = compileNetwork({ ...design, connections: calls }, design.scenarios![0]!);
    expect(reordered.links.map(({ id }) => id)).toEqual(['z', 'a', 'm']);
  });

  it('fills in what a missing key means', () => {
    const sender = network.stations[3]!;
    expect(sender).toEqual({
      id: 'sender',
      replicas: 1,
      concurrency: 1,
      queueLimit: Infinity,
      dispatch: 'shared-queue',
      discipline: 'fifo',
      speed: 1,
      service: { distribution: 'deterministic', meanMs: 0 },
      serviceByClass: [null, null],
      blocking: false,
      parallel: false,
      need: Infinity,
      hitRatio: 0,
      errorRate: 0,
      coldStartMs: 0,
      batch: null,
      autoscale: null,
      broker: null,
      firstSync: 3,
      firstAsync: 3,
      endLinks: 3,
    });
    expect(network.stations.map(({ dispatch }) => dispatch === 'shared-queue')).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('knows from the kind what delivers messages, and how', () => {
    expect(network.stations.map(({ broker }) => broker?.delivery ?? null)).toEqual([
      null,
      'compete',
      'broadcast',
      null,
      null,
    ]);
  });

  it('adds payload over bandwidth: 1000 KiB at 8 Mbit/s are 1024 ms', () => {
    expect(network.links[3]!.transferMs).toBe(1024);
    expect(network.links[0]!.transferMs).toBe(0);
  });

  it('names the draws of a stream by its place among those of its component', () => {
    expect(network.streams.map(({ key, at, classIndex, priority }) => [key, at, classIndex, priority])).toEqual([
      ['web/0', 4, 0, 0],
      ['api/0', 0, -1, 0],
      ['web/1', 4, 1, 2],
    ]);
    expect(network.classes).toEqual(['b', 'a']);
  });

  it('adds the latency between groups to what crosses between them, in either direction, also from deep inside', () => {
    const zoned: Design = {
      ...design,
      groups: [{ id: 'zone-a' }, { id: 'rack', parent: 'zone-a' }, { id: 'zone-b' }],
      groupLatencies: [{ from: 'zone-a', to: 'zone-b', latencyMs: 1.5 }],
      components: design.components.map((component) => ({
        ...component,
        group: { web: 'zone-b', api: 'rack', jobs: 'zone-a', sender: 'zone-b' }[component.id],
      })),
    };
    const { links } = compileNetwork(zoned, design.scenarios![0]!);
    // api-mail leaves the zones, api-jobs stays in one, jobs-sender and web-api cross.
    expect(links.map(({ crossingMs }) => crossingMs)).toEqual([0, 0, 1.5, 1.5]);
  });

  it('resolves the group of a fault into the components in it', () => {
    const grouped: Design = {
      ...design,
      groups: [{ id: 'zone-a' }, { id: 'rack', parent: 'zone-a' }],
      components: design.components.map((component) =>
        component.id === 'web' ? { ...component, group: 'zone-a' } : { ...component, group: 'rack' },
      ),
    };
    const faults = [{ kind: 'outage' as const, at: 'zone-a', fromS: 1, durationS: 2 }];
    const compiled = compileNetwork(grouped, { ...design.scenarios![0]!, faults });
    expect(compiled.faults).toEqual(
      [0, 1, 2, 3, 4].map((station) => ({ kind: 'outage', station, fromMs: 1000, untilMs: 3000, replicas: Infinity })),
    );
  });

  it('is plain data that crosses to a thread as it is', () => {
    expect(structuredClone(network)).toEqual(network);
  });
});
