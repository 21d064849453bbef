// How a Redis is named: by a URL, which may carry a password, and by an address to be shown, which never does.

/** For messages about a wrong one. */
export const REDIS_URL_FORM = 'URL such as redis://HOST:PORT or rediss://USER:PASSWORD@HOST:PORT';

/** Null where it is no `redis://` or `rediss://` URL. */
export function readRedisUrl(text: string): URL | null {
  if (!/^rediss?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.hostname === '' ? null : url;
}

/** For messages: without user and password. */
export function shownAddress(url: URL): string {
  const { protocol, hostname, port, pathname } = url;
  const path = pathname === '/' ? '' : pathname;
  return `${protocol}//${hostname}:${port === '' ? '6379' : port}${path}`;
}
