// The typed client of the contract: over Electron's bridge where there is one, else over the loopback socket.
import type {
  CallInput,
  CallName,
  CallOutput,
  EventData,
  EventName,
  HostPort,
  SocketReply,
  SocketRequest,
} from '../src/ipc/contract.ts';
import { t } from './texts.ts';

declare global {
  interface Window {
    /** Put there by main/preload.ts in Electron. */
    readonly spandrel?: HostPort & {
      /** Where a file that was let go on the window lies; the window may reach it from then on. */
      pathOfFile(file: File): Promise<string | null>;
    };
  }
}

interface Waiting {
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

type Listener = (data: never) => void;

/** The socket stands beside the page: `ws://127.0.0.1:PORT/TOKEN/socket`. */
function socketAddress(page: Location): string {
  return new URL('socket', page.href.replace(/^http/, 'ws')).href;
}

class SocketHost implements HostPort {
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly socket: WebSocket;
  private readonly opened: Promise<void>;
  private lastId = 0;

  constructor(address: string) {
    this.socket = new WebSocket(address);
    this.opened = new Promise((resolve, reject) => {
      this.socket.addEventListener('open', () => resolve(), { once: true });
      this.socket.addEventListener('close', () => reject(new Error(t('runs.gone'))), { once: true });
    });
    this.opened.catch(() => undefined);
    this.socket.addEventListener('message', (message) => this.receive(JSON.parse(String(message.data)) as SocketReply));
    this.socket.addEventListener('close', () => this.abandon());
  }

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    await this.opened;
    if (this.socket.readyState !== WebSocket.OPEN) throw new Error(t('runs.gone'));
    const id = ++this.lastId;
    const request: SocketRequest = { id, call: name, input };
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.send(JSON.stringify(request));
    });
  }

  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void {
    const set = this.listeners.get(name) ?? new Set<Listener>();
    this.listeners.set(name, set);
    set.add(listener as Listener);
    return () => set.delete(listener as Listener);
  }

  private receive(reply: SocketReply): void {
    if ('event' in reply) {
      for (const listener of this.listeners.get(reply.event) ?? []) listener(reply.data as never);
      return;
    }
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.output as never);
    else waiting?.reject(new Error(reply.error));
  }

  private abandon(): void {
    for (const { reject } of this.waiting.values()) reject(new Error(t('runs.gone')));
    this.waiting.clear();
  }
}

/** Null where the host does not tell. */
export async function pathOfFile(file: File): Promise<string | null> {
  return (await window.spandrel?.pathOfFile(file)) ?? null;
}

export const host: HostPort = window.spandrel ?? new SocketHost(socketAddress(window.location));
