// What is learnt from traced requests as they end: where the time went in the mean, and some of them as a whole.
import { OK } from '../frame.ts';
import type { Network } from '../network.ts';
import type { ReplicationRecord } from '../record.ts';
import { Breakdown } from './breakdown.ts';
import { CriticalPath } from './critical-path.ts';
import { TraceKeeper } from './keeper.ts';
import { ENDED, SPAN_BROKEN, SPAN_OUTCOME, SPAN_WEIGHT, type Spans, TRIED } from './spans.ts';

export class TraceBook {
  private readonly spans: Spans;
  private readonly path: CriticalPath;
  private readonly breakdown = new Breakdown();
  /** Only the first replication keeps any. */
  private readonly keeper: TraceKeeper | null;

  constructor({ traces, seed }: Network, replication: number, spans: Spans, stationInts: Int32Array) {
    this.spans = spans;
    this.path = new CriticalPath(spans, stationInts);
    this.keeper = traces > 0 && replication === 0 ? new TraceKeeper(spans, this.path, { traces, seed }) : null;
  }

  /** The tree below the root is whole. */
  take(root: number): void {
    const { ints, doubles } = this.spans;
    if (ints[root + SPAN_BROKEN] !== 0) return;
    const weight = ints[root + SPAN_WEIGHT]!;
    if (weight > 0 && ints[root + SPAN_OUTCOME] === OK) {
      this.path.walk(root);
      this.breakdown.add(this.path, doubles[root + ENDED]! - doubles[root + TRIED]!, weight);
    }
    this.keeper?.take(root);
  }

  /** The figures cover what ends in the window. */
  startWindow(): void {
    this.breakdown.clear();
    this.keeper?.clear();
  }

  /** `meanMs` is the mean response of all requests. */
  drawUp(meanMs: number | null): Pick<ReplicationRecord, 'breakdown' | 'traces'> {
    return { breakdown: this.breakdown.drawUp(meanMs), traces: this.keeper?.drawUp() ?? [] };
  }
}
