// The contract of a service by messages, as an AsyncAPI 3.0 document.
import type { ServiceDescription } from '../service.ts';

const PAYLOAD = {
  type: 'object',
  description: 'The fields of one entry of the stream.',
  required: ['body', 'class'],
  properties: {
    body: { type: 'string', description: 'The request that the message was sent for.' },
    class: { type: 'string', description: 'The class of that request; empty for none.' },
  },
};

interface End {
  readonly id: string;
  readonly address: string;
  readonly channel: string;
}

/** Null where the service neither sends nor takes messages. */
export function asyncApi(service: ServiceDescription, titles: ReadonlyMap<string, string>): object | null {
  const { producers, consumers } = service;
  const ends: readonly End[] = [...producers, ...consumers];
  if (ends.length === 0) return null;
  return {
    asyncapi: '3.0.0',
    info: { title: service.title, version: '0.1.0', description: service.component.description },
    defaultContentType: 'application/json',
    servers: Object.fromEntries(ends.map((end) => [end.channel, serverOf(end)])),
    channels: Object.fromEntries(ends.map((end) => [end.channel, channelOf(end, titles)])),
    operations: Object.fromEntries([
      ...producers.map((end) => [`send-${end.id}`, operationOf('send', end)] as const),
      ...consumers.map((end) => [`receive-${end.id}`, operationOf('receive', end)] as const),
    ]),
  };
}

function serverOf({ address }: End): object {
  return { host: address.replace(/^redis:\/\//, ''), protocol: 'redis', description: 'Streams of Redis.' };
}

function channelOf({ channel }: End, titles: ReadonlyMap<string, string>): object {
  return {
    address: channel,
    title: titles.get(channel) ?? channel,
    servers: [{ $ref: `#/servers/${channel}` }],
    messages: { request: { name: 'request', contentType: 'application/json', payload: PAYLOAD } },
  };
}

function operationOf(action: 'send' | 'receive', { channel }: End): object {
  return {
    action,
    channel: { $ref: `#/channels/${channel}` },
    messages: [{ $ref: `#/channels/${channel}/messages/request` }],
  };
}
