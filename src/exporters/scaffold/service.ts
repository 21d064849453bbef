// One description of each service that is to be written, whatever the language: the languages only say it.
import { kindByKey } from '../../catalogue/index.ts';
import { addressVariable } from '../../deployment/calls.ts';
import { knownImage } from '../../deployment/images.ts';
import { objectName } from '../../deployment/names.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Component, Connection, Design } from '../../model/design.ts';
import { languageOf, type LanguageId } from './language-names.ts';

/** Whole numbers and milliseconds stay within 32 bits, which is more than any run needs and what every language takes. */
const MOST = 2_147_483_647;

const most = (value: number): number => Math.min(value, MOST);

/** A number that stands for no limit, since not every language has a null for numbers. */
export const NO_LIMIT = -1;

export interface BreakerDescription {
  readonly failureRate: number;
  readonly minimumCalls: number;
  readonly windowS: number;
  readonly openS: number;
}

export interface CallDescription {
  readonly id: string;
  readonly variable: string;
  readonly address: string;
  readonly waits: boolean;
  readonly calls: number;
  readonly classes: readonly string[];
  readonly optional: boolean;
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly multiplier: number;
  readonly jitter: 'none' | 'full' | 'equal';
  readonly budgetRatio: number;
  readonly ratePerSecond: number;
  readonly burst: number;
  readonly bulkhead: number;
  readonly breaker: BreakerDescription | null;
}

export interface ProducerDescription {
  readonly id: string;
  readonly waits: boolean;
  readonly variable: string;
  readonly address: string;
  readonly channel: string;
  readonly calls: number;
  readonly classes: readonly string[];
}

export interface ConsumerDescription {
  readonly id: string;
  readonly variable: string;
  readonly address: string;
  readonly channel: string;
  readonly group: string;
  readonly batch: number;
  readonly maxDeliveries: number;
  readonly deadLetter: string;
}

export interface ServiceDescription {
  readonly component: Component;
  readonly language: LanguageId;
  /** As every platform knows it. */
  readonly name: string;
  /** The folder below `modules`. */
  readonly folder: string;
  readonly title: string;
  readonly port: number;
  readonly healthPath: string;
  readonly scheduled: boolean;
  readonly parallel: boolean;
  readonly need: number;
  readonly calls: readonly CallDescription[];
  readonly producers: readonly ProducerDescription[];
  readonly consumers: readonly ConsumerDescription[];
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** Paths that each service has of its own. */
const OWN_PATHS: ReadonlySet<string> = new Set(['/requests', '/metrics']);
const PLAIN_PATH = /^(?:\/[A-Za-z0-9._~-]+)+\/?$/;
/** Names that Go, Node or Windows take for something else; no object name ends with `-`, so that these stay apart. */
const TAKEN_FOLDER = /^(?:vendor|testdata|internal|node-modules|con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Whether a component is a program of one's own: its kind has no ready image, and it names none. */
export function isOwnProgram(component: Component): boolean {
  const workload = kindByKey(component.kind)?.workload;
  if (!workload) return false;
  if (component.runtime?.language !== undefined) return true;
  return workload.image === undefined && knownImage(component.runtime?.image ?? '') === null;
}

/** The services of a design, in the order of its components. */
export function describeServices(
  design: Design,
  deployed: readonly DeployedComponent[],
  forced: LanguageId | null,
): readonly ServiceDescription[] {
  const components = new Map(design.components.map((component) => [component.id, component]));
  return deployed.flatMap((workload) => {
    const component = components.get(workload.id);
    if (component === undefined || !isOwnProgram(component)) return [];
    return [describe(design, components, component, workload, forced)];
  });
}

function describe(
  design: Design,
  components: ReadonlyMap<string, Component>,
  component: Component,
  workload: DeployedComponent,
  forced: LanguageId | null,
): ServiceDescription {
  const out = (design.connections ?? []).filter(({ from, to }) => from === component.id && to !== from);
  const into = (design.connections ?? []).filter(({ from, to }) => to === component.id && to !== from);
  const { name, title, port, secrets } = workload;
  const calls: CallDescription[] = [];
  const producers: ProducerDescription[] = [];
  for (const connection of out) {
    const callee = components.get(connection.to);
    if (callee === undefined) continue;
    if (isBroker(callee)) producers.push(producerOf(connection, callee));
    else if (isCallable(callee)) calls.push(callOf(connection, callee));
  }
  const consumers = into.flatMap((connection) => {
    const broker = components.get(connection.from);
    return broker !== undefined && isBroker(broker) ? [consumerOf(connection, broker, component)] : [];
  });
  const addresses = [...calls, ...producers, ...consumers].map(({ variable, address }) => [variable, address] as const);
  return {
    component,
    language: forced ?? languageOf(component.runtime?.language) ?? 'hypnoscript',
    name,
    folder: folderOf(name),
    title,
    port,
    healthPath: healthPathOf(workload),
    scheduled: workload.type === 'scheduled',
    parallel: component.calls === 'parallel',
    need: most(component.need ?? 0),
    calls,
    producers,
    consumers,
    env: {
      ...workload.env,
      ...Object.fromEntries(addresses.filter(([, address]) => address !== '')),
      ...own(component, workload),
    },
    secrets,
  };
}

/** The component's own settings win over what is drawn from the connections; secrets are not among them. */
function own(component: Component, workload: DeployedComponent): Record<string, string> {
  const entries = Object.entries(component.runtime?.env ?? {});
  return Object.fromEntries(entries.filter(([name]) => Object.hasOwn(workload.env, name)));
}

function folderOf(name: string): string {
  return TAKEN_FOLDER.test(name) ? `${name}-` : name;
}

/** The path asked for where a web server can have it beside its own, else `/health`. */
export function healthPathOf({ healthPath }: Pick<DeployedComponent, 'healthPath'>): string {
  if (healthPath === null || OWN_PATHS.has(healthPath) || !PLAIN_PATH.test(healthPath)) return '/health';
  return healthPath;
}

export function isBroker(component: Component): boolean {
  return kindByKey(component.kind)?.behaviour.station === 'broker';
}

/** A person's program is answered, and a task that ends listens to nobody. */
function isCallable(component: Component): boolean {
  const kind = kindByKey(component.kind);
  if (kind === undefined) return false;
  return kind.workload === null ? kind.look.c4 !== 'Person' : kind.workload.type !== 'scheduled';
}

/** Where a component is found: over HTTP where it is written here, as its image speaks where it has one. */
export function addressOf(component: Component): string {
  const workload = kindByKey(component.kind)?.workload;
  if (!workload) return '';
  const port = component.runtime?.port ?? workload.port;
  const image = component.runtime?.image ?? workload.image ?? '';
  const scheme = isOwnProgram(component) ? 'http' : (knownImage(image)?.scheme ?? 'http');
  return `${scheme}://${objectName(component.id)}:${port}`;
}

function callOf(connection: Connection, callee: Component): CallDescription {
  const { retry, rateLimit, circuitBreaker } = connection;
  return {
    id: connection.id,
    variable: addressVariable(callee.id),
    address: addressOf(callee),
    waits: connection.mode !== 'async',
    calls: connection.calls ?? 1,
    classes: connection.classes ?? [],
    optional: connection.optional ?? false,
    timeoutMs: most(connection.timeoutMs ?? NO_LIMIT),
    attempts: retry?.attempts ?? 1,
    backoffMs: most(retry?.backoffMs ?? 0),
    multiplier: retry?.multiplier ?? 1,
    jitter: retry?.jitter ?? 'none',
    budgetRatio: retry?.budgetRatio ?? NO_LIMIT,
    ratePerSecond: rateLimit?.perSecond ?? NO_LIMIT,
    burst: most(rateLimit?.burst ?? 1),
    bulkhead: most(connection.bulkhead ?? NO_LIMIT),
    breaker: breakerOf(circuitBreaker),
  };
}

function breakerOf(breaker: Connection['circuitBreaker']): BreakerDescription | null {
  if (breaker === undefined) return null;
  const { failureRate = 0.5, minimumCalls = 20, windowS = 10, openS = 5 } = breaker;
  return { failureRate, minimumCalls: most(minimumCalls), windowS: most(windowS), openS: most(openS) };
}

/** The messages' way: streams of Redis, one for each broker of the design. */
function brokerAddress(broker: Component): { readonly variable: string; readonly address: string } {
  return { variable: addressVariable(broker.id), address: `redis://${objectName(broker.id)}:6379` };
}

function producerOf(connection: Connection, broker: Component): ProducerDescription {
  const { id, mode, calls = 1, classes = [] } = connection;
  return { id, waits: mode !== 'async', ...brokerAddress(broker), channel: objectName(broker.id), calls, classes };
}

function consumerOf(connection: Connection, broker: Component, consumer: Component): ConsumerDescription {
  const delivery = broker.delivery ?? kindByKey(broker.kind)?.behaviour.delivery ?? 'compete';
  return {
    id: connection.id,
    ...brokerAddress(broker),
    channel: objectName(broker.id),
    group: objectName(delivery === 'broadcast' ? consumer.id : broker.id),
    batch: most(consumer.batch?.max ?? 1),
    maxDeliveries: broker.maxDeliveries ?? 1,
    deadLetter: broker.deadLetter === undefined ? '' : objectName(broker.deadLetter),
  };
}
