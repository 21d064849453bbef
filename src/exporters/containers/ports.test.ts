import { expect, it } from 'vitest';
import { workloads } from '../../deployment/workload.ts';
import { hostPorts } from './ports.ts';

it('gives each its own port, one for each replica, and the next free ones where they are taken', () => {
  const component = (id: string, port: number, replicas = 1) => ({
    id,
    kind: 'service',
    capacity: { replicas },
    runtime: { image: 'me/x:1', port },
  });
  const components = [component('a', 8080, 3), component('b', 8081), component('c', 65_535, 2)];
  const made = workloads({ spandrel: 1, name: 'Test', components });
  if (!made.ok) throw new Error('refused');
  const { of, findings } = hostPorts(made.value, ({ replicas }) => replicas);
  expect([...of]).toEqual([
    ['a', { first: 8080, last: 8082 }],
    ['b', { first: 8083, last: 8083 }],
  ]);
  expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    'host-port-moved components.b.runtime.port',
    'no-host-port components.c.runtime.port',
  ]);
});
