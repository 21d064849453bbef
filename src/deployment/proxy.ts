// The settings file of a ready reverse proxy, so that it leads to the services that it is connected to.
import type { ServiceCall } from './calls.ts';

export interface SettingsFile {
  /** Absolute, in the container. */
  readonly path: string;
  readonly text: string;
}

/** Nginx in front of all the HTTP services called, each getting its share; nothing where there is none. */
export function nginxSettings(port: number, calls: readonly ServiceCall[]): readonly SettingsFile[] {
  const servers = calls.filter(({ url }) => /^(?:http|ws):/.test(url));
  if (servers.length === 0) return [];
  const lines = [
    'upstream services {',
    ...servers.map(({ name, port: at }) => `  server ${name}:${at};`),
    '}',
    '',
    'server {',
    `  listen ${port};`,
    '',
    '  location / {',
    '    proxy_pass http://services;',
    '    proxy_http_version 1.1;',
    '    proxy_set_header Host $host;',
    '    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    '    proxy_set_header X-Forwarded-Proto $scheme;',
    '  }',
    '}',
  ];
  return [{ path: '/etc/nginx/conf.d/default.conf', text: `${lines.join('\n')}\n` }];
}
