// What OpenTelemetry's libraries read of the environment: who a workload is, and where its traces go.
import type { Component } from '../model/design.ts';
import { OWN_IMAGE } from './images.ts';
import type { DeployedComponent } from './workload.ts';

const ENDPOINT = 'OTEL_EXPORTER_OTLP_ENDPOINT';
const GRPC_PORT = 4317;

/**
 * The workloads, those with an image of one's own with the variables of OpenTelemetry: the traces go to the first
 * tracing component that is deployed, if any, which thereby is among the services called. What the design sets itself stays.
 */
export function withTelemetry(deployed: readonly DeployedComponent[], project: string): readonly DeployedComponent[] {
  const tracing = deployed.find(({ kind }) => kind.key === ('tracing' satisfies Component['kind']));
  return deployed.map((workload) =>
    workload.facts === OWN_IMAGE && workload !== tracing ? instrumented(workload, project, tracing) : workload,
  );
}

function instrumented(
  workload: DeployedComponent,
  project: string,
  tracing: DeployedComponent | undefined,
): DeployedComponent {
  const isTold = Object.hasOwn(workload.env, ENDPOINT) || workload.secrets.includes(ENDPOINT);
  const target = isTold ? undefined : tracing;
  const settings = Object.entries({
    OTEL_SERVICE_NAME: workload.name,
    OTEL_RESOURCE_ATTRIBUTES: resourceAttributes(workload, project),
    ...(target === undefined ? {} : exporterSettings(target)),
  }).filter(([name]) => !Object.hasOwn(workload.env, name) && !workload.secrets.includes(name));
  return {
    ...workload,
    env: { ...workload.env, ...Object.fromEntries(settings) },
    calls: target === undefined ? workload.calls : withCallTo(workload, target),
  };
}

function exporterSettings({ name, port }: DeployedComponent): Record<string, string> {
  return {
    [ENDPOINT]: endpoint(name, port),
    OTEL_EXPORTER_OTLP_PROTOCOL: port === GRPC_PORT ? 'grpc' : 'http/protobuf',
  };
}

function withCallTo(workload: DeployedComponent, { id, name, port }: DeployedComponent): DeployedComponent['calls'] {
  if (workload.calls.some(({ to }) => to === id)) return workload.calls;
  return [...workload.calls, { to: id, name, port, variable: ENDPOINT, url: endpoint(name, port) }];
}

function endpoint(name: string, port: number): string {
  return `http://${name}:${port}`;
}

/** Key=value pairs; neither names nor tags hold a character that would have to be escaped. */
function resourceAttributes({ image }: DeployedComponent, project: string): string {
  const tag = /:([\w.-]+)(?:@.*)?$/.exec(image.slice(image.lastIndexOf('/') + 1))?.[1];
  const version = tag === undefined ? '' : `,service.version=${tag}`;
  return `service.namespace=${project}${version}`;
}
