// What the window remembers from one start to the next: which panels and charts were open. The tab
// is not: a design opens with what is selected in sight. Never part of the design.
import { panelsStore } from './panels.ts';
import { remembered } from './remembered.ts';
import { rememberLayout, settingsStore } from './settings.ts';

const KEY = 'spandrel.panels';

/** For what remembers its own sizes: the storage of a browser, kept by the host. */
export const safeStorage = {
  getItem: (key: string): string | null => settingsStore.getState().layout[key] ?? null,
  setItem: rememberLayout,
};

export function rememberPanels(): void {
  panelsStore.setState(remembered(safeStorage.getItem(KEY)));
  panelsStore.subscribe(({ palette, inspector, results, charts, simulateOnEdit }) =>
    safeStorage.setItem(KEY, JSON.stringify({ palette, inspector, results, charts, simulateOnEdit })),
  );
}
