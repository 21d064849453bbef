// The calls about files: reading, whole-file writing, exports, and the two kinds of file dialog.
import type { Handlers } from '../../src/ipc/contract.ts';
import { fail, succeed, type Outcome } from '../../src/model/finding.ts';
import { MAX_DESIGN_BYTES } from '../../src/model/read.ts';
import { compareExport, type ComparedFile } from '../files/compare-export.ts';
import { fileFinding } from '../files/file-finding.ts';
import { checkStale, removeStale } from '../files/remove-stale.ts';
import { hashOf, readText } from '../files/text-file.ts';
import type { Versions } from '../files/versions.ts';
import type { Watcher } from '../files/watcher.ts';
import { writeExport } from '../files/write-export.ts';
import { writeWhole } from '../files/write-whole.ts';
import { copied } from '../window/answer.ts';
import type { Ports } from '../window/ports.ts';

type FileHandlers = Pick<
  Handlers,
  | 'files.choose'
  | 'files.list'
  | 'files.read'
  | 'files.write'
  | 'files.compareExport'
  | 'files.writeExport'
  | 'files.watch'
>;

export function fileHandlers(ports: Ports, versions: Versions, watcher: Watcher): FileHandlers {
  return {
    'files.choose': async ({ purpose, suggestedName }) => ({
      path: await ports.shell.chooseFile(purpose, suggestedName),
    }),
    'files.list': async ({ folder }) => copied(await ports.access.list(folder)),
    'files.read': async ({ path }) => copied(await readFile(ports, path)),
    'files.write': async (input) => copied(await write(ports, versions, watcher, input)),
    'files.compareExport': async (input) => copied(await compareFiles(ports, input)),
    'files.writeExport': async (input) => copied(await writeFiles(ports, input)),
    'files.watch': async ({ files }) => {
      const found = await Promise.all(
        files.map(async ({ path: name, hash }) => {
          const path = await ports.access.toRead(name);
          return path.ok ? [{ name, path: path.value, hash }] : [];
        }),
      );
      await watcher.watch(found.flat());
      return {};
    },
  };
}

/** A design file as the window is given it, under the window's own name for it. */
export async function readFile(
  ports: Ports,
  name: string,
): Promise<Outcome<{ path: string; text: string; hash: string; readOnly: boolean }>> {
  const path = await ports.access.toRead(name);
  if (!path.ok) return path;
  const read = await readText(path.value, MAX_DESIGN_BYTES);
  if (!read.ok) return read;
  const { text, hash, readOnly } = read.value;
  return succeed({ path: ports.access.nameOf(path.value), text, hash, readOnly: readOnly || ports.readOnly });
}

type Input<N extends keyof FileHandlers> = Parameters<FileHandlers[N]>[0];

/** What is replaced and what replaces it are both versions from then on. */
async function write(
  ports: Ports,
  versions: Versions,
  watcher: Watcher,
  input: Input<'files.write'>,
): Promise<Outcome<{ path: string; hash: string }>> {
  const path = await writable(ports, input.path);
  if (!path.ok) return path;
  const subject = { file: path.value };
  const replaced = await readText(path.value, MAX_DESIGN_BYTES);
  if (replaced.ok && replaced.value.text !== input.text) {
    const kept = await versions.keep(subject, '', replaced.value.text);
    if (!kept.ok && input.keepsReplaced) return fail([notKept(input.path), ...kept.findings]);
  }
  watcher.expect(path.value, hashOf(Buffer.from(input.text)));
  const written = await writeWhole(path.value, Buffer.from(input.text), {
    overwrite: input.overwrite,
    expectedHash: input.expectedHash ?? undefined,
  });
  if (!written.ok) return written;
  await versions.keep(subject, input.label ?? '', input.text);
  return succeed({ path: ports.access.nameOf(path.value), hash: written.value.hash });
}

function notKept(name: string) {
  return fileFinding(
    'not-kept',
    `${name} was not written: the version that stands there could not be kept`,
    'Free some space, or save under another name.',
  );
}

/** Whether the window may reach the place of each file of an export. */
async function reachAll(ports: Ports, target: string, paths: readonly string[]): Promise<Outcome<null>> {
  for (const path of paths) {
    const each = await ports.access.toExport(target, path);
    if (!each.ok) return each;
  }
  return succeed(null);
}

async function compareFiles(
  ports: Ports,
  { target, files, shape }: Input<'files.compareExport'>,
): Promise<Outcome<ComparedFile[]>> {
  if (shape === 'single' && files.length > 1) return fail([severalFiles(target)]);
  const path = await ports.access.toRead(target);
  if (!path.ok) return path;
  const paths = shape === 'folder' ? files.map((file) => file.path) : [];
  const reached = await reachAll(ports, target, paths);
  if (!reached.ok) return reached;
  const compared = await compareExport(path.value, files, shape);
  return compared.ok ? succeed([...compared.value]) : compared;
}

async function writeFiles(
  ports: Ports,
  input: Input<'files.writeExport'>,
): Promise<Outcome<{ written: string[]; removed: string[] }>> {
  const { files, shape, overwrite, replaces } = input;
  if (shape === 'single' && files.length > 1) return fail([severalFiles(input.target)]);
  const target = await writable(ports, input.target);
  if (!target.ok) return target;
  const stale = shape === 'folder' ? (input.removes ?? []) : [];
  const paths = shape === 'folder' ? [...files, ...stale].map(({ path }) => path) : [];
  const reached = await reachAll(ports, input.target, paths);
  if (!reached.ok) return reached;
  const isStale = await checkStale(target.value, stale);
  if (!isStale.ok) return isStale;
  const written = await writeExport(target.value, files, shape, { overwrite, replaces });
  if (!written.ok) return written;
  const removed = await removeStale(target.value, stale);
  if (!removed.ok) return removed;
  return succeed({ written: written.value.map((path) => ports.access.nameOf(path)), removed: [...removed.value] });
}

function severalFiles(target: string) {
  return fileFinding('several-files', `several files do not fit into ${target}`, 'Choose a folder for them.');
}

async function writable(ports: Ports, name: string): Promise<Outcome<string>> {
  if (!ports.readOnly) return ports.access.toWrite(name);
  return fail([
    fileFinding('read-only', `${name} was not written: this window only reads`, 'Start without --read-only to save.'),
  ]);
}
