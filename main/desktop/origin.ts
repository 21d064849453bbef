// The window's own origin: a scheme of its own, so that Content-Security-Policy and origin checks mean something.
import type { Protocol } from 'electron';
import { PAGE, type Asset } from '../window/assets.ts';
import { contentSecurityPolicy } from '../window/csp.ts';

const SCHEME = 'app';
const HOST = 'spandrel';

export const ORIGIN = `${SCHEME}://${HOST}`;
export const PAGE_ADDRESS = `${ORIGIN}/${PAGE}`;

/** Must be called before the app is ready. */
export function declareOrigin(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the listed files of the built window and nothing else. */
export function serveOrigin(protocol: Protocol, assets: ReadonlyMap<string, Asset>): void {
  protocol.handle(SCHEME, (request) => respond(request, assets));
}

function respond(request: Request, assets: ReadonlyMap<string, Asset>): Response {
  const url = new URL(request.url);
  const asset = url.host === HOST && request.method === 'GET' ? assets.get(url.pathname.slice(1)) : undefined;
  if (!asset)
    return new Response('There is no such file in this window.\n', { status: 404, headers: securityHeaders() });
  return new Response(asset.bytes, { headers: { ...securityHeaders(), 'Content-Type': asset.type } });
}

function securityHeaders(): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}

/** Whether an address lies in the window's own origin. */
export function isOwnAddress(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === `${SCHEME}:` && new URL(address).host === HOST;
}
