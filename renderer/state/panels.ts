// Which panels and tabs are open, which dialog stands in front, and the scenario at hand. Remembered by the browser's
// storage where that is allowed; never part of the design.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PanelName, PanelTab } from '../../src/commands/command.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { CallOutput } from '../../src/ipc/contract.ts';
import type { AnalysisSection } from '../panels/analysis/sections.ts';
import { perDesign } from './per-design.ts';

type ComparedFile = Extract<CallOutput<'files.compareExport'>, { ok: true }>['value'][number];

/** What can be drawn over the time of a run. */
export const CHARTS = [
  'response',
  'requests',
  'errors',
  'utilisation',
  'waiting',
  'replicas',
  'lag',
  'oldest',
  'versions',
] as const;
export type Quantity = (typeof CHARTS)[number];

export type Dialog =
  | { readonly kind: 'commands' }
  | { readonly kind: 'templates' }
  | { readonly kind: 'help' }
  | { readonly kind: 'settings' }
  /** Asks before unsaved work would be lost; `then` goes on after save or discard. */
  | { readonly kind: 'unsaved'; readonly then: () => void }
  /** The window's own file dialog, where the host has none. */
  | {
      readonly kind: 'file';
      readonly purpose: 'open' | 'save' | 'folder';
      readonly suggestedName: string;
      readonly then: (path: string) => void;
      readonly verb?: string;
    }
  /** An export goes into a folder with a person's work in it: which of it is replaced, and what of ours is removed. */
  | {
      readonly kind: 'write-export';
      readonly folder: string;
      readonly theirs: readonly ComparedFile[];
      readonly gone: readonly ComparedFile[];
      readonly then: (answers: {
        readonly replaced: readonly ComparedFile[];
        readonly removed: readonly ComparedFile[];
      }) => void;
    }
  /** The file on disk is not the one that was opened, or another stands there already. */
  | { readonly kind: 'overwrite'; readonly message: string; readonly mend: string; readonly then: () => void }
  /** The file of the design was changed by another program: whose version is to stay. */
  | { readonly kind: 'conflict' }
  /** Earlier versions of the open design. */
  | { readonly kind: 'versions' }
  /** Unsaved work of other designs, left by a window that is gone. */
  | { readonly kind: 'recovered' }
  /** What of the shown run can be saved. */
  | { readonly kind: 'figures' }
  /** Which component the given one is to call. */
  | { readonly kind: 'connect'; readonly from: string }
  /** The time of the scenario at hand, large. */
  | { readonly kind: 'timeline' }
  | { readonly kind: 'compare-scenarios' }
  /** A section of the tab Analysis, large. */
  | { readonly kind: 'analysis'; readonly section: AnalysisSection }
  /** Which components the given connection is to join. */
  | { readonly kind: 'ends'; readonly connection: string }
  /** Something could not be opened or done; what is open stays as it is. */
  | {
      readonly kind: 'problem';
      readonly title: string;
      readonly findings: readonly Finding[];
      /** Another place would help. */
      readonly saveElsewhere?: boolean;
    };

export interface Notice {
  readonly tone: 'info' | 'error';
  readonly message: string;
  readonly detail: string | null;
  /** Something that can be done about it. */
  readonly action?: { readonly title: string; run(): void };
}

export interface PanelsState {
  readonly tab: PanelTab;
  readonly palette: boolean;
  readonly inspector: boolean;
  readonly results: boolean;
  readonly dialog: Dialog | null;
  readonly notice: Notice | null;
  /** Null: the first of the design. */
  readonly scenarioId: string | null;
  readonly exportFormat: string;
  /** Runs anew a moment after each edit. */
  readonly simulateOnEdit: boolean;
  /** What is drawn over the time of a run, by the keys of its quantities. */
  readonly charts: readonly Quantity[];
}

export const panelsStore = createStore<PanelsState>(() => ({
  tab: 'design',
  palette: true,
  inspector: true,
  results: true,
  dialog: null,
  notice: null,
  scenarioId: null,
  exportFormat: 'mermaid',
  simulateOnEdit: false,
  charts: ['response', 'requests', 'utilisation'],
}));

perDesign(panelsStore, { scenarioId: null }, ({ scenarioId }) => ({ scenarioId }));

export function showTab(tab: PanelTab): void {
  panelsStore.setState({ tab, inspector: true });
}

export function togglePanel(panel: PanelName): void {
  panelsStore.setState((state) => ({ [panel]: !state[panel] }));
}

export function chooseCharts(charts: readonly Quantity[]): void {
  panelsStore.setState({ charts });
}

export function toggleSimulateOnEdit(): void {
  panelsStore.setState(({ simulateOnEdit }) => ({ simulateOnEdit: !simulateOnEdit }));
}

export function openDialog(dialog: Dialog): void {
  panelsStore.setState({ dialog });
}

export function closeDialog(): void {
  panelsStore.setState({ dialog: null });
}

export function notify(
  tone: Notice['tone'],
  message: string,
  detail: string | null = null,
  action?: Notice['action'],
): void {
  panelsStore.setState({ notice: { tone, message, detail, ...(action && { action }) } });
}

export function dismissNotice(): void {
  panelsStore.setState({ notice: null });
}

export function usePanels<T>(selector: (state: PanelsState) => T): T {
  return useStore(panelsStore, selector);
}
