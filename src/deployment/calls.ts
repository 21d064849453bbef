// Who must know whose address: the connections of a design as settings of those that open them.
import { kindByKey } from '../catalogue/index.ts';
import type { Component, Connection, Design } from '../model/design.ts';
import type { Finding } from '../model/finding.ts';
import { knownImage } from './images.ts';
import { objectName } from './names.ts';

/** One service that a workload opens connections to. */
export interface ServiceCall {
  /** Component id of the service. */
  readonly to: string;
  /** Its object name, under which the platform finds it. */
  readonly name: string;
  readonly port: number;
  /** The environment variable that carries the address, such as `AUTH_URL`. */
  readonly variable: string;
  readonly url: string;
}

export interface Calls {
  /** By the id of the component that calls; each service once, in the order of the file. */
  readonly byCaller: ReadonlyMap<string, readonly ServiceCall[]>;
  readonly findings: readonly Finding[];
}

/** Free words for protocols, as schemes of an address; what is missing here is http. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  ...['https', 'grpc', 'grpcs', 'ws', 'wss', 'tcp', 'udp', 'mqtt', 'amqp', 'amqps', 'ldap', 'ldaps', 'smtp', 'ftp']
    .concat(['redis', 'kafka', 'nats', 'mongodb', 'mysql', 'postgresql'])
    .map((scheme) => [scheme, scheme] as const),
  ...([
    ['websocket', 'ws'],
    ['postgres', 'postgresql'],
    ['mongo', 'mongodb'],
  ] as const),
]);

/**
 * A message broker opens no connections: its consumers do, so that an arrow from a broker makes its end the caller.
 * What nobody can be told is among the findings: the address of a system elsewhere, a task that listens to nobody.
 */
export function serviceCalls(design: Design): Calls {
  const components = new Map(design.components.map((component) => [component.id, component]));
  const byCaller = new Map<string, ServiceCall[]>();
  const findings: Finding[] = [];
  for (const connection of design.connections ?? []) {
    const [caller, callee] = turned(connection).map((id) => components.get(id));
    if (!caller || !callee || caller === callee || !workloadOf(caller)) continue;
    const calls = byCaller.get(caller.id) ?? [];
    if (calls.some((call) => call.to === callee.id)) continue;
    const problem = unreachable(caller, callee, connection);
    if (problem) findings.push(problem);
    else if (workloadOf(callee)) byCaller.set(caller.id, [...calls, callTo(callee, connection.protocol)]);
  }
  return { byCaller, findings };

  function turned({ from, to }: Connection): readonly [caller: string, callee: string] {
    const broker = components.get(from);
    return broker !== undefined && isBroker(broker) ? [to, from] : [from, to];
  }
}

/** The port that a component listens on; nothing of ours listens where its kind has no workload. */
export function portOf(component: Component): number | null {
  const workload = workloadOf(component);
  return workload === null ? null : (component.runtime?.port ?? workload.port);
}

/** The name of the variable that carries the address of a component. */
export function addressVariable(id: string): string {
  return `${id.toUpperCase().replaceAll('-', '_')}_URL`;
}

function callTo(callee: Component, protocol: string | undefined): ServiceCall {
  const name = objectName(callee.id);
  const port = portOf(callee) ?? 0;
  const url = `${schemeOf(callee, protocol)}://${name}:${port}`;
  return { to: callee.id, name, port, variable: addressVariable(callee.id), url };
}

/** What the callee's image speaks is known better than the word on the arrow, where it is no web server. */
function schemeOf(callee: Component, protocol: string | undefined): string {
  const spoken = knownImage(callee.runtime?.image ?? workloadOf(callee)?.image ?? '')?.scheme ?? 'http';
  if (spoken !== 'http') return spoken;
  return SCHEMES.get((protocol ?? '').trim().toLowerCase()) ?? 'http';
}

function unreachable(caller: Component, callee: Component, connection: Connection): Finding | null {
  const workload = workloadOf(callee);
  if (workload?.type === 'scheduled') return notListening(callee, connection);
  if (isBroker(caller) && isBroker(callee)) return brokerToBroker(connection);
  // A person's program is answered, not called: it needs no address.
  const isElsewhere = workload === null && kindByKey(callee.kind)?.look.c4 !== 'Person';
  const isTold = Object.hasOwn(caller.runtime?.env ?? {}, addressVariable(callee.id));
  return isElsewhere && !isTold ? addressUnknown(caller, callee) : null;
}

function workloadOf(component: Component) {
  return kindByKey(component.kind)?.workload ?? null;
}

function isBroker(component: Component): boolean {
  return kindByKey(component.kind)?.behaviour.station === 'broker';
}

function notListening({ id }: Component, connection: Connection): Finding {
  return {
    rule: 'not-callable',
    severity: 'warning',
    path: `connections.${connection.id}`,
    message: `${id} is deployed as a task that runs at its times and ends, so nobody can call it`,
    mend: 'Make it a service or a worker, or connect it the other way round.',
  };
}

function brokerToBroker(connection: Connection): Finding {
  return {
    rule: 'broker-binding',
    severity: 'warning',
    path: `connections.${connection.id}`,
    message: `nothing is deployed that carries messages from ${connection.from} to ${connection.to}`,
    mend: 'Bind the two brokers to each other in their own settings, or put a worker in between.',
  };
}

function addressUnknown(caller: Component, callee: Component): Finding {
  const variable = addressVariable(callee.id);
  return {
    rule: 'address-unknown',
    severity: 'warning',
    path: `components.${caller.id}.runtime.env`,
    message: `${caller.id} calls ${callee.id}, which is deployed elsewhere, and is not told its address`,
    mend: `Set ${variable} in the environment of ${caller.id}.`,
  };
}
