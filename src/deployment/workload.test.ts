import { describe, expect, it } from 'vitest';
import type { Component, Connection, Design } from '../model/design.ts';
import { workloads, type DeployedComponent } from './workload.ts';

function designOf(components: Component[], connections: Connection[] = [], rest: Partial<Design> = {}): Design {
  return { spandrel: 1, name: 'Shop & Co', components, connections, ...rest };
}

function deployed(design: Design): readonly DeployedComponent[] {
  const made = workloads(design);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return made.value;
}

const only = (design: Design, id: string): DeployedComponent => {
  const found = deployed(design).find((workload) => workload.id === id);
  if (!found) throw new Error(`${id} is not deployed`);
  return found;
};

const rules = (design: Design) => {
  const made = workloads(design);
  return (made.ok ? made.notes : made.findings).map(({ rule, path }) => `${rule} ${path}`);
};

describe('workloads', () => {
  it('are drawn from the kind where the component says nothing', () => {
    const { facts, kind, ...workload } = only(designOf([{ id: 'main_DB', kind: 'sql-database' }]), 'main_DB');
    expect([facts.user, facts.isRootReadOnly, kind.key]).toEqual([999, true, 'sql-database']);
    expect(workload).toEqual({
      id: 'main_DB',
      name: 'main-db',
      title: 'main_DB',
      type: 'stateful',
      image: 'postgres:16',
      args: [],
      port: 5432,
      healthPath: null,
      env: { PGDATA: '/var/lib/postgresql/data/pgdata' },
      secrets: ['POSTGRES_PASSWORD'],
      calls: [],
      files: [],
      replicas: 1,
      resources: { cpu: null, memoryMiB: null },
      autoscale: null,
      strategy: 'rolling',
      storage: { path: '/var/lib/postgresql/data', sizeGiB: 20 },
      isExposed: false,
      everyS: null,
    });
  });

  it('take what the component says over what the kind says', () => {
    const api = only(
      designOf([
        {
          id: 'api',
          kind: 'service',
          name: ' The\u0000 API ',
          capacity: { replicas: 3 },
          resources: { cpu: 0.5, memoryMiB: 256 },
          autoscale: { max: 5 },
          rollout: { strategy: 'recreate' },
          runtime: { image: 'me/api:2', port: 9000, healthPath: 'live', env: { A: 'x' }, secrets: ['KEY', 'KEY'] },
        },
      ]),
      'api',
    );
    expect(api).toMatchObject({
      title: 'The\uFFFD API',
      image: 'me/api:2',
      port: 9000,
      healthPath: '/live',
      env: { A: 'x' },
      secrets: ['KEY'],
      replicas: 3,
      resources: { cpu: 0.5, memoryMiB: 256 },
      strategy: 'recreate',
    });
    expect(api.autoscale).toEqual({
      metric: 'utilisation',
      target: 0.6,
      min: 1,
      max: 5,
      periodS: 15,
      startupS: 0,
      stabilisationDownS: 300,
      tolerance: 0.1,
    });
  });

  it('without an image get one of the project, and a warning says so', () => {
    const design = designOf([{ id: 'API_1', kind: 'service' }]);
    expect(only(design, 'API_1').image).toBe('registry.example.com/shop-co/api-1:latest');
    expect(rules(design)).toEqual(['image-assumed components.API_1.runtime.image']);
  });

  it('do not hold what runs elsewhere, and tell only of what is lost by it', () => {
    const design = designOf([
      { id: 'web', kind: 'web-client' },
      { id: 'bank', kind: 'external-system', resources: { cpu: 1 } },
      { id: 'cache', kind: 'cache' },
    ]);
    expect(deployed(design).map(({ id }) => id)).toEqual(['cache']);
    expect(rules(design)).toEqual(['not-deployed components.bank.resources']);
  });

  it('are refused where two share a name or a name cannot be one', () => {
    const design = designOf(
      ['a_b', 'A-b', 'c-', 'x'.repeat(63)].map((id) => ({ id, kind: 'cache' })),
      [],
    );
    expect(rules(design)).toEqual(['object-name-clash components.A-b.id', 'object-name components.c-.id']);
  });

  it('are refused for an image that is no image, an unknown kind, and settings that cannot be set', () => {
    const runtime = { image: 'My Image', env: { 'a b': '1', OK: 'half \uD800' }, secrets: ['1ST'] };
    const design = designOf([
      { id: 'a', kind: 'service', runtime },
      { id: 'b', kind: 'servce' },
    ]);
    expect(rules(design)).toEqual([
      'image-name components.a.runtime.image',
      'environment-name components.a.runtime',
      'environment-name components.a.runtime',
      'environment-value components.a.runtime.env.OK',
      'unknown-kind components.b.kind',
    ]);
  });

  it('never carry the value of a setting that looks like a secret', () => {
    const env = {
      LOG_LEVEL: 'info',
      DB_PASSWORD: 'hunter2',
      apiKey: 'k-123',
      UPSTREAM: 'postgres://me:hunter2@db/shop',
      TOKEN_TTL: '60',
      PUBLIC_URL: 'https://shop.example.com:8443/a@b',
    };
    const design = designOf([{ id: 'api', kind: 'service', runtime: { image: 'me/api:1', env } }]);
    const api = only(design, 'api');
    expect(api.env).toEqual({
      LOG_LEVEL: 'info',
      TOKEN_TTL: '60',
      PUBLIC_URL: 'https://shop.example.com:8443/a@b',
    });
    expect(api.secrets).toEqual(['DB_PASSWORD', 'apiKey', 'UPSTREAM']);
    expect(rules(design)).toEqual([
      'secret-in-env components.api.runtime.env.DB_PASSWORD',
      'secret-in-env components.api.runtime.env.apiKey',
      'secret-in-env components.api.runtime.env.UPSTREAM',
    ]);
    expect(JSON.stringify(workloads(design))).not.toMatch(/hunter2|k-123/);
  });

  it('are exposed where somebody outside calls them, or requests arrive at a gateway', () => {
    const arrival = (at: string) => ({ at, process: 'poisson' as const, ratePerSecond: 1 });
    const design = designOf(
      [
        { id: 'web', kind: 'web-client' },
        { id: 'api', kind: 'service' },
        { id: 'lb', kind: 'load-balancer' },
        { id: 'inner', kind: 'service' },
      ],
      [
        { id: 'a', from: 'web', to: 'api' },
        { id: 'b', from: 'api', to: 'inner' },
      ],
      { scenarios: [{ id: 's', durationS: 1, arrivals: [arrival('lb'), arrival('inner')] }] },
    );
    expect(deployed(design).map(({ id, isExposed }) => [id, isExposed])).toEqual([
      ['api', true],
      ['lb', true],
      ['inner', false],
    ]);
  });

  it('know how often a task is started, where a scenario tells', () => {
    const scenarios = [
      { id: 's', durationS: 1, arrivals: [{ at: 'tick', process: 'deterministic' as const, ratePerSecond: 1 / 300 }] },
    ];
    expect(only(designOf([{ id: 'tick', kind: 'scheduler' }], [], { scenarios }), 'tick').everyS).toBeCloseTo(300, 9);
    expect(only(designOf([{ id: 'tick', kind: 'scheduler' }]), 'tick').everyS).toBeNull();
  });
});

describe('the services that a workload calls', () => {
  const connection = (from: string, to: string, protocol?: string): Connection => ({
    id: `${from}-${to}`,
    from,
    to,
    ...(protocol === undefined ? {} : { protocol }),
  });

  it('are told to it by address, in the protocol that they speak', () => {
    const design = designOf(
      [
        { id: 'api', kind: 'service', runtime: { image: 'me/api:1' } },
        ...['auth-v2', 'plain', 'rest'].map((id) => ({ id, kind: 'service', runtime: { image: 'me/x:1', port: 81 } })),
        { id: 'db', kind: 'sql-database' },
        { id: 'cache', kind: 'cache' },
        { id: 'mq', kind: 'queue' },
        { id: 'docs', kind: 'document-database', runtime: { image: 'mirror.example.com/library/mongo:8' } },
      ],
      [
        connection('api', 'auth-v2', 'gRPC'),
        connection('api', 'plain'),
        connection('api', 'rest', 'REST/gRPC'),
        connection('api', 'db', 'sql'),
        connection('api', 'cache', 'tcp'),
        connection('api', 'mq', 'amqp'),
        connection('api', 'docs'),
        { ...connection('api', 'db'), id: 'again' },
        connection('api', 'api'),
        connection('api', 'nowhere'),
      ],
    );
    expect(only(design, 'api').env).toEqual({
      AUTH_V2_URL: 'grpc://auth-v2:81',
      PLAIN_URL: 'http://plain:81',
      REST_URL: 'http://rest:81',
      DB_URL: 'postgresql://db:5432',
      CACHE_URL: 'redis://cache:6379',
      MQ_URL: 'amqp://mq:5672',
      DOCS_URL: 'mongodb://docs:27017',
    });
  });

  it('stand back behind an address of its own', () => {
    const runtime = { image: 'me/api:1', env: { DB_URL: 'jdbc:postgresql://db:5432/shop' } };
    const design = designOf(
      [
        { id: 'api', kind: 'service', runtime },
        { id: 'db', kind: 'sql-database' },
      ],
      [connection('api', 'db')],
    );
    expect(only(design, 'api').env).toEqual({ DB_URL: 'jdbc:postgresql://db:5432/shop' });
  });

  it('hold the broker of a consumer, since a broker calls nobody', () => {
    const design = designOf(
      [
        { id: 'jobs', kind: 'queue' },
        { id: 'mailer', kind: 'worker', runtime: { image: 'me/mailer:1' } },
      ],
      [connection('jobs', 'mailer')],
    );
    expect(only(design, 'mailer').env).toEqual({ JOBS_URL: 'amqp://jobs:5672' });
    expect(only(design, 'jobs').calls).toEqual([]);
  });

  it('lack what nobody can be told, with a warning unless the design tells it', () => {
    const image = 'me/x:1';
    const design = designOf(
      [
        { id: 'api', kind: 'service', runtime: { image } },
        { id: 'told', kind: 'service', runtime: { image, env: { BANK_URL: 'https://bank.example.com' } } },
        { id: 'bank', kind: 'external-system' },
        { id: 'phone', kind: 'mobile-client' },
        { id: 'tick', kind: 'scheduler', runtime: { image } },
        { id: 'events', kind: 'topic' },
        { id: 'jobs', kind: 'queue' },
      ],
      [
        connection('api', 'bank'),
        connection('told', 'bank'),
        connection('api', 'phone'),
        connection('api', 'tick'),
        connection('events', 'jobs'),
        connection('bank', 'api'),
      ],
    );
    expect(rules(design)).toEqual([
      'address-unknown components.api.runtime.env',
      'not-callable connections.api-tick',
      'broker-binding connections.events-jobs',
    ]);
  });

  it('are what a ready proxy is set to lead to', () => {
    const design = designOf(
      [
        { id: 'lb', kind: 'load-balancer' },
        { id: 'api', kind: 'service', runtime: { image: 'me/api:1' } },
        { id: 'db', kind: 'sql-database' },
      ],
      [connection('lb', 'api'), connection('lb', 'db')],
    );
    const [settings, ...others] = only(design, 'lb').files;
    expect(others).toEqual([]);
    expect(settings?.path).toBe('/etc/nginx/conf.d/default.conf');
    expect(settings?.text).toContain('upstream services {\n  server api:8080;\n}');
    expect(settings?.text).toContain('listen 80;');
  });
});
