// The files of an export as they are listed: with what stands in the folder, folders folded, or found by a word.
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import type { Compared, Comparison } from './comparison.ts';

export interface Listed {
  readonly path: string;
  /** Null for what is no longer exported. */
  readonly file: ExportFile | null;
  /** Null without a folder to compare with. */
  readonly old: Compared | null;
}

export interface Row {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  /** Null for a folder. */
  readonly listed: Listed | null;
}

/** What is exported, in its order, then what is left over in the folder. */
export function listFiles(files: readonly ExportFile[], comparison: Comparison | null): readonly Listed[] {
  const gone = [...(comparison?.byPath.values() ?? [])].filter(({ state }) => state === 'gone');
  return [
    ...files.map((file) => ({ path: file.path, file, old: comparison?.byPath.get(file.path) ?? null })),
    ...gone.map((old) => ({ path: old.path, file: null, old })),
  ];
}

/** More than one level of folders is worth a tree. */
export function needsTree(listed: readonly Listed[]): boolean {
  return listed.some(({ path }) => path.split('/').length > 2);
}

export function findIn(listed: readonly Listed[], words: string): readonly Listed[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return listed.filter(({ path }) => wanted.every((word) => path.toLowerCase().includes(word)));
}

/** The rows in sight: folders before files, by name, and nothing below a folded folder. */
export function treeRows(listed: readonly Listed[], folded: ReadonlySet<string>): readonly Row[] {
  const rows: Row[] = [];
  const visit = (below: string, inside: readonly Listed[], depth: number): void => {
    const folders = new Map<string, Listed[]>();
    const here: Listed[] = [];
    for (const one of inside) {
      const [name = '', ...rest] = one.path.slice(below.length).split('/');
      if (rest.length === 0) here.push(one);
      else folders.set(name, [...(folders.get(name) ?? []), one]);
    }
    for (const name of [...folders.keys()].sort()) {
      const path = `${below}${name}`;
      rows.push({ path, name, depth, listed: null });
      if (!folded.has(path)) visit(`${path}/`, folders.get(name) ?? [], depth + 1);
    }
    for (const one of here.sort((a, b) => (a.path < b.path ? -1 : 1)))
      rows.push({ path: one.path, name: one.path.slice(below.length), depth, listed: one });
  };
  visit('', listed, 0);
  return rows;
}

/** Of more than `many` files only the folders that lead to the chosen one are open at first. */
export function foldedAtFirst(listed: readonly Listed[], chosen: string, many: number): ReadonlySet<string> {
  if (listed.length <= many) return new Set();
  const folders = treeRows(listed, new Set()).flatMap(({ path, listed: file }) => (file === null ? [path] : []));
  return new Set(folders.filter((folder) => !chosen.startsWith(`${folder}/`)));
}

export function lineCount(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** The bytes that a base64 text stands for, in KiB. */
export function sizeKiB(base64: string): number {
  return Math.max(1, Math.round((base64.length * 3) / 4 / 1024));
}
