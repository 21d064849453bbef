// Who keeps unsaved work, and whether it still lives: a name for each window, of its process and a running number, so
// that what a dead one has left can be told from what belongs to somebody.
import { readFileSync } from 'node:fs';

/** The windows of this process that have not been closed. */
const living = new Set<string>();
let windows = 0;

const OWNER = /^(\d{1,10})-([0-9a-z]{1,20})-\d{1,10}$/;

/** Tells a process from a later one with the same number; where the system does not say it, the number alone has to do. */
function startOf(pid: number): string {
  try {
    // The 22nd field of the line; the name before it may hold spaces and brackets itself.
    const line = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? 'x';
  } catch {
    return 'x';
  }
}

export interface Owner {
  readonly name: string;
  live(): void;
  die(): void;
}

export function createOwner(): Owner {
  windows += 1;
  const name = `${String(process.pid)}-${startOf(process.pid)}-${String(windows)}`;
  return {
    name,
    live: () => void living.add(name),
    die: () => void living.delete(name),
  };
}

/** `isAlone`: no other process can be alive here. What does not look like an owner belongs to nobody. */
export function isLiving(owner: string, isAlone: boolean): boolean {
  const [, pid, start] = OWNER.exec(owner) ?? [];
  if (pid === undefined || start === undefined) return false;
  if (Number(pid) === process.pid && start === startOf(process.pid)) return living.has(owner);
  return !isAlone && runs(Number(pid)) && startOf(Number(pid)) === start;
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
