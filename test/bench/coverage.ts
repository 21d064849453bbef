// Whether intervals are honest: over 400 independent seeds, how often the 95 % interval of the mean response of M/M/1 at
// 70 % covers the truth. Nightly-sized; `npm run laws:coverage`.
import { compileNetwork } from '../../src/simulation/compile.ts';
import { runReplication } from '../../src/simulation/engine.ts';
import { mergeRecords } from '../../src/simulation/merge.ts';
import type { Design } from '../../src/model/design.ts';
import type { ReplicationRecord } from '../../src/simulation/record.ts';

const SEEDS = 400;
const REPLICATIONS = 10;
const RATE = 0.7;
/** M/M/1: S/(1 - ρ), with S = 1 s. */
const TRUTH_MS = 1000 / (1 - RATE);
const LEAST = 0.92;
const MOST = 0.98;

function covers(seed: number): boolean {
  const scenario = {
    id: 'base',
    durationS: 6000,
    warmupS: 1000,
    seed,
    arrivals: [{ at: 'api', process: 'poisson' as const, ratePerSecond: RATE }],
  };
  const design: Design = {
    spandrel: 1,
    name: 'Coverage',
    components: [{ id: 'api', kind: 'service', service: { distribution: 'exponential', meanMs: 1000 } }],
    scenarios: [scenario],
  };
  const network = compileNetwork(design, scenario);
  const records = Array.from({ length: REPLICATIONS }, (_, replication): ReplicationRecord => {
    const outcome = runReplication(network, replication);
    if (outcome.kind !== 'done') throw new Error(`The run ended as ${outcome.kind}`);
    return outcome.record;
  });
  const { mean, ci95 } = mergeRecords(network, records, { design, scenario, wallMs: 0 }).requests.responseMs.mean;
  return mean !== null && ci95 !== null && Math.abs(mean - TRUTH_MS) <= ci95;
}

let covered = 0;
for (let seed = 1; seed <= SEEDS; seed++) if (covers(seed)) covered++;
const share = covered / SEEDS;
process.stdout.write(
  `The 95 % interval of the mean response of M/M/1 at ${RATE} covers the truth in ${(100 * share).toFixed(1)} % of ${SEEDS} runs (asked: ${100 * LEAST} to ${100 * MOST} %)\n`,
);
if (share < LEAST || share > MOST) process.exitCode = 1;
