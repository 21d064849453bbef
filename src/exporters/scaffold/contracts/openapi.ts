// The contract of a service over HTTP, as an OpenAPI 3.1 document.
import type { Connection } from '../../../model/design.ts';
import type { ServiceDescription } from '../service.ts';

/** Who calls it, by the connection. */
export interface Caller {
  readonly connection: Connection;
  readonly title: string;
}

const ANSWER = {
  type: 'object',
  required: ['ok', 'service', 'result', 'calls'],
  properties: {
    ok: { type: 'boolean' },
    service: { type: 'string' },
    result: { description: 'What the work of the service gave.' },
    calls: {
      type: 'object',
      description: 'How each call to another component ended, by the id of the connection.',
      additionalProperties: { type: 'string', enum: ['ok', 'rejected', 'error', 'timeout', 'open', 'refused'] },
    },
  },
};
const FAULT = { type: 'object', required: ['error'], properties: { error: { type: 'string' } } };
const HEALTH = {
  type: 'object',
  required: ['status', 'service'],
  properties: { status: { type: 'string', enum: ['ok', 'stopping'] }, service: { type: 'string' } },
};

const json = (description: string, schema: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

/** The document as objects; what the design calls things stands in titles and descriptions only. */
export function openApi(service: ServiceDescription, callers: readonly Caller[]): object {
  return {
    openapi: '3.1.0',
    info: { title: service.title, version: '0.1.0', description: service.component.description },
    servers: [{ url: `http://${service.name}:${service.port}` }],
    paths: {
      '/requests': {
        post: {
          operationId: 'handleRequest',
          summary: 'One request, with the calls that it needs.',
          parameters: [
            {
              name: 'x-request-class',
              in: 'header',
              required: false,
              description: 'The class of the request, percent-encoded.',
              schema: { type: 'string' },
            },
          ],
          requestBody: { required: true, content: { 'application/json': { schema: {} } } },
          responses: {
            '200': json('Done.', 'Answer'),
            '405': json('Only POST is answered.', 'Fault'),
            '413': json('The request is too large.', 'Fault'),
            '502': json('A call that it needs has failed, or its own work.', 'Answer'),
          },
          ...(callers.length > 0 ? { 'x-callers': callers.map(callerOf) } : {}),
        },
      },
      [service.healthPath]: {
        get: {
          operationId: 'health',
          summary: 'Whether it takes requests.',
          responses: { '200': json('It does.', 'Health'), '503': json('It is ending.', 'Health') },
        },
      },
      '/metrics': {
        get: {
          operationId: 'metrics',
          summary: 'Counters and durations, in the text format of Prometheus.',
          responses: {
            '200': { description: 'The metrics.', content: { 'text/plain': { schema: { type: 'string' } } } },
          },
        },
      },
    },
    components: { schemas: { Answer: ANSWER, Fault: FAULT, Health: HEALTH } },
  };
}

function callerOf({ connection, title }: Caller): object {
  const { id, from, protocol, label, mode, timeoutMs, payloadKiB } = connection;
  return { connection: id, from, title, protocol, label, mode: mode ?? 'sync', timeoutMs, payloadKiB };
}
