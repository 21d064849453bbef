// Defects of Spandrel itself: each goes with its stack to a file of its own, under a number that the user can see and send.
import { mkdirSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { arch, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from './version.ts';
import { stateFolder } from './folders.ts';

export interface LoggedDefect {
  readonly number: string;
  /** Null where nothing could be written, not even to the temporary folder. */
  readonly file: string | null;
}

export type LogDefect = (error: unknown, doing: string) => LoggedDefect;

const KEPT = 50;
const NAME = /^defect-.*\.log$/;

/** Written at once and not later, because the process may be about to end. */
export function createDefectLog(folder: string = stateFolder(), now: () => Date = () => new Date()): LogDefect {
  return (error, doing) => {
    const at = now().toISOString();
    const number = `${at.slice(0, 10)}-${randomHex()}`;
    const text = [
      `Spandrel ${version}, defect ${number}`,
      `${at}, while ${doing}`,
      `Node ${process.versions.node}, V8 ${process.versions.v8}, ${process.platform} ${arch()} ${release()}`,
      '',
      describe(error),
      '',
    ].join('\n');
    for (const place of [folder, tmpdir()]) {
      const file = join(place, `defect-${number}.log`);
      if (tryWrite(place, file, text)) {
        if (place === folder) forgetOld(folder);
        return { number, file };
      }
    }
    return { number, file: null };
  };
}

/** By the global, as every command would have to load `node:crypto` for what hardly ever happens. */
function randomHex(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(3))).toString('hex');
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${String(error)}`;
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function tryWrite(folder: string, file: string, text: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

/** The names begin with the day, so that the oldest come first. */
function forgetOld(folder: string): void {
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  for (const name of names.sort().slice(0, -KEPT)) {
    try {
      unlinkSync(join(folder, name));
    } catch {
      // Another run may have removed it first.
    }
  }
}
