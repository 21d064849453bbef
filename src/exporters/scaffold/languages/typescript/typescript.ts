// TypeScript on Node: no package at run time, the compiler and Node's types to build.
import { NO_LIMIT, type CallDescription, type ConsumerDescription } from '../../service.ts';
import type { ProducerDescription, ServiceDescription } from '../../service.ts';
import { decimal, typescriptText as text } from '../../literals.ts';
import type { Language } from '../language.ts';
import { block } from '../source.ts';
import broker from './templates/broker.ts.txt?raw';
import client from './templates/client.ts.txt?raw';
import dockerfile from './templates/Dockerfile.txt?raw';
import handler from './templates/handler.ts.txt?raw';
import main from './templates/main.ts.txt?raw';
import metrics from './templates/metrics.ts.txt?raw';
import policies from './templates/policies.ts.txt?raw';
import policiesTest from './templates/policies.test.ts.txt?raw';
import redis from './templates/redis.ts.txt?raw';
import serviceTest from './templates/service.test.ts.txt?raw';
import service from './templates/service.ts.txt?raw';
import settings from './templates/settings.ts.txt?raw';

export const typescript: Language = {
  shared: [
    [settings, 'shared/typescript/settings.ts'],
    [policies, 'shared/typescript/policies.ts'],
    [policiesTest, 'shared/typescript/policies.test.ts'],
    [metrics, 'shared/typescript/metrics.ts'],
    [client, 'shared/typescript/client.ts'],
    [redis, 'shared/typescript/redis.ts'],
    [broker, 'shared/typescript/broker.ts'],
    [service, 'shared/typescript/service.ts'],
  ],
  module: [
    [main, 'main.ts'],
    [handler, 'handler.ts'],
    [serviceTest, 'service.test.ts'],
    [dockerfile, 'Dockerfile'],
  ],
  settings: { path: 'settings.ts', text: settingsOf },
  healthCommand: ({ port, healthPath }) =>
    `["node", "-e", "fetch('http://127.0.0.1:${port}${healthPath}').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]`,
  manifests: (project, services) => [
    { path: 'package.json', text: json(packageOf(project, services)) },
    { path: 'tsconfig.json', text: json(TSCONFIG) },
  ],
  steps: () => [
    { uses: 'actions/setup-node@v4', with: { 'node-version': '22' } },
    { name: 'Install', run: 'npm install --no-audit --no-fund' },
    { name: 'Build and test', run: 'npm test' },
  ],
  commands: ({ folder }) => ({
    start: `npm install && npm run build && node dist/modules/${folder}/main.js`,
    test: `npm run build && node --test dist/modules/${folder}/service.test.js`,
  }),
};

function packageOf(project: string, services: readonly ServiceDescription[]): object {
  const tests = services.map(({ folder }) => `dist/modules/${folder}/service.test.js`);
  return {
    name: project,
    version: '0.1.0',
    private: true,
    type: 'module',
    engines: { node: '>=20' },
    scripts: {
      build: 'tsc -p tsconfig.json',
      test: `npm run build && node --test dist/shared/typescript/policies.test.js ${tests.join(' ')}`,
    },
    devDependencies: { '@types/node': '20.19.43', typescript: '6.0.3' },
  };
}

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    rootDir: '.',
    outDir: 'dist',
  },
  include: ['modules/**/*.ts', 'shared/typescript/**/*.ts'],
};

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function settingsOf(described: ServiceDescription): string {
  const entries = [
    `name: ${text(described.name)}`,
    `title: ${text(described.title)}`,
    `port: ${described.port}`,
    `healthPath: ${text(described.healthPath)}`,
    `scheduled: ${described.scheduled}`,
    `parallel: ${described.parallel}`,
    `need: ${described.need}`,
    `calls: ${block('[', described.calls.map(callOf), ']', '  ')}`,
    `producers: ${block('[', described.producers.map(producerOf), ']', '  ')}`,
    `consumers: ${block('[', described.consumers.map(consumerOf), ']', '  ')}`,
    `secrets: ${texts(described.secrets)}`,
  ];
  return [
    '// What the design says of this service: whom it calls and how, what it sends and takes.',
    `import type { Settings } from '../../shared/typescript/settings.js';`,
    '',
    `export const settings: Settings = ${block('{', entries, '}', '  ')};`,
    '',
  ].join('\n');
}

function texts(values: readonly string[]): string {
  return `[${values.map(text).join(', ')}]`;
}

function callOf(call: CallDescription): string {
  const breaker = call.breaker === null ? 'null' : record(call.breaker);
  return block(
    '{',
    [
      ...[`id: ${text(call.id)}`, `variable: ${text(call.variable)}`, `address: ${text(call.address)}`],
      ...[`waits: ${call.waits}`, `calls: ${decimal(call.calls)}`, `classes: ${texts(call.classes)}`],
      ...[`optional: ${call.optional}`, `timeoutMs: ${limit(call.timeoutMs)}`, `attempts: ${call.attempts}`],
      ...[`backoffMs: ${decimal(call.backoffMs)}`, `multiplier: ${decimal(call.multiplier)}`],
      ...[`jitter: ${text(call.jitter)}`, `budgetRatio: ${limit(call.budgetRatio)}`],
      ...[`ratePerSecond: ${limit(call.ratePerSecond)}`, `burst: ${call.burst}`, `bulkhead: ${limit(call.bulkhead)}`],
      `breaker: ${breaker}`,
    ],
    '}',
    '  ',
  );
}

function producerOf({ id, waits, variable, address, channel, calls, classes }: ProducerDescription): string {
  const entries = [
    ...[`id: ${text(id)}`, `waits: ${waits}`, `variable: ${text(variable)}`, `address: ${text(address)}`],
    ...[`channel: ${text(channel)}`, `calls: ${decimal(calls)}`, `classes: ${texts(classes)}`],
  ];
  return block('{', entries, '}', '  ');
}

function consumerOf(consumer: ConsumerDescription): string {
  const entries = [
    ...[`id: ${text(consumer.id)}`, `variable: ${text(consumer.variable)}`, `address: ${text(consumer.address)}`],
    ...[`channel: ${text(consumer.channel)}`, `group: ${text(consumer.group)}`, `batch: ${consumer.batch}`],
    ...[`maxDeliveries: ${consumer.maxDeliveries}`, `deadLetter: ${text(consumer.deadLetter)}`],
  ];
  return block('{', entries, '}', '  ');
}

function record(values: object): string {
  const entries = Object.entries(values).map(([key, value]) => `${key}: ${decimal(Number(value))}`);
  return `{ ${entries.join(', ')} }`;
}

function limit(value: number): string {
  return value === NO_LIMIT ? '-1' : decimal(value);
}
