// ELK in a thread of its own, so that arranging hundreds of components leaves the window at hand; where no thread is to be
// had, in this one.
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import ElkWorker from 'elkjs/lib/elk-worker.min.js?worker';
import type { LayoutEngine } from '../../src/layout/layout-design.ts';

let kept: Promise<LayoutEngine> | null = null;

/** Loaded when it is first needed, and kept. */
export function layoutEngine(): Promise<LayoutEngine> {
  kept ??= start();
  return kept;
}

async function start(): Promise<LayoutEngine> {
  const { default: Elk } = await import('elkjs/lib/elk-api.js');
  const worker = new ElkWorker();
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the layout thread failed')));
  });
  failed.catch(() => undefined);
  const elk = new Elk({ workerFactory: () => worker });
  // What the thread cannot answer, since it never came up, is laid out here.
  return {
    layout: (graph) => Promise.race([elk.layout(structuredClone(graph)), failed]).catch(() => layoutHere(graph)),
  };
}

async function layoutHere(graph: ElkNode): Promise<ElkNode> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  return new Elk().layout(graph);
}
