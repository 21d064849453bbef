// Go: its own library alone, one module for the project.
import type { CallDescription, ConsumerDescription, ProducerDescription, ServiceDescription } from '../../service.ts';
import { decimal, longEscapedText as text } from '../../literals.ts';
import type { Language } from '../language.ts';
import { block } from '../source.ts';
import broker from './templates/broker.go.txt?raw';
import client from './templates/client.go.txt?raw';
import dockerfile from './templates/Dockerfile.txt?raw';
import handler from './templates/handler.go.txt?raw';
import mainTest from './templates/main_test.go.txt?raw';
import main from './templates/main.go.txt?raw';
import metrics from './templates/metrics.go.txt?raw';
import policies from './templates/policies.go.txt?raw';
import policiesTest from './templates/policies_test.go.txt?raw';
import redis from './templates/redis.go.txt?raw';
import service from './templates/service.go.txt?raw';
import settings from './templates/settings.go.txt?raw';

export const go: Language = {
  shared: [
    [settings, 'shared/golang/runtime/settings.go'],
    [policies, 'shared/golang/runtime/policies.go'],
    [policiesTest, 'shared/golang/runtime/policies_test.go'],
    [metrics, 'shared/golang/runtime/metrics.go'],
    [client, 'shared/golang/runtime/client.go'],
    [redis, 'shared/golang/runtime/redis.go'],
    [broker, 'shared/golang/runtime/broker.go'],
    [service, 'shared/golang/runtime/service.go'],
  ],
  module: [
    [main, 'main.go'],
    [handler, 'handler.go'],
    [mainTest, 'main_test.go'],
    [dockerfile, 'Dockerfile'],
  ],
  settings: { path: 'settings.go', text: settingsOf },
  healthCommand: () => '["/service", "healthcheck"]',
  manifests: (project) => [{ path: 'go.mod', text: `module example.com/${project}\n\ngo 1.22\n` }],
  steps: () => [
    { uses: 'actions/setup-go@v5', with: { 'go-version': '1.24' } },
    { name: 'Check', run: 'go vet ./...' },
    { name: 'Test', run: 'go test ./...' },
  ],
  commands: ({ folder }) => ({ start: `go run ./modules/${folder}`, test: `go test ./modules/${folder}` }),
};

function settingsOf(described: ServiceDescription, project: string): string {
  const entries = fields({
    Name: text(described.name),
    Title: text(described.title),
    Port: String(described.port),
    HealthPath: text(described.healthPath),
    Scheduled: String(described.scheduled),
    Parallel: String(described.parallel),
    Need: String(described.need),
    Calls: block('[]runtime.Call{', described.calls.map(callOf), '}', '\t'),
    Producers: block('[]runtime.Producer{', described.producers.map(producerOf), '}', '\t'),
    Consumers: block('[]runtime.Consumer{', described.consumers.map(consumerOf), '}', '\t'),
    Secrets: texts(described.secrets),
  });
  return [
    'package main',
    '',
    `import "example.com/${project}/shared/golang/runtime"`,
    '',
    '// What the design says of this service: whom it calls and how, what it sends and takes.',
    `var settings = ${block('runtime.Settings{', entries, '}', '\t')}`,
    '',
  ].join('\n');
}

/** Aligned as gofmt does: values of neighbouring lines begin in one column; an entry of several lines ends a section. */
function fields(values: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(values);
  const isLong = ([, value]: [string, string]): boolean => value.includes('\n');
  const lines: string[] = [];
  for (let from = 0; from < entries.length;) {
    let to = from;
    while (to < entries.length && !isLong(entries[to]!)) to += 1;
    const section = entries.slice(from, Math.max(to, from + 1));
    const width = Math.max(...section.map(([name]) => name.length));
    const isAlone = isLong(section[0]!);
    lines.push(...section.map(([name, value]) => `${`${name}:`.padEnd(isAlone ? 0 : width + 1)} ${value}`));
    from += section.length;
  }
  return lines;
}

function texts(values: readonly string[]): string {
  return values.length === 0 ? 'nil' : `[]string{${values.map(text).join(', ')}}`;
}

function callOf(call: CallDescription): string {
  const { breaker } = call;
  const entries = fields({
    ID: text(call.id),
    Variable: text(call.variable),
    Address: text(call.address),
    Waits: String(call.waits),
    Calls: decimal(call.calls),
    Classes: texts(call.classes),
    Optional: String(call.optional),
    TimeoutMs: decimal(call.timeoutMs),
    Attempts: String(call.attempts),
    BackoffMs: decimal(call.backoffMs),
    Multiplier: decimal(call.multiplier),
    Jitter: text(call.jitter),
    BudgetRatio: decimal(call.budgetRatio),
    RatePerSecond: decimal(call.ratePerSecond),
    Burst: String(call.burst),
    Bulkhead: String(call.bulkhead),
    Breaker:
      breaker === null
        ? 'nil'
        : `&runtime.Breaker{FailureRate: ${decimal(breaker.failureRate)}, MinimumCalls: ${breaker.minimumCalls}, WindowS: ${decimal(breaker.windowS)}, OpenS: ${decimal(breaker.openS)}}`,
  });
  return block('{', entries, '}', '\t');
}

function producerOf({ id, waits, variable, address, channel, calls, classes }: ProducerDescription): string {
  const entries = fields({
    ...{ ID: text(id), Waits: String(waits), Variable: text(variable), Address: text(address) },
    ...{ Channel: text(channel), Calls: decimal(calls), Classes: texts(classes) },
  });
  return block('{', entries, '}', '\t');
}

function consumerOf(consumer: ConsumerDescription): string {
  const entries = fields({
    ID: text(consumer.id),
    Variable: text(consumer.variable),
    Address: text(consumer.address),
    Channel: text(consumer.channel),
    Group: text(consumer.group),
    Batch: String(consumer.batch),
    MaxDeliveries: String(consumer.maxDeliveries),
    DeadLetter: text(consumer.deadLetter),
  });
  return block('{', entries, '}', '\t');
}
