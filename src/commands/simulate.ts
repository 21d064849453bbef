// The Simulate menu: starting the run of the scenario at hand, and stopping it.
import type { Command } from './command.ts';

export const simulateCommands: readonly Command[] = [
  {
    id: 'simulate.run',
    title: 'Simulate',
    menu: 'simulate',
    keys: ['Mod+Enter'],
    words: ['run', 'start', 'scenario', 'load'],
    enabled: (context) => !context.running && context.design.components.length > 0,
    run: (context) => context.simulation.run(),
  },
  {
    id: 'simulate.stop',
    title: 'Stop',
    menu: 'simulate',
    keys: ['Mod+.'],
    words: ['cancel', 'abort', 'simulation'],
    enabled: (context) => context.running,
    run: (context) => context.simulation.stop(),
  },
];
