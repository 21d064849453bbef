// Why a point of a distributed sweep has no result, beyond what the engine itself may say.
import type { Finding } from '../../src/model/finding.ts';
import { ATTEMPTS } from './names.ts';

/** What BullMQ says of a task whose workers have died or fallen silent too often. */
const STALLED = /stalled more than allowable limit/;

/** Of a task that was tried as often as it may be. */
export function taskFinding(reason: string): Finding {
  if (STALLED.test(reason))
    return failed(
      `each of the ${String(ATTEMPTS)} workers that took a task of it died or fell silent`,
      'Look at the memory and the messages of the workers, then sweep again; with --resume only the missing points are computed.',
    );
  return failed(
    `a task of it failed ${String(ATTEMPTS)} times, the last time with: ${reason}`,
    'Look at the messages of the workers, then sweep again; with --resume only the missing points are computed.',
  );
}

export function lostFinding(sendings: number): Finding {
  return failed(
    `a task of it was sent ${String(sendings)} times, and each time it was lost by Redis`,
    'Let Redis keep what it holds (maxmemory-policy noeviction, appendonly yes), then sweep again.',
  );
}

export function unreadableFinding(error: unknown): Finding {
  return failed(
    `an answer to a task of it cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    'Let no other program write below the keys spandrel:*, then sweep again.',
  );
}

function failed(message: string, mend: string): Finding {
  return { rule: 'task-failed', severity: 'error', path: '', message, mend };
}
