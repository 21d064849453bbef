// A system of somebody else: it calls us or is called, and answers in its own time.
import { defineKind } from '../kind.ts';

export const externalSystem = defineKind({
  key: 'external-system',
  title: 'External system',
  family: 'entry',
  help: 'A system that somebody else runs, which calls this one or is called by it.',
  look: { icon: 'globe', mermaid: 'rect', c4: 'System_Ext' },
  starter: { capacity: { concurrency: 1000 }, service: { distribution: 'lognormal', meanMs: 80, scv: 1 } },
  behaviour: { station: 'server', entry: true },
  workload: null,
});
