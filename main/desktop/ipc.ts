// The one channel for calls and the one for events, and whose calls are taken.
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Emit } from '../../src/ipc/contract.ts';
import type { Answer } from '../window/answer.ts';
import type { Dispatch } from '../window/dispatch.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { isOwnAddress } from './origin.ts';

/** Only the main frame of this window, on its own page, is answered. */
export function answerCalls(ipcMain: IpcMain, contents: WebContents, dispatch: Dispatch): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<Answer> => {
    if (!isOwnFrame(event, contents) || typeof name !== 'string') return { ok: false, error: 'refused' };
    return dispatch(name, input);
  });
}

export function stopAnswering(ipcMain: IpcMain): void {
  ipcMain.removeHandler(CALL_CHANNEL);
}

function isOwnFrame(event: IpcMainInvokeEvent, contents: WebContents): boolean {
  const frame = event.senderFrame;
  return frame !== null && event.sender === contents && frame === contents.mainFrame && isOwnAddress(frame.url);
}

export function emitTo(contents: WebContents): Emit {
  return (name, data) => {
    if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, name, data);
  };
}
