import { describe, expect, it } from 'vitest';
import type { Component, Connection, Design } from '../model/design.ts';
import { withTelemetry } from './telemetry.ts';
import { workloads } from './workload.ts';

function instrumented(components: Component[], connections: Connection[] = []) {
  const design: Design = { spandrel: 1, name: 'Shop', components, connections };
  const made = workloads(design);
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return new Map(withTelemetry(made.value, 'shop').map((workload) => [workload.id, workload]));
}

const api: Component = { id: 'api', kind: 'service', runtime: { image: 'registry.example.com:5000/me/api:1.2.0' } };

describe('telemetry', () => {
  it('says who a workload is, and of which version', () => {
    expect(instrumented([api]).get('api')?.env).toEqual({
      OTEL_SERVICE_NAME: 'api',
      OTEL_RESOURCE_ATTRIBUTES: 'service.namespace=shop,service.version=1.2.0',
    });
    const untagged = { ...api, runtime: { image: 'registry.example.com:5000/me/api' } };
    expect(instrumented([untagged]).get('api')?.env.OTEL_RESOURCE_ATTRIBUTES).toBe('service.namespace=shop');
  });

  it('goes to the tracing component, which is then among the services called', () => {
    const all = instrumented([api, { id: 'traces', kind: 'tracing' }]);
    expect(all.get('api')?.env).toMatchObject({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://traces:4318',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    });
    expect(all.get('api')?.calls.map(({ to, port }) => [to, port])).toEqual([['traces', 4318]]);
    expect(all.get('traces')?.env).not.toHaveProperty('OTEL_SERVICE_NAME');
  });

  it('speaks gRPC to the port that is kept for it', () => {
    const all = instrumented([api, { id: 'traces', kind: 'tracing', runtime: { port: 4317 } }]);
    expect(all.get('api')?.env.OTEL_EXPORTER_OTLP_PROTOCOL).toBe('grpc');
  });

  it('calls the tracing component once where the design connects it', () => {
    const connection = { id: 'c', from: 'api', to: 'traces' };
    const all = instrumented([api, { id: 'traces', kind: 'tracing' }], [connection]);
    expect(all.get('api')?.calls.map(({ to }) => to)).toEqual(['traces']);
  });

  it('leaves ready images alone, and what the design says itself', () => {
    const env = { OTEL_SERVICE_NAME: 'front', OTEL_EXPORTER_OTLP_ENDPOINT: 'https://traces.example.com' };
    const all = instrumented([
      { ...api, runtime: { ...api.runtime, env } },
      { id: 'cache', kind: 'cache' },
      { id: 'traces', kind: 'tracing' },
    ]);
    expect(all.get('api')?.env).toMatchObject(env);
    expect(all.get('api')?.env).not.toHaveProperty('OTEL_EXPORTER_OTLP_PROTOCOL');
    expect(all.get('api')?.calls).toEqual([]);
    expect(Object.keys(all.get('cache')?.env ?? {})).toEqual([]);
  });
});
