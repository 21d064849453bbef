// The files that the desktop window may reach: those that the person chose in a dialog, or handed to the app from outside.
import { isAbsolute, join, normalize, sep } from 'node:path';
import { fail, succeed, type Outcome } from '../../src/model/finding.ts';
import { fileFinding } from '../files/file-finding.ts';
import type { FileAccess } from '../window/ports.ts';

export interface GrantedAccess extends FileAccess {
  /** From now on the window may reach this file, or everything below this folder. */
  grant(path: string, what: 'file' | 'folder'): void;
}

export function createGrantedAccess(): GrantedAccess {
  const files = new Set<string>();
  const folders = new Set<string>();

  function check(name: string): Outcome<string> {
    const path = normalize(name);
    const isGranted =
      files.has(path) || [...folders].some((folder) => path === folder || path.startsWith(folder + sep));
    return isAbsolute(path) && isGranted ? succeed(path) : fail([notChosen(name)]);
  }

  return {
    grant(path, what) {
      (what === 'file' ? files : folders).add(normalize(path));
    },
    toRead: (name) => Promise.resolve(check(name)),
    toWrite: (name) => Promise.resolve(check(name)),
    toExport: (target, path) => Promise.resolve(check(join(target, path))),
    // The desktop has the system's own dialogs, so nothing needs to be listed here.
    list: (folder) => Promise.resolve(fail([notChosen(folder)])),
    nameOf: (path) => path,
    regain: (name) => {
      if (isAbsolute(name)) files.add(normalize(name));
    },
    // The person chose it in an earlier session.
    recent(path) {
      files.add(normalize(path));
      return Promise.resolve(path);
    },
  };
}

function notChosen(name: string) {
  return fileFinding(
    'not-chosen',
    `${name} was not chosen by you in this window`,
    'Open or save it with the file dialog.',
  );
}
