// One connection to Redis: tried once at the start, with a clear word where it fails, and kept up from then on.
import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { fail, succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { shownAddress } from './address.ts';

/** A server that is there answers at once, also from far away. */
const CONNECT_MS = 5_000;
const RETRY_MS = 500;

export interface Connection {
  readonly client: Redis;
  /** Of its copies as well: none of them tries again. */
  close(): void;
}

/** `tell` hears whole sentences: that the connection is lost, that it is back, and what is wrong with the server. */
export async function connectRedis(url: URL, tell: (sentence: string) => void): Promise<Outcome<Connection>> {
  const address = shownAddress(url);
  let isUp = false;
  let refusal: Error | null = null;
  const client = new Redis(url.href, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    // A command waits for the connection, however long: the work itself is not lost by it.
    maxRetriesPerRequest: null,
    retryStrategy: () => (isUp ? RETRY_MS : null),
  });
  client.on('error', (error: Error) => {
    refusal ??= error;
  });
  // What listens there may be no Redis, and never answer.
  const policy = await Promise.race([policyOf(client), setTimeout(CONNECT_MS + 1_000, null, { ref: false })]);
  // A wrong database is told as an error, and then database 0 would be used.
  if (policy === null || refusal !== null) {
    client.disconnect();
    return fail([unreachable(address, refusal)]);
  }
  isUp = true;
  if (policy !== 'noeviction')
    tell(
      `${address} may throw away keys when its memory is full (maxmemory-policy ${policy}); set it to noeviction, or tasks can be lost.`,
    );
  tellOfLosses(client, address, tell);
  const close = (): void => {
    isUp = false;
    client.disconnect();
  };
  return succeed({ client, close });
}

/** What becomes of keys when the memory is full; null where the server cannot be asked. */
async function policyOf(client: Redis): Promise<string | null> {
  try {
    await client.connect();
    return /maxmemory_policy:(\S+)/.exec(await client.info('memory'))?.[1] ?? 'noeviction';
  } catch {
    return null;
  }
}

function tellOfLosses(client: Redis, address: string, tell: (sentence: string) => void): void {
  let isLost = false;
  client.on('close', () => {
    if (!isLost && client.status !== 'end') tell(`The connection to ${address} is lost; trying again.`);
    isLost = true;
  });
  client.on('ready', () => {
    if (isLost) tell(`The connection to ${address} is back.`);
    isLost = false;
  });
}

function unreachable(address: string, error: Error | null): Finding {
  const text = error?.message ?? '';
  if (/^(WRONGPASS|NOAUTH|NOPERM|ERR AUTH|ERR invalid password)/.test(text))
    return {
      rule: 'redis-refused',
      severity: 'error',
      path: '',
      message: `${address} does not accept this user and password`,
      mend: 'Give them in the URL: redis://USER:PASSWORD@HOST:PORT, or redis://:PASSWORD@HOST:PORT without a user.',
    };
  const reason = (error as NodeJS.ErrnoException | null)?.code ?? (text === '' ? 'it does not answer' : text);
  return {
    rule: 'redis-unreachable',
    severity: 'error',
    path: '',
    message: `no Redis can be used at ${address}: ${reason}`,
    mend: 'Check host, port and database, and that the server runs; for TLS the URL begins with rediss://.',
  };
}
