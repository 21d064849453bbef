// What the host said at the start: where the window runs, what it may do, and the starter designs there are.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CallOutput } from '../../src/ipc/contract.ts';

export type TemplateInfo = CallOutput<'templates.list'>[number];

export type RecentFile = CallOutput<'recent.list'>[number];

export interface SessionState {
  /** False until the first design stands. */
  readonly isReady: boolean;
  readonly host: 'desktop' | 'loopback';
  readonly version: string;
  readonly fileDialogs: 'native' | 'own';
  /** The whole host writes nothing. */
  readonly readOnly: boolean;
  readonly templates: readonly TemplateInfo[];
  /** The files opened and saved last, the latest first. */
  readonly recent: readonly RecentFile[];
}

export const sessionStore = createStore<SessionState>(() => ({
  isReady: false,
  host: 'loopback',
  version: '',
  fileDialogs: 'own',
  readOnly: false,
  templates: [],
  recent: [],
}));

export function useSession<T>(selector: (state: SessionState) => T): T {
  return useStore(sessionStore, selector);
}
