// A command line is where requests begin, at the machine of whoever types.
import { defineKind } from '../kind.ts';

export const cli = defineKind({
  key: 'cli',
  title: 'Command line',
  family: 'entry',
  help: 'A command that people and scripts run on their own machines.',
  look: { icon: 'terminal', mermaid: 'rounded', c4: 'Person' },
  starter: { capacity: { concurrency: 1000 } },
  behaviour: { station: 'server', entry: true },
  workload: null,
});
