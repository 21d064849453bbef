import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Emit } from '../../src/ipc/contract.ts';
import type { Asset } from '../window/assets.ts';
import { startLoopback, type LoopbackServer } from './server.ts';

const asset = (type: string, text: string, isImmutable = false): Asset => ({
  type,
  isImmutable,
  bytes: new TextEncoder().encode(text),
});
const assets = new Map([
  ['index.html', asset('text/html; charset=utf-8', '<h1>page</h1>')],
  ['assets/index-1.js', asset('text/javascript; charset=utf-8', 'code()', true)],
]);

let server: LoopbackServer;
let closedWindows = 0;
let emit: Emit | null = null;

beforeAll(async () => {
  server = await startLoopback({
    port: 0,
    assets,
    createWindow: (emitToWindow) => {
      emit = emitToWindow;
      return {
        dispatch: (name, input) => Promise.resolve({ ok: true, output: { name, input } }),
        close: () => {
          closedWindows += 1;
        },
      };
    },
  });
});
afterAll(async () => {
  await server.close();
});

const origin = (): string => new URL(server.address).origin;
const token = (): string => new URL(server.address).pathname.split('/')[1] ?? '';
const port = (): number => Number(new URL(server.address).port);

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** By hand, since fetch neither lets a path go out as it is nor another Host. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port: port(), path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}

describe('the address', () => {
  it('is on 127.0.0.1 and carries 128 bits that are new each time', async () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/$/);
    const other = await startLoopback({
      port: 0,
      assets,
      createWindow: () => {
        throw new Error('nobody connects');
      },
    });
    expect(new URL(other.address).pathname).not.toBe(new URL(server.address).pathname);
    await other.close();
  });
});

describe('the page', () => {
  it('comes with 200, without a cookie or redirect, under a strict policy', async () => {
    const { status, headers, body } = await ask(`/${token()}/`);
    expect({ status, body, cookie: headers['set-cookie'], location: headers.location }).toEqual({
      status: 200,
      body: '<h1>page</h1>',
      cookie: undefined,
      location: undefined,
    });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${String(port())}`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('comes to HEAD without its body, and its assets may be kept', async () => {
    const head = await ask(`/${token()}/index.html?x=1`, {}, 'HEAD');
    expect({ status: head.status, length: head.headers['content-length'], body: head.body }).toEqual({
      status: 200,
      length: '13',
      body: '',
    });
    const script = await ask(`/${token()}/assets/index-1.js`, { origin: origin() });
    expect(script).toMatchObject({
      status: 200,
      body: 'code()',
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    });
    expect(script.headers['cache-control']).toContain('immutable');
  });
});

describe('everything else', () => {
  it.each([
    ['no token', () => '/'],
    ['the token without its slash', () => `/${token()}`],
    ['another token', () => `/${'A'.repeat(22)}/`],
    ['a longer token', () => `/${token()}A/`],
    ['a shorter token', () => `/${token().slice(1)}/`],
    ['the token in another place', () => `/x/${token()}/`],
    ['a file that is not there', () => `/${token()}/other.js`],
    ['a folder', () => `/${token()}/assets/`],
    ['a way up', () => `/${token()}/../package.json`],
    ['a way up inside', () => `/${token()}/assets/../../../package.json`],
    ['an encoded way up', () => `/${token()}/%2e%2e/package.json`],
    ['an encoded slash', () => `/${token()}/..%2fpackage.json`],
    ['a doubly encoded way up', () => `/${token()}/%252e%252e/package.json`],
    ['a backslash', () => `/${token()}/..\\package.json`],
    ['an absolute path', () => `/${token()}//etc/passwd`],
    ['a whole address', () => `http://127.0.0.1:${String(port())}/${token()}/`],
    ['a name of every object', () => `/${token()}/__proto__`],
  ])('%s is 403', async (_what, path) => {
    expect((await ask(path())).status).toBe(403);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is 403', async (method) => {
    expect((await ask(`/${token()}/`, {}, method)).status).toBe(403);
  });

  it.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]', '127.0.0.1.evil.example'])(
    'the Host %s is 403, even with the token',
    async (host) => {
      const given = host === 'localhost' ? `localhost:${String(port())}` : host;
      expect((await ask(`/${token()}/`, { host: given })).status).toBe(403);
    },
  );

  it.each(['http://evil.example', 'null', 'http://127.0.0.1', 'https://127.0.0.1:1', ''])(
    'the Origin %j is 403, even with the token',
    async (foreign) => {
      expect((await ask(`/${token()}/`, { origin: foreign })).status).toBe(403);
    },
  );

  it('tells a stranger nothing of the page', async () => {
    const { body, headers } = await ask('/');
    expect(body).toBe('This address is not for you.\n');
    expect(JSON.stringify(headers)).not.toContain(token());
  });

  it('stands what is no HTTP at all', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port(), '127.0.0.1', () => socket.write('\0\x01nonsense\r\n\r\n'));
      socket.on('close', () => {
        resolve();
      });
      socket.on('error', () => undefined);
      socket.resume();
    });
    expect((await ask(`/${token()}/`)).status).toBe(200);
  });
});

function open(path: string, headers: { origin?: string; host?: string }): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${String(port())}${path}`, { headers });
    socket.once('open', () => {
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

const message = (socket: WebSocket): Promise<unknown> =>
  new Promise((resolve) => {
    socket.once('message', (data: Buffer) => {
      resolve(JSON.parse(data.toString()));
    });
  });
const closed = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    socket.once('close', resolve);
  });

describe('the socket', () => {
  it('carries calls, replies and events, and ends its window with itself', async () => {
    const socket = await open(`/${token()}/socket`, { origin: origin() });
    const reply = message(socket);
    socket.send(JSON.stringify({ id: 7, call: 'app.start', input: {} }));
    expect(await reply).toEqual({ id: 7, ok: true, output: { name: 'app.start', input: {} } });
    const event = message(socket);
    emit?.('window.closing', {});
    expect(await event).toEqual({ event: 'window.closing', data: {} });
    const before = closedWindows;
    socket.close();
    await closed(socket);
    await expect.poll(() => closedWindows).toBe(before + 1);
  });

  it.each([
    ['no Origin', () => ({})],
    ['another Origin', () => ({ origin: 'http://evil.example' })],
    ['another Host', () => ({ origin: origin(), host: 'evil.example' })],
  ])('is refused with %s', async (_what, headers) => {
    await expect(open(`/${token()}/socket`, headers())).rejects.toThrow('403');
  });

  it.each([
    ['no token', () => '/socket'],
    ['another token', () => `/${'A'.repeat(22)}/socket`],
    ['another path', () => `/${token()}/other`],
  ])('is refused with %s', async (_what, path) => {
    await expect(open(path(), { origin: origin() })).rejects.toThrow('403');
  });

  it.each([
    ['no JSON', '{'],
    ['no call', '{"id":"1"}'],
    ['a list', '[]'],
    ['bytes', Buffer.from([1, 2, 3])],
  ])('is closed by %s, and the server goes on', async (_what, sent) => {
    const socket = await open(`/${token()}/socket`, { origin: origin() });
    const end = closed(socket);
    socket.send(sent);
    expect(await end).toBe(1002);
    expect((await ask(`/${token()}/`)).status).toBe(200);
  });

  it('is closed by a message of more than 64 MiB', async () => {
    const socket = await open(`/${token()}/socket`, { origin: origin() });
    socket.on('error', () => undefined);
    const end = closed(socket);
    socket.send('x'.repeat(64 * 2 ** 20 + 1));
    expect(await end).toBe(1009);
  });
});
