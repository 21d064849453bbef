// How the window closes: it is asked first, so that unsaved work is not lost, and forced only when it can no longer answer.
import type { BrowserWindow } from 'electron';

export interface Closing {
  /** The window has told its state, so it can answer questions. */
  alive(): void;
  /** The window's answer: nothing is left to lose. */
  allow(): void;
}

export function guardClosing(window: BrowserWindow, ask: () => void): Closing {
  let canAnswer = false;
  let isAllowed = false;
  window.on('close', (event) => {
    if (isAllowed || !canAnswer) return;
    event.preventDefault();
    ask();
  });
  const lost = (): void => {
    canAnswer = false;
  };
  window.webContents.on('render-process-gone', lost);
  window.on('unresponsive', lost);
  window.on('responsive', () => {
    canAnswer = true;
  });
  return {
    alive() {
      canAnswer = true;
    },
    allow() {
      isAllowed = true;
      window.close();
    },
  };
}
