// The sandboxed bridge: passes calls and events of the contract's tables, by name, and nothing else.
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import {
  calls,
  events,
  type CallInput,
  type CallName,
  type CallOutput,
  type EventData,
  type EventName,
  type HostPort,
} from '../src/ipc/contract.ts';
import { CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL } from './desktop/channels.ts';
import type { Answer } from './window/answer.ts';

const bridge: HostPort & { pathOfFile(file: File): Promise<string | null> } = {
  // The path is read here, from the file itself: a page cannot make one up.
  async pathOfFile(file) {
    const path = webUtils.getPathForFile(file);
    if (path === '') return null;
    await ipcRenderer.invoke(DROP_CHANNEL, path);
    return path;
  },

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    if (!Object.hasOwn(calls, name)) throw new Error(`there is no call ${name}`);
    const answer = (await ipcRenderer.invoke(CALL_CHANNEL, name, input)) as Answer;
    if (!answer.ok) throw new Error(answer.error);
    return answer.output as CallOutput<N>;
  },
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void {
    if (!Object.hasOwn(events, name)) throw new Error(`there is no event ${name}`);
    const pass = (_event: IpcRendererEvent, given: string, data: EventData<N>): void => {
      if (given === name) listener(data);
    };
    ipcRenderer.on(EVENT_CHANNEL, pass);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, pass);
    };
  },
};

contextBridge.exposeInMainWorld('spandrel', bridge);
