// Java 17: the JDK's own web server and client, so that there is no package and no build tool.
import type { CallDescription, ConsumerDescription, ProducerDescription, ServiceDescription } from '../../service.ts';
import { floating, javaText as text } from '../../literals.ts';
import type { Language } from '../language.ts';
import { indent } from '../source.ts';
import broker from './templates/Broker.java.txt?raw';
import client from './templates/Client.java.txt?raw';
import dockerfile from './templates/Dockerfile.txt?raw';
import handler from './templates/Handler.java.txt?raw';
import healthCheck from './templates/HealthCheck.java.txt?raw';
import main from './templates/Main.java.txt?raw';
import metrics from './templates/Metrics.java.txt?raw';
import policies from './templates/Policies.java.txt?raw';
import policiesTest from './templates/PoliciesTest.java.txt?raw';
import serviceTest from './templates/ServiceTest.java.txt?raw';
import service from './templates/Service.java.txt?raw';
import settings from './templates/Settings.java.txt?raw';

export const java: Language = {
  shared: [
    [settings, 'shared/java/runtime/Settings.java'],
    [policies, 'shared/java/runtime/Policies.java'],
    [policiesTest, 'shared/java/runtime/PoliciesTest.java'],
    [metrics, 'shared/java/runtime/Metrics.java'],
    [client, 'shared/java/runtime/Client.java'],
    [broker, 'shared/java/runtime/Broker.java'],
    [service, 'shared/java/runtime/Service.java'],
  ],
  module: [
    [main, 'Main.java'],
    [handler, 'Handler.java'],
    [healthCheck, 'HealthCheck.java'],
    [serviceTest, 'ServiceTest.java'],
    [dockerfile, 'Dockerfile'],
  ],
  settings: { path: 'ServiceSettings.java', text: settingsOf },
  healthCommand: () => '["java", "-cp", "out", "HealthCheck"]',
  manifests: () => [],
  steps: (services) => [
    { uses: 'actions/setup-java@v4', with: { distribution: 'temurin', 'java-version': '21' } },
    ...services.map(({ folder, name }) => ({ name: `Test ${name}`, run: buildAndRun(folder, 'ServiceTest') })),
  ],
  commands: ({ folder }) => ({ start: buildAndRun(folder, 'Main'), test: buildAndRun(folder, 'ServiceTest') }),
};

function buildAndRun(folder: string, program: string): string {
  const out = `out/${folder}`;
  return `javac -encoding UTF-8 -d ${out} shared/java/runtime/*.java modules/${folder}/*.java && java -cp ${out} ${program}`;
}

function settingsOf(described: ServiceDescription): string {
  const entries = [
    ...[text(described.name), text(described.title), String(described.port), text(described.healthPath)],
    ...[String(described.scheduled), String(described.parallel), String(described.need)],
    list(described.calls.map(callOf)),
    list(described.producers.map(producerOf)),
    list(described.consumers.map(consumerOf)),
    texts(described.secrets),
  ];
  return [
    'import java.util.List;',
    'import runtime.Settings;',
    '',
    '/** What the design says of this service: whom it calls and how, what it sends and takes. */',
    'final class ServiceSettings {',
    '  private ServiceSettings() {}',
    '',
    indent(`static final Settings SETTINGS =\n${indent(made('Settings', entries), '    ')};`, '  '),
    '}',
    '',
  ].join('\n');
}

/** Arguments on lines of their own; Java takes no comma after the last. */
function made(type: string, entries: readonly string[]): string {
  return `new ${type}(\n${indent(entries.join(',\n'), '    ')})`;
}

function list(entries: readonly string[]): string {
  return entries.length === 0 ? 'List.of()' : `List.of(\n${indent(entries.join(',\n'), '    ')})`;
}

function texts(values: readonly string[]): string {
  return `List.of(${values.map(text).join(', ')})`;
}

function callOf(call: CallDescription): string {
  const { breaker } = call;
  return made('Settings.Call', [
    ...[text(call.id), text(call.variable), text(call.address), String(call.waits), floating(call.calls)],
    ...[texts(call.classes), String(call.optional), floating(call.timeoutMs), String(call.attempts)],
    ...[floating(call.backoffMs), floating(call.multiplier), text(call.jitter), floating(call.budgetRatio)],
    ...[floating(call.ratePerSecond), String(call.burst), String(call.bulkhead)],
    breaker === null
      ? 'null'
      : `new Settings.Breaker(${floating(breaker.failureRate)}, ${breaker.minimumCalls}, ${floating(breaker.windowS)}, ${floating(breaker.openS)})`,
  ]);
}

function producerOf({ id, waits, variable, address, channel, calls, classes }: ProducerDescription): string {
  return made('Settings.Producer', [
    ...[text(id), String(waits), text(variable), text(address), text(channel), floating(calls), texts(classes)],
  ]);
}

function consumerOf(consumer: ConsumerDescription): string {
  const { id, variable, address, channel, group, batch, maxDeliveries, deadLetter } = consumer;
  return made('Settings.Consumer', [
    ...[text(id), text(variable), text(address), text(channel), text(group)],
    ...[String(batch), String(maxDeliveries), text(deadLetter)],
  ]);
}
