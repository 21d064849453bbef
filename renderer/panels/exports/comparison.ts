// The folder that an export was last compared with or written to, for each design and format of the session, and what
// stands in it.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import type { CallOutput } from '../../../src/ipc/contract.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { start } from '../../commands/defects.ts';
import { host } from '../../host.ts';
import { documentStore, useDocument } from '../../state/document.ts';

export type Compared = Extract<CallOutput<'files.compareExport'>, { ok: true }>['value'][number];
export type ComparedState = Compared['state'];

export interface Comparison {
  readonly folder: string;
  readonly byPath: ReadonlyMap<string, Compared>;
  readonly findings: readonly Finding[];
}

interface Folders {
  /** By document and format. */
  readonly folders: Readonly<Record<string, string>>;
  /** Counts what may have changed the folder, so that it is looked at anew. */
  readonly turn: number;
}

const foldersStore = createStore<Folders>(() => ({ folders: {}, turn: 0 }));

const keyOf = (documentId: string, format: string): string => `${documentId} ${format}`;

export function useFolder(format: string): string | null {
  const documentId = useDocument((state) => state.documentId);
  return useStore(foldersStore, ({ folders }) => folders[keyOf(documentId, format)] ?? null);
}

export function rememberFolder(format: string, folder: string | null): void {
  const key = keyOf(documentStore.getState().documentId, format);
  foldersStore.setState(({ folders: { [key]: _, ...others }, turn }) => ({
    folders: folder === null ? others : { ...others, [key]: folder },
    turn: turn + 1,
  }));
}

export function compareAgain(): void {
  foldersStore.setState(({ turn }) => ({ turn: turn + 1 }));
}

export async function compareWith(folder: string, files: readonly ExportFile[]): Promise<Comparison> {
  const compared = await host.call('files.compareExport', { target: folder, files: [...files], shape: 'folder' });
  if (!compared.ok) return { folder, byPath: new Map(), findings: compared.findings };
  return { folder, byPath: new Map(compared.value.map((file) => [file.path, file])), findings: [] };
}

/** Follows the export, and looks again when the window is come back to. */
export function useComparison(folder: string | null, files: readonly ExportFile[]): Comparison | null {
  const turn = useStore(foldersStore, (state) => state.turn);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    if (folder === null) return;
    let isCurrent = true;
    const look = (): void =>
      start(async () => {
        const next = await compareWith(folder, files);
        if (isCurrent) setComparison(next);
      });
    look();
    window.addEventListener('focus', look);
    return () => {
      isCurrent = false;
      window.removeEventListener('focus', look);
    };
  }, [folder, files, turn]);
  return comparison?.folder === folder ? comparison : null;
}

/** A person's work stands in the way. */
export function isTheirs({ state }: Compared): boolean {
  return state === 'edited' || state === 'foreign';
}
