// What a verb may ask of the terminal it runs in, as a port, so that it runs in a test without a process.
import { isAbsolute, resolve } from 'node:path';
import { EXIT } from './exit.ts';

export interface Io {
  /** Resolves when the reader has taken it; a reader that went away ends the process quietly. */
  readonly out: (text: string | Uint8Array) => Promise<void>;
  readonly err: (text: string) => void;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** What relative paths count from. */
  readonly folder: string;
  /** Standard error is a terminal: there may be a progress bar. */
  readonly isTerminal: boolean;
  /** The folder of log files; the user's own unless told. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Called once on Ctrl+C or a termination signal; returns how to stop listening. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

/** As a file: standard input or output. */
export const STANDARD = '-';

export function absolutePath(io: Io, path: string): string {
  return isAbsolute(path) ? path : resolve(io.folder, path);
}

export function processIo(): Io {
  endWhereNothingCanBeWritten(process.stdout);
  endWhereNothingCanBeWritten(process.stderr);
  return {
    out: (text) =>
      new Promise((written) => {
        process.stdout.write(text, () => {
          written();
        });
      }),
    err: (text) => {
      process.stderr.write(text);
    },
    stdin: () => process.stdin,
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    isTerminal: process.stderr.isTTY,
    env: process.env,
    onInterrupt,
  };
}

/** `spandrel … | head` closes the pipe early, and there is nobody left to tell; a full disk behind it is worth a word. */
function endWhereNothingCanBeWritten(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    if (stream === process.stdout) process.stderr.write(`standard output: could not be written: ${error.message}\n`);
    process.exit(EXIT.notGood);
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function onInterrupt(listener: () => void): () => void {
  const off = (): void => {
    for (const signal of SIGNALS) process.removeListener(signal, once);
  };
  // After the first signal the default is back, so that a second one ends the process at once.
  const once = (): void => {
    off();
    listener();
  };
  for (const signal of SIGNALS) process.on(signal, once);
  return off;
}
