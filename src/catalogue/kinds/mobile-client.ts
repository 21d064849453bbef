// A phone is where requests begin: it never queues, and nothing of ours runs there.
import { defineKind } from '../kind.ts';

export const mobileClient = defineKind({
  key: 'mobile-client',
  title: 'Mobile client',
  family: 'entry',
  help: 'An app on a phone or tablet.',
  look: { icon: 'smartphone', mermaid: 'rounded', c4: 'Person' },
  starter: { capacity: { concurrency: 10000 } },
  behaviour: { station: 'server', entry: true },
  workload: null,
});
