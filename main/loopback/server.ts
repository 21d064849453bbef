// The loopback host: the built window over HTTP and its calls over a WebSocket, on 127.0.0.1 and below a secret token only.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Emit } from '../../src/ipc/contract.ts';
import { contentSecurityPolicy } from '../window/csp.ts';
import type { WindowHost } from '../handlers/index.ts';
import { PAGE, type Asset } from '../window/assets.ts';
import { createGuard, createToken, type Guard } from './guard.ts';
import { serveSocket } from './socket.ts';

const ADDRESS = '127.0.0.1';
const SOCKET = 'socket';
/** A design of the greatest size, as JSON in JSON, still fits. */
const MOST_MESSAGE_BYTES = 64 * 2 ** 20;

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT/TOKEN/` */
  readonly address: string;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly assets: ReadonlyMap<string, Asset>;
  /** A window of its own for each connection. */
  readonly createWindow: (emit: Emit) => WindowHost;
}

/** Listens once resolved; rejects with the system's error where the port cannot be had. */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackServer> {
  const token = createToken();
  const server = createServer();
  const port = await listen(server, options.port);
  const guard = createGuard(port, token);
  const headers = securityHeaders(port);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, guard, options.assets, headers);
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (guard.admitSocket(request) !== SOCKET) return refuseUpgrade(stream);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      serveSocket(socket, options.createWindow);
    });
  });
  return {
    address: `http://${ADDRESS}:${String(port)}/${token}/`,
    close: () => close(server, sockets),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: ADDRESS, port, exclusive: true }, () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function securityHeaders(port: number): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy([`ws://${ADDRESS}:${String(port)}`]),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  guard: Guard,
  assets: ReadonlyMap<string, Asset>,
  headers: Readonly<Record<string, string>>,
): void {
  const path = guard.admit(request);
  const asset = path === null ? undefined : assets.get(path === '' ? PAGE : path);
  if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(403, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end('This address is not for you.\n');
    return;
  }
  response.writeHead(200, {
    ...headers,
    'Content-Type': asset.type,
    'Content-Length': String(asset.bytes.length),
    'Cache-Control': asset.isImmutable ? 'private, max-age=31536000, immutable' : 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : asset.bytes);
}

function refuseUpgrade(stream: Duplex): void {
  stream.on('error', () => undefined);
  stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
