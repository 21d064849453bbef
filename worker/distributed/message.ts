// What crosses the queue: a task as the data of a BullMQ job, its network and its answer as bytes beside it.
import { deserialize, serialize } from 'node:v8';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Finding } from '../../src/model/finding.ts';
import type { ReplicationRecord } from '../../src/simulation/record.ts';

/** Some replications of one run, one after the other. */
export interface TaskMessage {
  readonly sweep: string;
  /** The run, and the field of its network in the sweep's hash. */
  readonly run: number;
  /** The number of the first replication. */
  readonly first: number;
  readonly replications: number;
}

export type Answer =
  | { readonly kind: 'done'; readonly records: readonly ReplicationRecord[]; readonly wallMs: number }
  /** The run cannot end, or the task has failed for good. */
  | { readonly kind: 'stopped'; readonly finding: Finding };

/** A record shrinks to a fifth in 0.3 ms, which Redis would spend several times on the rest. */
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Behind the name of the build. V8's own form keeps every bit of a number, typed arrays and infinities. */
export function encode(build: string, value: unknown): Buffer {
  return Buffer.concat([Buffer.from(`${build}\n`), brotliCompressSync(serialize(value), QUICKLY)]);
}

/** Throws where another build has written it: V8's form is not read across versions, nor would the figures be the same. */
export function decode(build: string, bytes: Buffer): unknown {
  const end = bytes.indexOf('\n');
  const found = bytes.subarray(0, Math.max(end, 0)).toString();
  if (found !== build) throw new Error(`it was written by build "${found}" of Spandrel, and this is build "${build}"`);
  return deserialize(brotliDecompressSync(bytes.subarray(end + 1)));
}
