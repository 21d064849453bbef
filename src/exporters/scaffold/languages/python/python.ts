// Python: its own library alone, so that there is nothing to install.
import type { CallDescription, ConsumerDescription, ProducerDescription, ServiceDescription } from '../../service.ts';
import { floating, longEscapedText as text } from '../../literals.ts';
import type { Language, Row } from '../language.ts';
import { block } from '../source.ts';
import broker from './templates/broker.py.txt?raw';
import client from './templates/client.py.txt?raw';
import dockerfile from './templates/Dockerfile.txt?raw';
import handler from './templates/handler.py.txt?raw';
import init from './templates/init.py.txt?raw';
import main from './templates/main.py.txt?raw';
import metrics from './templates/metrics.py.txt?raw';
import policies from './templates/policies.py.txt?raw';
import policiesTest from './templates/policies_test.py.txt?raw';
import serviceTest from './templates/service_test.py.txt?raw';
import service from './templates/service.py.txt?raw';
import settings from './templates/settings.py.txt?raw';

/** Also what hosts the programs of HypnoScript. */
export const pythonShared: readonly Row[] = [
  [init, 'shared/python/runtime/__init__.py'],
  [settings, 'shared/python/runtime/settings.py'],
  [policies, 'shared/python/runtime/policies.py'],
  [metrics, 'shared/python/runtime/metrics.py'],
  [client, 'shared/python/runtime/client.py'],
  [broker, 'shared/python/runtime/broker.py'],
  [service, 'shared/python/runtime/service.py'],
  [policiesTest, 'shared/python/policies_test.py'],
];

export const pythonMain: Row = [main, 'main.py'];
export const pythonServiceTest: Row = [serviceTest, 'service_test.py'];

export const python: Language = {
  shared: pythonShared,
  module: [pythonMain, [handler, 'handler.py'], pythonServiceTest, [dockerfile, 'Dockerfile']],
  settings: { path: 'service_settings.py', text: pythonSettings },
  healthCommand: pythonHealthCommand,
  manifests: () => [],
  steps: (services) => [
    { uses: 'actions/setup-python@v5', with: { 'python-version': '3.13' } },
    { name: 'Policies', run: 'python3 shared/python/policies_test.py' },
    ...services.map(({ folder, name }) => ({ name: `Test ${name}`, run: `python3 modules/${folder}/service_test.py` })),
  ],
  commands: ({ folder }) => ({
    start: `python3 modules/${folder}/main.py`,
    test: `python3 modules/${folder}/service_test.py`,
  }),
};

export function pythonHealthCommand({ port, healthPath }: ServiceDescription): string {
  return `["python3", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:${port}${healthPath}', timeout=2)"]`;
}

/** The description of a service as Python. */
export function pythonSettings(described: ServiceDescription): string {
  const entries = [
    `name=${text(described.name)}`,
    `title=${text(described.title)}`,
    `port=${described.port}`,
    `health_path=${text(described.healthPath)}`,
    `scheduled=${truth(described.scheduled)}`,
    `parallel=${truth(described.parallel)}`,
    `need=${described.need}`,
    `calls=${block('(', described.calls.map(callOf), ')', '    ')}`,
    `producers=${block('(', described.producers.map(producerOf), ')', '    ')}`,
    `consumers=${block('(', described.consumers.map(consumerOf), ')', '    ')}`,
    `secrets=${texts(described.secrets)}`,
  ];
  return [
    '"""What the design says of this service: whom it calls and how, what it sends and takes."""',
    '',
    'from runtime.settings import Breaker, Call, Consumer, Producer, Settings  # noqa: F401',
    '',
    `SETTINGS = ${block('Settings(', entries, ')', '    ')}`,
    '',
  ].join('\n');
}

function truth(value: boolean): string {
  return value ? 'True' : 'False';
}

function texts(values: readonly string[]): string {
  return `(${values.map((value) => `${text(value)},`).join(' ')})`;
}

function callOf(call: CallDescription): string {
  const { breaker } = call;
  const entries = [
    ...[text(call.id), text(call.variable), text(call.address)],
    ...[`waits=${truth(call.waits)}`, `calls=${floating(call.calls)}`, `classes=${texts(call.classes)}`],
    ...[`optional=${truth(call.optional)}`, `timeout_ms=${floating(call.timeoutMs)}`, `attempts=${call.attempts}`],
    ...[`backoff_ms=${floating(call.backoffMs)}`, `multiplier=${floating(call.multiplier)}`],
    ...[`jitter=${text(call.jitter)}`, `budget_ratio=${floating(call.budgetRatio)}`],
    ...[`rate_per_second=${floating(call.ratePerSecond)}`, `burst=${call.burst}`, `bulkhead=${call.bulkhead}`],
    breaker === null
      ? 'breaker=None'
      : `breaker=Breaker(${floating(breaker.failureRate)}, ${breaker.minimumCalls}, ${floating(breaker.windowS)}, ${floating(breaker.openS)})`,
  ];
  return block('Call(', entries, ')', '    ');
}

function producerOf({ id, waits, variable, address, channel, calls, classes }: ProducerDescription): string {
  const entries = [
    ...[text(id), truth(waits), text(variable), text(address), text(channel)],
    ...[`calls=${floating(calls)}`, `classes=${texts(classes)}`],
  ];
  return block('Producer(', entries, ')', '    ');
}

function consumerOf(consumer: ConsumerDescription): string {
  const { id, variable, address, channel, group, batch, maxDeliveries, deadLetter } = consumer;
  const entries = [
    ...[text(id), text(variable), text(address), text(channel), text(group)],
    ...[`batch=${batch}`, `max_deliveries=${maxDeliveries}`, `dead_letter=${text(deadLetter)}`],
  ];
  return block('Consumer(', entries, ')', '    ');
}
