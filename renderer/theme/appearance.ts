// Light or dark: as the system has it, or as was chosen. The page carries which of the two it is, and the tokens follow.
type Theme = 'light' | 'dark';

const listeners = new Set<() => void>();

function systemTheme(): Theme {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

let chosen: Theme | 'system' = 'system';

function show(): void {
  const theme = chosen === 'system' ? systemTheme() : chosen;
  const { dataset } = document.documentElement;
  if (dataset['theme'] === theme) return;
  dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

export function chooseTheme(theme: Theme | 'system'): void {
  chosen = theme;
  show();
}

/** Once, at the start of the window. */
export function followSystemTheme(): void {
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
}

/** Told after the page has taken the other colours: for what is drawn on a bitmap. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isDark(): boolean {
  return document.documentElement.dataset['theme'] === 'dark';
}
