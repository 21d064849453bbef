// `spandrel serve [FILE]`: the whole app in a browser, until told to stop.
import { stat } from 'node:fs/promises';
import { findingOf, fileFinding, hasCode } from '../../files/file-finding.ts';
import { done, notGood, type Ending } from '../exit.ts';
import { absolutePath, type Io } from '../io.ts';
import { wholeNumber } from '../options.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly port?: number;
  readonly open?: true;
  readonly readOnly?: true;
  readonly json?: true;
}

export const serveVerb: Verb = {
  name: 'serve',
  summary: 'the whole app in a browser, on this machine only',
  examples: ['serve shop.spandrel.json', 'serve --port 8123 --open', 'serve shop.spandrel.json --read-only'],
  define(command, io, end) {
    command
      .argument('[file]', 'the design to open; files are opened and saved below its folder, or else below this one')
      .option('--port <n>', 'the port to listen on (default: one that is free)', wholeNumber({ min: 1, max: 65_535 }))
      .option('--open', "open it in the system's browser")
      .option('--read-only', 'let nothing be saved')
      .option('--json', 'print the address as one JSON document')
      .action(async (file: string | undefined, options: Options) => {
        end(await serve(file, options, io));
      });
  },
};

async function serve(file: string | undefined, options: Options, io: Io): Promise<Ending> {
  const path = file === undefined ? null : absolutePath(io, file);
  const problem = path === null ? null : await problemWith(path);
  if (problem) return notGood(file ?? '', [problem]);
  const { serveApp } = await import('../../loopback/serve.ts');
  const stopped = new Promise<void>((resolve) => io.onInterrupt(resolve));
  try {
    const server = await serveApp({
      file: path,
      folder: io.folder,
      port: options.port ?? 0,
      readOnly: options.readOnly === true,
    });
    await io.out(options.json ? `${JSON.stringify({ address: server.address })}\n` : `${server.address}\n`);
    if (options.open) await openInBrowser(server.address, io);
    await stopped;
    await server.close();
    return done;
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE', 'EACCES')) return notGood('serve', [portTaken(options.port)]);
    throw error;
  }
}

async function problemWith(path: string) {
  try {
    return (await stat(path)).isFile()
      ? null
      : fileFinding('is-folder', `${path} is not a file`, 'Name a design file.');
  } catch (error) {
    return findingOf(error, path);
  }
}

function portTaken(port: number | undefined) {
  return fileFinding(
    'port-taken',
    `port ${String(port ?? 0)} cannot be had: another program listens there, or this user may not`,
    'Choose another with --port, or leave it out to get a free one.',
  );
}

async function openInBrowser(address: string, io: Io): Promise<void> {
  const { openExternally } = await import('../../loopback/open-browser.ts');
  if (!(await openExternally(address))) io.err('No browser could be opened; open the address yourself.\n');
}
