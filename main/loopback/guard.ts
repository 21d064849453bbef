// Who may ask the loopback host for what: the right token, the own Host and the own Origin, and nobody else.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** 128 random bits, in letters that need no escaping in an address. */
export function createToken(): string {
  return randomBytes(16).toString('base64url');
}

export interface Guard {
  /** The path below the token, without its leading slash; null where the request is to be refused. */
  admit(request: IncomingMessage): string | null;
  /** As `admit`, for a WebSocket: there the browser always names its Origin, so that it must be there. */
  admitSocket(request: IncomingMessage): string | null;
}

export function createGuard(port: number, token: string): Guard {
  const host = `127.0.0.1:${String(port)}`;
  const origin = `http://${host}`;

  function admit(request: IncomingMessage, needsOrigin: boolean): string | null {
    const { headers, url } = request;
    const isOwnOrigin = headers.origin === origin || (headers.origin === undefined && !needsOrigin);
    // Host is asked for before the token, so that a rebound name learns nothing of it.
    if (headers.host !== host || !isOwnOrigin) return null;
    return belowToken(url ?? '', token);
  }

  return {
    admit: (request) => admit(request, false),
    admitSocket: (request) => admit(request, true),
  };
}

/** Only `/TOKEN/…` is below it; `/TOKEN` alone is not. The query belongs to nobody and is dropped. */
function belowToken(url: string, token: string): string | null {
  const path = url.split('?', 1)[0] ?? '';
  const slash = path.indexOf('/', 1);
  if (!path.startsWith('/') || slash < 0) return null;
  return sameText(path.slice(1, slash), token) ? path.slice(slash + 1) : null;
}

/** Takes as long whatever the first difference is. */
function sameText(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}
