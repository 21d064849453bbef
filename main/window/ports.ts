// What the handlers ask of the host they run in; they know neither Electron nor a socket.
import type { Executor } from '../../src/analysis/executor.ts';
import type { CallOutput, Emit, WindowSettings } from '../../src/ipc/contract.ts';
import type { Outcome } from '../../src/model/finding.ts';
import type { LogDefect } from '../files/defect-log.ts';
import type { Templates } from '../files/templates.ts';

export interface Shell {
  /** The system's own dialog; null when the person gave up, or where there is none. */
  chooseFile(purpose: 'open' | 'save' | 'folder', suggestedName: string): Promise<string | null>;
  setState(title: string, dirty: boolean): void;
  /** Nothing is left to lose: the window may go. */
  closeWindow(): void;
  /** Another window beside this one; false where the host has none of its own. */
  openWindow(): boolean;
  /** What is drawn outside the window, such as the native menu, may follow. */
  settingsChanged(settings: WindowSettings): void;
}

type Listing = Extract<CallOutput<'files.list'>, { ok: true }>['value'];

/** Which files the window may reach, and how it names them. */
export interface FileAccess {
  /** The file on the disk that a name stands for, or why it may not be touched. */
  toRead(name: string): Promise<Outcome<string>>;
  toWrite(name: string): Promise<Outcome<string>>;
  /** Where a file of an export below the folder `target` goes; the hidden files that exports have are allowed. */
  toExport(target: string, path: string): Promise<Outcome<string>>;
  /** What stands in a folder; the empty name is the outermost. */
  list(folder: string): Promise<Outcome<Listing>>;
  /** How the window names a file on the disk. */
  nameOf(path: string): string;
  /** The window may reach again what it could reach before it was gone. */
  regain(name: string): void;
  /** The window's name for a file on the disk that was open before, which it may reach from now on; null where it may not. */
  recent(path: string): Promise<string | null>;
}

/** Where unsaved work and versions are kept. */
export interface KeptPlace {
  readonly folder: string;
  /** No other process keeps anything there while this one lives. */
  readonly isAlone: boolean;
}

export interface Ports {
  readonly host: 'desktop' | 'loopback';
  readonly fileDialogs: 'native' | 'own';
  readonly readOnly: boolean;
  /** The name of the file to open first; null for the example. */
  readonly first: () => string | null;
  readonly shell: Shell;
  readonly access: FileAccess;
  readonly kept: KeptPlace;
  readonly templates: Templates;
  readonly executor: () => Promise<Executor>;
  readonly logDefect: LogDefect;
  readonly emit: Emit;
}
