// What the person chose for every window, kept by the host: language, appearance, motion and shortcuts. What was never
// chosen has its default here.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { WindowSettings } from '../../src/ipc/contract.ts';
import { host } from '../host.ts';
import { chooseTheme, followSystemTheme } from '../theme/appearance.ts';
import { speak, systemLanguage, type Language } from '../texts.ts';

export type Settings = Required<WindowSettings>;

const DEFAULTS: Settings = {
  language: 'system',
  theme: 'system',
  motion: 'system',
  shortcuts: {},
  tourSeen: false,
  layout: {},
};

export const settingsStore = createStore<Settings>(() => DEFAULTS);

export function languageOf({ language }: Settings): Language {
  return language === 'system' ? systemLanguage() : language;
}

/** The page says what was chosen; the style sheets and the canvas follow it. */
function apply(settings: Settings): void {
  const root = document.documentElement;
  const language = languageOf(settings);
  speak(language);
  root.lang = language;
  chooseTheme(settings.theme);
  if (settings.motion === 'reduced') root.dataset['motion'] = 'reduced';
  else delete root.dataset['motion'];
}

/** Settings that cannot be kept hold for as long as the window is open. */
export function choose(settings: WindowSettings): void {
  settingsStore.setState(settings);
  apply(settingsStore.getState());
  host.call('settings.write', settings).catch(() => undefined);
}

/** Before anything is drawn, so that nothing has to be drawn twice. */
export async function loadSettings(): Promise<void> {
  try {
    settingsStore.setState(await host.call('settings.read', {}));
  } catch {
    // The start of the window finds the host gone as well, and says so.
  }
  apply(settingsStore.getState());
  followSystemTheme();
}

/** Sizes change with every pixel of a drag; one of these is enough. */
const LAYOUT_DELAY_MS = 300;
let waiting: ReturnType<typeof setTimeout> | null = null;

/** Something that the window remembers of itself. */
export function rememberLayout(key: string, value: string): void {
  const { layout } = settingsStore.getState();
  if (layout[key] === value) return;
  settingsStore.setState({ layout: { ...layout, [key]: value } });
  if (waiting !== null) clearTimeout(waiting);
  waiting = setTimeout(() => {
    waiting = null;
    host.call('settings.write', { layout: settingsStore.getState().layout }).catch(() => undefined);
  }, LAYOUT_DELAY_MS);
}

export function useSettings<T>(selector: (state: Settings) => T): T {
  return useStore(settingsStore, selector);
}
