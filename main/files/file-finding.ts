// What the file system refused, as findings: each names the file and says how to mend it.
import type { Finding } from '../../src/model/finding.ts';

interface Refusal {
  readonly rule: string;
  readonly message: (path: string) => string;
  readonly mend: string;
}

const notAllowed: Refusal = {
  rule: 'file-not-allowed',
  message: (path) => `${path} may not be touched by this user`,
  mend: 'Choose another place, or change the permissions of the file and its folder.',
};
const full: Refusal = {
  rule: 'disk-full',
  message: (path) => `the disk has no room left for ${path}; nothing was changed`,
  mend: 'Free some space, or choose another disk.',
};
const isFolder: Refusal = {
  rule: 'is-folder',
  message: (path) => `${path} is a folder, not a file`,
  mend: 'Name a file in it.',
};
const busy: Refusal = {
  rule: 'file-busy',
  message: (path) => `${path} is held by another program`,
  mend: 'Close the program that uses it, then try again.',
};

const refusals: Readonly<Record<string, Refusal>> = {
  ENOENT: {
    rule: 'file-missing',
    message: (path) => `there is no ${path}`,
    mend: 'Check the spelling; a missing folder is to be made first.',
  },
  ENOTDIR: {
    rule: 'folder-missing',
    message: (path) => `a part of ${path} is a file where a folder is needed`,
    mend: 'Choose a path whose folders are folders.',
  },
  ENAMETOOLONG: {
    rule: 'name-too-long',
    message: (path) => `the name of ${path} is too long for this disk`,
    mend: 'Choose a shorter name.',
  },
  ELOOP: {
    rule: 'link-loop',
    message: (path) => `${path} is a link that leads back to itself`,
    mend: 'Remove the link, or name the file that it should lead to.',
  },
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  ENOSPC: full,
  EDQUOT: full,
  EISDIR: isFolder,
  EBUSY: busy,
  ETXTBSY: busy,
};

export function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return isErrno(error) && error.code !== undefined && codes.includes(error.code);
}

/** An error finding about a whole file. */
export function fileFinding(rule: string, message: string, mend: string): Finding {
  return { rule, severity: 'error', path: '', message, mend };
}

/** The finding for a failed file operation on `path`; what is no file-system error is a defect and thrown on. */
export function findingOf(error: unknown, path: string): Finding {
  if (!isErrno(error)) throw error;
  const refusal = refusals[error.code ?? ''];
  if (refusal) return fileFinding(refusal.rule, refusal.message(path), refusal.mend);
  return fileFinding(
    'file-failed',
    `${path} could not be used: ${error.code ?? error.message}`,
    'Check the disk, or choose another place.',
  );
}
