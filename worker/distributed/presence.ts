// Who is there to compute: told by the names that BullMQ gives the connections of its workers.
import type { Redis } from 'ioredis';
import { PREFIX, queueName } from './names.ts';

/** Nobody is missed before. */
const FIRST_LOOK_MS = 3_000;
const LOOK_MS = 5_000;

export interface Present {
  readonly workers: number;
  /** Of other builds, which share no queue with this one. */
  readonly others: number;
}

/** Null where this Redis does not tell who is connected. */
export async function presentWorkers(client: Redis, build: string): Promise<Present | null> {
  const list = await client.client('LIST').catch(() => null);
  if (typeof list !== 'string') return null;
  // `spandrel:BASE64` or `spandrel:BASE64:w:…` of workers, `spandrel:BASE64:qe` of those who listen to events.
  const names = [...list.matchAll(new RegExp(`\\bname=${PREFIX}:([A-Za-z0-9+/=]+)(?=:w:| )`, 'g'))];
  const queues = names.map(([, base64 = '']) => Buffer.from(base64, 'base64').toString());
  const workers = queues.filter((queue) => queue === queueName(build)).length;
  return { workers, others: queues.length - workers };
}

export interface Watch {
  readonly build: string;
  readonly address: string;
  readonly tell: (sentence: string) => void;
  /** Whether there is anything to compute. */
  readonly isWaiting: () => boolean;
}

/** Tells when there is work and nobody to do it, and when somebody has come. Returns how to stop. */
export function watchWorkers(client: Redis, { build, address, tell, isWaiting }: Watch): () => void {
  let isMissed = false;
  const look = async (): Promise<void> => {
    const present = isWaiting() && client.status === 'ready' ? await presentWorkers(client, build) : null;
    if (present === null) return;
    if (present.workers === 0 && !isMissed) tell(missing(address, present.others));
    if (present.workers > 0 && isMissed) tell(`A worker serves ${address} now.`);
    isMissed = present.workers === 0;
  };
  let timer = setTimeout(again, FIRST_LOOK_MS);
  function again(): void {
    void look();
    timer = setTimeout(again, LOOK_MS);
  }
  return () => {
    clearTimeout(timer);
  };
}

function missing(address: string, others: number): string {
  const of = others === 0 ? 'No worker serves' : `No worker of this version serves`;
  const there = others === 0 ? '' : ` (${String(others)} of other versions or builds do)`;
  return `${of} ${address}${there}; start one with: spandrel worker --redis ${address}`;
}
