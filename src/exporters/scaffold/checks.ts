// What the design says and the services that are written do not do: told by name, never dropped in silence.
import { kindByKey } from '../../catalogue/index.ts';
import type { Component, Connection, Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';
import { languageOf, type LanguageId } from './language-names.ts';
import { addressOf, healthPathOf, isBroker, isOwnProgram, type ServiceDescription } from './service.ts';

type Note = Omit<Finding, 'path' | 'severity'>;

const warning = (path: string, note: Note): Finding => ({ ...note, path, severity: 'warning' });
const advice = (path: string, note: Note): Finding => ({ ...note, path, severity: 'advice' });

/** Words for what the services speak to each other. */
const HTTP_WORDS: ReadonlySet<string> = new Set(['', 'http', 'https', 'rest', 'graphql', 'json']);

/** All notes on one design. */
export function checkScaffold(
  design: Design,
  deployed: readonly DeployedComponent[],
  services: readonly ServiceDescription[],
  forced: LanguageId | null,
): Finding[] {
  const written = new Set(services.map(({ component }) => component.id));
  const components = new Map(design.components.map((component) => [component.id, component]));
  return [
    ...services.flatMap((service) => checkService(service, deployed, forced)),
    ...(design.connections ?? []).flatMap((connection) => checkConnection(connection, components, written)),
    ...design.components.flatMap((component) => checkBroker(design, component, written)),
    ...checkCapacity(services),
    ...hostOfHypnoScript(services),
    ...notWritten(deployed, written),
  ];
}

function checkService(
  { component, healthPath }: ServiceDescription,
  deployed: readonly DeployedComponent[],
  forced: LanguageId | null,
): Finding[] {
  const { id, runtime, batch } = component;
  const path = `components.${id}`;
  const findings: Finding[] = [];
  if (forced === null && runtime?.language !== undefined && languageOf(runtime.language) === null) {
    const message = `no services are written in ${JSON.stringify(runtime.language)}, so ${id} is written in HypnoScript`;
    const mend = 'Choose hypnoscript, typescript, python, go or java.';
    findings.push(warning(`${path}.runtime.language`, { rule: 'language-not-known', message, mend }));
  }
  const asked = deployed.find((workload) => workload.id === id)?.healthPath ?? null;
  if (asked !== null && healthPathOf({ healthPath: asked }) !== asked) {
    const message = `${id} cannot be asked for its health at ${JSON.stringify(asked)}, so it is at ${healthPath}`;
    const mend = 'Use a path of plain letters and digits other than /requests and /metrics.';
    findings.push(warning(`${path}.runtime.healthPath`, { rule: 'health-path', message, mend }));
  }
  if (batch !== undefined) {
    const message = `${id} takes up to ${batch.max} messages at once and works on one after the other`;
    const mend = 'Join them in its handler where one piece of work is to do for all.';
    findings.push(warning(`${path}.batch`, { rule: 'batch-not-expressed', message, mend }));
  }
  return findings;
}

function checkConnection(
  connection: Connection,
  components: ReadonlyMap<string, Component>,
  written: ReadonlySet<string>,
): Finding[] {
  const { id, from, to, protocol, hedge } = connection;
  const path = `connections.${id}`;
  const callee = components.get(to);
  if (!written.has(from) || callee === undefined) return [];
  if (from === to) {
    const message = `${from} calls itself, which the service does not do`;
    return [warning(path, { rule: 'self-call', message, mend: 'Write it as work of the component.' })];
  }
  if (isBroker(callee)) return checkProducer(connection);
  const findings: Finding[] = [];
  if (hedge !== undefined) {
    const message = `${from} sends no second try to ${to} while the first is under way`;
    const mend = 'Keep a short timeout with a retry, or add hedging to the client.';
    findings.push(warning(`${path}.hedge`, { rule: 'hedge-not-expressed', message, mend }));
  }
  const address = addressOf(callee);
  if (address !== '' && !address.startsWith('http')) {
    const message = `the client of ${from} for ${to} only sees whether it takes a connection, since no driver for it is added`;
    const mend = 'Add the driver of your choice to its handler.';
    findings.push(warning(path, { rule: 'connection-only', message, mend }));
  } else if (isOwnProgram(callee) && !HTTP_WORDS.has((protocol ?? '').trim().toLowerCase())) {
    const message = `${from} and ${to} speak HTTP with each other, not ${JSON.stringify(protocol)}`;
    const mend = 'Keep it, and set protocol to http, or change client and server.';
    findings.push(warning(`${path}.protocol`, { rule: 'protocol-not-spoken', message, mend }));
  }
  return findings;
}

const PRODUCER_POLICIES = ['timeoutMs', 'retry', 'hedge', 'rateLimit', 'bulkhead', 'circuitBreaker'] as const;

function checkProducer(connection: Connection): Finding[] {
  const lost = PRODUCER_POLICIES.filter((policy) => connection[policy] !== undefined);
  if (lost.length === 0) return [];
  const message = `messages of ${connection.from} to ${connection.to} are sent once, without ${lost.join(', ')}`;
  const mend = 'Set them on the calls between services, or add them to the broker client.';
  return [warning(`connections.${connection.id}`, { rule: 'producer-policy-not-expressed', message, mend })];
}

/** Of brokers that a service sends to or takes from. */
function checkBroker(design: Design, broker: Component, written: ReadonlySet<string>): Finding[] {
  const used = (design.connections ?? []).some(
    ({ from, to }) => (from === broker.id && written.has(to)) || (to === broker.id && written.has(from)),
  );
  if (!isBroker(broker) || !used) return [];
  const image = broker.runtime?.image ?? kindByKey(broker.kind)?.workload?.image ?? '';
  const findings: Finding[] = [];
  if (!/(?:^|\/)redis(?=[:@]|$)/.test(image)) {
    const message = `the messages of ${broker.id} go over streams of Redis, not over ${JSON.stringify(image)}`;
    const mend = 'Run Redis for it, as the compose file of the scaffold does, or change the broker client.';
    findings.push(warning(`components.${broker.id}`, { rule: 'broker-protocol', message, mend }));
  }
  if (broker.partitions !== undefined) {
    const message = `the stream of ${broker.id} is one, so that no order by key is kept within partitions`;
    const mend = 'Use a stream for each partition, or consumers that are one at a time.';
    findings.push(warning(`components.${broker.id}.partitions`, { rule: 'partitions-not-expressed', message, mend }));
  }
  return findings;
}

function checkCapacity(services: readonly ServiceDescription[]): Finding[] {
  const limited = services.filter(({ component: { capacity } }) => {
    const { concurrency, queueLimit, discipline } = capacity ?? {};
    return concurrency !== undefined || (queueLimit ?? null) !== null || (discipline ?? 'fifo') !== 'fifo';
  });
  if (limited.length === 0) return [];
  const ids = limited.map(({ component }) => component.id).join(', ');
  const message = `the services take as many requests at once as come, whatever the capacity says of ${ids}`;
  const mend = 'Limit them in their handlers or in the proxy before them.';
  return [warning('components', { rule: 'capacity-not-expressed', message, mend })];
}

function hostOfHypnoScript(services: readonly ServiceDescription[]): Finding[] {
  const ids = services.filter(({ language }) => language === 'hypnoscript').map(({ component }) => component.id);
  if (ids.length === 0) return [];
  const message = `HypnoScript has no functions for the network, so the programs of ${ids.join(', ')} run behind a host in Python`;
  const mend = 'Keep it, or choose another language with the option language.';
  return [advice('components', { rule: 'hypnoscript-host', message, mend })];
}

function notWritten(deployed: readonly DeployedComponent[], written: ReadonlySet<string>): Finding[] {
  const ids = deployed.filter(({ id }) => !written.has(id)).map(({ id }) => id);
  if (ids.length === 0) return [];
  const message = `${ids.join(', ')} run from ready images, so no service is written for them`;
  return [
    advice('components', { rule: 'ready-image', message, mend: 'Set runtime.language of what you write yourself.' }),
  ];
}
