// What an export would change, as a unified diff that `patch` understands, and as a line for each file that is a person's.
import { createTwoFilesPatch } from 'diff';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import type { ComparedFile } from '../files/compare-export.ts';
import { printable } from './printable.ts';

const NOWHERE = '/dev/null';

/** A comparison beyond this many changed lines takes too long to be worth it. */
const MOST_CHANGES = 20_000;

export function unifiedDiff(files: readonly ExportFile[], compared: readonly ComparedFile[]): string {
  const made = new Map(files.map((file) => [file.path, file]));
  return compared
    .flatMap((old) => {
      const file = made.get(old.path);
      return file === undefined || old.state === 'same' ? [] : [diffOf(file, old)];
    })
    .join('');
}

function diffOf(file: ExportFile, old: ComparedFile): string {
  const isNew = old.state === 'new';
  const [before, after] = [isNew ? NOWHERE : `a/${file.path}`, `b/${file.path}`];
  const patch =
    file.encoding === undefined && (isNew || old.text !== null)
      ? createTwoFilesPatch(before, after, old.text ?? '', file.text, undefined, undefined, {
          context: 3,
          maxEditLength: MOST_CHANGES,
        })
      : undefined;
  // The line of equals signs before each file is Subversion's, and nobody needs it.
  return patch?.replace(/^=+\n/, '') ?? `Files ${before} and ${after} differ\n`;
}

const WORDS = {
  edited: 'was changed by hand since it was exported',
  foreign: 'was not exported by Spandrel',
  gone: 'is no longer exported',
} as const;

/** What a diff does not say: whose the files are. */
export function diffNote(out: string, compared: readonly ComparedFile[]): string {
  return compared
    .flatMap(({ path, state }) =>
      state === 'edited' || state === 'foreign' || state === 'gone'
        ? [`${printable(`${out}: ${path} ${WORDS[state]}`)}\n`]
        : [],
    )
    .join('');
}
