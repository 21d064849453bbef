// Reading the design that a verb works on, from a file or from standard input.
import './quick-schemas.ts';
import { MAX_DESIGN_BYTES, readDesign } from '../../src/model/read.ts';
import type { Design } from '../../src/model/design.ts';
import { fail, type Outcome } from '../../src/model/finding.ts';
import { collect, decodeText, readDecoded, tooLarge } from '../files/read-text.ts';
import { absolutePath, STANDARD, type Io } from './io.ts';

/** The design; unknown keys and the like are among the notes. */
export async function readDesignInput(file: string, io: Io): Promise<Outcome<Design>> {
  const text = await readInput(file, io);
  return text.ok ? readDesign(text.value) : text;
}

/** The text of a file or of standard input, whatever it says. */
export async function readInput(file: string, io: Io): Promise<Outcome<string>> {
  if (file === STANDARD) {
    const bytes = await collect(io.stdin(), MAX_DESIGN_BYTES);
    return bytes === null ? fail([tooLarge('it', MAX_DESIGN_BYTES)]) : decodeText(bytes, 'it');
  }
  const read = await readDecoded(absolutePath(io, file), MAX_DESIGN_BYTES);
  return read.ok ? { ok: true, value: read.value.text, notes: read.notes } : read;
}
