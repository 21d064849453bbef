// The files that a window in a browser may reach: those below one folder, links resolved, hidden ones left out.
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { LEDGER } from '../../src/exporters/mark.ts';
import { fail, succeed, type Outcome } from '../../src/model/finding.ts';
import { fileFinding, findingOf, hasCode } from '../files/file-finding.ts';
import type { FileAccess } from '../window/ports.ts';

/** `root` must exist. Names are relative to it, with `/`. */
export async function createRootedAccess(root: string): Promise<FileAccess> {
  const base = await realpath(root);
  const nameOf = (path: string): string => relative(base, path).split(sep).join('/');

  /** The real place of a name, links resolved. */
  async function place(name: string, hidden: ReadonlySet<string> = NONE): Promise<Outcome<string>> {
    const names = plainNames(name, hidden);
    if (names === null) return fail([outside(name)]);
    const path = join(base, ...names);
    try {
      const real = await realOf(path);
      return real !== null && isBelow(base, real) ? succeed(real) : fail([outside(name)]);
    } catch (error) {
      return fail([findingOf(error, name)]);
    }
  }

  return {
    nameOf,
    async recent(path) {
      const name = nameOf(path);
      return isBelow(base, path) && (await place(name)).ok ? name : null;
    },
    toRead: (name) => place(name),
    toWrite: (name) => place(name),
    async toExport(target, path) {
      const folder = await place(target);
      return folder.ok ? place(target === '' ? path : `${target}/${path}`, HIDDEN_IN_EXPORTS) : folder;
    },
    // What may be reached depends on the folder alone.
    regain: () => undefined,
    async list(folder) {
      const path = await place(folder);
      if (!path.ok) return path;
      try {
        const found = await Promise.all((await readdir(path.value)).map((name) => entry(path.value, name)));
        return succeed({ folder: nameOf(path.value), entries: found.filter((one) => one !== null).sort(inOrder) });
      } catch (error) {
        return fail([findingOf(error, folder)]);
      }
    },
  };

  async function entry(folder: string, name: string) {
    if (isHidden(name)) return null;
    const real = await place(nameOf(join(folder, name)));
    const found = real.ok ? await stat(real.value).catch(() => null) : null;
    if (!found || !(found.isFile() || found.isDirectory())) return null;
    return { name, path: nameOf(join(folder, name)), kind: found.isFile() ? ('file' as const) : ('folder' as const) };
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The hidden names that exports have; no other is written, since a hidden file may be what a shell or git runs. */
const HIDDEN_IN_EXPORTS: ReadonlySet<string> = new Set([
  LEDGER,
  '.ansible-lint',
  '.dockerignore',
  '.editorconfig',
  '.env.example',
  '.gitattributes',
  '.github',
  '.gitignore',
  '.gitkeep',
  '.gitlab-ci.yml',
  '.helmignore',
  '.mvn',
  '.yamllint',
]);

/** The parts of a relative name, or null where it could lead elsewhere or to something hidden. */
function plainNames(name: string, hidden: ReadonlySet<string>): readonly string[] | null {
  if (name === '') return [];
  // A backslash and a colon are plain letters on Linux, but lead elsewhere on Windows; no system has a NUL.
  if (/[\\:\0]/.test(name)) return null;
  const names = name.split('/');
  return names.every((part) => part !== '' && (hidden.has(part) || !isHidden(part))) ? names : null;
}

/** Also `.` and `..`. */
function isHidden(name: string): boolean {
  return name.startsWith('.');
}

function isBelow(base: string, path: string): boolean {
  return path === base || path.startsWith(base.endsWith(sep) ? base : base + sep);
}

/** What is still to be made is where its folder is; a link that leads to nothing could lead anywhere and gives null. */
async function realOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  if (await lstat(path).catch(() => null)) return null;
  const folder = await realOf(dirname(path));
  return folder === null ? null : join(folder, basename(path));
}

function inOrder(a: { kind: string; name: string }, b: { kind: string; name: string }): number {
  return Number(a.kind === 'file') - Number(b.kind === 'file') || a.name.localeCompare(b.name);
}

function outside(name: string) {
  return fileFinding(
    'outside-folder',
    `${name === '' ? 'the folder itself' : JSON.stringify(name)} is not a file below the folder that is served`,
    'Name a file below that folder, without .. and no hidden one; or start Spandrel in another folder.',
  );
}
