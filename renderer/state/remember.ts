// What the window remembers from one start to the next, in the browser's storage where that is allowed: which panels,
// tab and charts were open. Never part of the design.
import { CHARTS, panelsStore, type PanelsState } from './panels.ts';

const KEY = 'spandrel.panels';
const TABS = new Set<unknown>(['design', 'scenario', 'findings', 'export']);

export function remembered(text: string | null): Partial<PanelsState> {
  if (text === null) return {};
  try {
    const { tab, palette, inspector, results, charts, simulateOnEdit } = JSON.parse(text) as Record<string, unknown>;
    return {
      ...(TABS.has(tab) && { tab: tab as PanelsState['tab'] }),
      ...(typeof palette === 'boolean' && { palette }),
      ...(typeof inspector === 'boolean' && { inspector }),
      ...(typeof results === 'boolean' && { results }),
      ...(typeof simulateOnEdit === 'boolean' && { simulateOnEdit }),
      ...(Array.isArray(charts) && { charts: CHARTS.filter((key) => charts.includes(key)) }),
    };
  } catch {
    return {};
  }
}

/** Storage may be forbidden, or full: then nothing is remembered, and nothing else changes. */
export const safeStorage = {
  getItem(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  setItem(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      return;
    }
  },
};

export function rememberPanels(): void {
  panelsStore.setState(remembered(safeStorage.getItem(KEY)));
  panelsStore.subscribe(({ tab, palette, inspector, results, charts, simulateOnEdit }) =>
    safeStorage.setItem(KEY, JSON.stringify({ tab, palette, inspector, results, charts, simulateOnEdit })),
  );
}
