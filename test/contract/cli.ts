// The built command line as others use it: a process of its own, in a folder of its own.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'out/main/cli.js');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Workshop {
  readonly folder: string;
  readonly at: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly read: (name: string) => string;
  /** Every file below the folder with its text, to see that nothing changed. */
  readonly everything: () => Record<string, string>;
  readonly run: (args: readonly string[], stdin?: string | Uint8Array) => Promise<Ran>;
  /** `entry` is the program's, unless another build is meant. */
  readonly start: (
    args: readonly string[],
    env?: Record<string, string>,
    entry?: string,
  ) => ChildProcessWithoutNullStreams;
  readonly remove: () => void;
}

export function createWorkshop(): Workshop {
  if (!existsSync(program)) throw new Error('out/main/cli.js is missing: these tests need "npm run build" first');
  const folder = mkdtempSync(join(tmpdir(), 'spandrel-contract-'));
  const at = (name: string): string => join(folder, name);
  const start: Workshop['start'] = (args, env = {}, entry = program) => {
    const inherited = { ...process.env };
    delete inherited['INIT_CWD'];
    return spawn(process.execPath, [entry, ...args], {
      cwd: folder,
      env: { ...inherited, XDG_STATE_HOME: join(folder, '.state'), LOCALAPPDATA: join(folder, '.state'), ...env },
    });
  };
  return {
    folder,
    at,
    start,
    write: (name, content) => {
      writeFileSync(at(name), content);
      return name;
    },
    read: (name) => readFileSync(at(name), 'utf8'),
    everything: () => everythingBelow(folder),
    run: (args, stdin) => ended(start(args), stdin),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Plain files only: a link is not followed. */
function everythingBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

export async function ended(child: ChildProcessWithoutNullStreams, stdin: string | Uint8Array = ''): Promise<Ran> {
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  // A verb that needs no input may be gone before it was all written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

/** A small design that every verb can work on. */
export const shop = {
  spandrel: 1,
  name: 'Shop',
  components: [
    {
      id: 'api',
      kind: 'gateway',
      name: 'API',
      capacity: { replicas: 2, concurrency: 4 },
      service: { distribution: 'exponential', meanMs: 5 },
    },
    {
      id: 'auth',
      kind: 'service',
      name: 'Auth',
      capacity: { concurrency: 4 },
      service: { distribution: 'exponential', meanMs: 8 },
    },
  ],
  connections: [{ id: 'api-auth', from: 'api', to: 'auth' }],
  objectives: [{ id: 'p95', metric: 'responseMs.p95', below: 1000 }],
  scenarios: [
    {
      id: 'base',
      durationS: 60,
      warmupS: 5,
      replications: 3,
      arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 50 }],
    },
    { id: 'idle', durationS: 60, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 1 }] },
  ],
} as const;

export const shopText = `${JSON.stringify(shop, null, 2)}\n`;
