// One window's socket: requests in, replies and events out, all as JSON; what is none of the contract closes it.
import type { RawData, WebSocket } from 'ws';
import { socketRequest, type Emit, type SocketReply, type SocketRequest } from '../../src/ipc/contract.ts';
import type { WindowHost } from '../handlers/index.ts';

/** "Protocol error" of RFC 6455. */
const PROTOCOL_ERROR = 1002;

export function serveSocket(socket: WebSocket, createWindow: (emit: Emit) => WindowHost): void {
  const send = (reply: SocketReply): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(reply));
  };
  const window = createWindow((event, data) => {
    send({ event, data });
  });
  socket.on('message', (data, isBinary) => {
    const request = isBinary ? null : parse(data);
    if (!request) {
      socket.close(PROTOCOL_ERROR, 'not a call');
      return;
    }
    void window.dispatch(request.call, request.input).then((answer) => {
      send({ id: request.id, ...answer });
    });
  });
  // A frame that breaks the protocol or is too large: ws closes the socket by itself, nothing is left to do.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    window.close();
  });
}

function parse(data: RawData): SocketRequest | null {
  try {
    const text = Buffer.isBuffer(data) ? data.toString('utf8') : '';
    const parsed = socketRequest.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
