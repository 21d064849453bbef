// The one channel for calls and the one for events, and whose calls are taken.
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Emit } from '../../src/ipc/contract.ts';
import type { Answer } from '../window/answer.ts';
import type { Dispatch } from '../window/dispatch.ts';
import { CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { isOwnAddress } from './origin.ts';

/** The windows that are answered, each by its own handlers. */
export interface Switchboard {
  /** `onDrop` is told the path of each file that the person lets go on the window. */
  connect(contents: WebContents, dispatch: Dispatch, onDrop: (path: string) => void): void;
  disconnect(contents: WebContents): void;
}

/** Only the main frame of one of the windows, on its own page, is answered. */
export function createSwitchboard(ipcMain: IpcMain): Switchboard {
  const windows = new Map<WebContents, { readonly dispatch: Dispatch; readonly onDrop: (path: string) => void }>();

  async function answer(event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Answer> {
    const window = windows.get(event.sender);
    if (!window || !isOwnFrame(event) || typeof name !== 'string') return { ok: false, error: 'refused' };
    return window.dispatch(name, input);
  }

  function drop(event: IpcMainInvokeEvent, path: unknown): void {
    const window = windows.get(event.sender);
    if (window && isOwnFrame(event) && typeof path === 'string') window.onDrop(path);
  }

  return {
    connect(contents, dispatch, onDrop) {
      if (windows.size === 0) {
        ipcMain.handle(CALL_CHANNEL, answer);
        ipcMain.handle(DROP_CHANNEL, drop);
      }
      windows.set(contents, { dispatch, onDrop });
    },
    disconnect(contents) {
      windows.delete(contents);
      if (windows.size > 0) return;
      ipcMain.removeHandler(CALL_CHANNEL);
      ipcMain.removeHandler(DROP_CHANNEL);
    },
  };
}

function isOwnFrame({ sender, senderFrame: frame }: IpcMainInvokeEvent): boolean {
  return frame !== null && frame === sender.mainFrame && isOwnAddress(frame.url);
}

export function emitTo(contents: WebContents): Emit {
  return (name, data) => {
    if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, name, data);
  };
}
