// Reading a text whole: the size is looked at before anything is read, and what is not UTF-8 is refused with its place.
import { fail, succeed, type Outcome, type Position } from '../../src/model/finding.ts';
import { fileFinding, findingOf } from './file-finding.ts';
import { realDisk, type FileSystem } from './file-system.ts';

export interface DecodedFile {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Reads a file of at most `limit` bytes; a larger one is refused unread. */
export async function readDecoded(path: string, limit: number): Promise<Outcome<DecodedFile>> {
  let bytes: Uint8Array | null;
  try {
    bytes = await readBytes(path, limit);
  } catch (error) {
    return fail([findingOf(error, path)]);
  }
  if (bytes === null) return fail([tooLarge(path, limit)]);
  const decoded = decodeText(bytes, path);
  return decoded.ok ? succeed({ bytes, text: decoded.value }) : decoded;
}

/** The bytes of a file, or null where it has more than `limit`. A pipe or device is read up to the limit as well. */
export async function readBytes(
  path: string,
  limit: number,
  disk: Pick<FileSystem, 'open'> = realDisk,
): Promise<Uint8Array | null> {
  const handle = await disk.open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > limit) return null;
    return await collect(handle.createReadStream({ autoClose: false }), limit);
  } finally {
    await handle.close();
  }
}

/** Everything that a stream gives, or null as soon as it is more than `limit` bytes. */
export async function collect(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

export function tooLarge(name: string, limit: number) {
  return fileFinding(
    'file-too-large',
    `${name} is larger than ${String(limit / 2 ** 20)} MiB, the most that a design may have`,
    'Open a design file (*.spandrel.json); put long traces into files of their own.',
  );
}

/** UTF-8 bytes to text, a byte order mark left out; the first byte that is not UTF-8 is named by line and column. */
export function decodeText(bytes: Uint8Array, name: string): Outcome<string> {
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const finding = fileFinding(
      'not-utf8',
      `${name} is not UTF-8 text`,
      'Save it as UTF-8; a design file is JSON text (*.spandrel.json).',
    );
    return fail([{ ...finding, position: firstInvalid(bytes) }]);
  }
}

const REPLACEMENT = '\uFFFD';

/** Where the lenient decoder put a replacement that does not itself stand in the bytes. */
function firstInvalid(bytes: Uint8Array): Position {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let at = text.indexOf(REPLACEMENT);
  while (at >= 0 && isLiteral(bytes, Buffer.byteLength(text.slice(0, at)))) at = text.indexOf(REPLACEMENT, at + 1);
  const before = text.slice(0, Math.max(at, 0));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

function isLiteral(bytes: Uint8Array, offset: number): boolean {
  return bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
}
