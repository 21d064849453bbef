// A browser is where requests begin: it never queues, and nothing of ours runs there.
import { defineKind } from '../kind.ts';

export const webClient = defineKind({
  key: 'web-client',
  title: 'Web client',
  family: 'entry',
  help: 'A browser in which people use the system.',
  look: { icon: 'monitor', mermaid: 'rounded', c4: 'Person' },
  starter: { capacity: { concurrency: 10000 } },
  behaviour: { station: 'server', entry: true },
  workload: null,
});
