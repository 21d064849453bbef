// A defect of the window itself: logged by the host, shown to the person with the number under which it was logged.
import { host } from '../host.ts';
import { notify } from '../state/panels.ts';
import { t } from '../texts.ts';

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** The number in the log, or null where the host cannot be reached. */
export async function logDefect(thrown: unknown): Promise<string | null> {
  const { message, stack } = asError(thrown);
  try {
    return (await host.call('app.report', { message, stack: stack ?? '' })).number;
  } catch {
    return null;
  }
}

export async function reportDefect(thrown: unknown): Promise<void> {
  const number = await logDefect(thrown);
  if (number === null) notify('error', asError(thrown).message);
  else notify('error', t('runs.defect', { number }), asError(thrown).message);
}

/** Starts something that nobody waits for; what it throws is reported. */
export function start(work: () => Promise<void>): void {
  work().catch((thrown: unknown) => void reportDefect(thrown));
}
