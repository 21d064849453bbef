// Start-up: how long `simulate` takes on a small design with a short run, beside `node -e 0`, each in turns.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RUNS = 20;
/** As the issue has it: so many times `node -e 0`, and so many milliseconds more. */
const FACTOR = 1.5;
const MORE_MS = 150;

const SMALL = {
  spandrel: 1,
  name: 'Small',
  components: [
    { id: 'web', kind: 'web-client' },
    { id: 'api', kind: 'service', service: { distribution: 'exponential', meanMs: 4 } },
    { id: 'db', kind: 'sql-database', service: { distribution: 'exponential', meanMs: 5 } },
  ],
  connections: [
    { id: 'web-api', from: 'web', to: 'api' },
    { id: 'api-db', from: 'api', to: 'db' },
  ],
  scenarios: [
    {
      id: 'base',
      durationS: 1,
      replications: 1,
      arrivals: [{ at: 'web', process: 'poisson', ratePerSecond: 50 }],
    },
  ],
};

export interface Startup {
  readonly nodeMs: number;
  readonly simulateMs: number;
  readonly limitMs: number;
}

/** Medians. `root` is the checkout, which is built. */
export function measureStartup(root: string, median: (values: readonly number[]) => number): Startup {
  const folder = mkdtempSync(join(tmpdir(), 'spandrel-startup-'));
  const file = join(folder, 'small.spandrel.json');
  writeFileSync(file, JSON.stringify(SMALL));
  const simulate = [join(root, 'out', 'main', 'cli.js'), 'simulate', file];
  const times = { node: [] as number[], simulate: [] as number[] };
  try {
    for (let run = 0; run < RUNS; run++) {
      times.node.push(timeOf(['-e', '0']));
      times.simulate.push(timeOf(simulate));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const nodeMs = median(times.node);
  return { nodeMs, simulateMs: median(times.simulate), limitMs: FACTOR * nodeMs + MORE_MS };
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}
