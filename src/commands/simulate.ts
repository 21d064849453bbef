// The Simulate menu: starting the run of the scenario at hand, stopping it, and seeing again what it did.
import type { Command } from './command.ts';

export const simulateCommands: readonly Command[] = [
  {
    id: 'simulate.run',
    contexts: ['canvas'],
    menu: 'simulate',
    keys: ['Mod+Enter'],
    words: ['run', 'start', 'scenario', 'load'],
    enabled: (context) => !context.running && context.design.components.length > 0,
    run: (context) => context.simulation.run(),
  },
  {
    id: 'simulate.stop',
    menu: 'simulate',
    keys: ['Mod+.'],
    words: ['cancel', 'abort', 'simulation'],
    enabled: (context) => context.running,
    run: (context) => context.simulation.stop(),
  },
  {
    id: 'simulate.replay',
    menu: 'simulate',
    keys: ['Mod+Shift+Enter'],
    words: ['play', 'pause', 'time', 'animation', 'film'],
    enabled: (context) => context.hasResult,
    run: (context) => context.simulation.replay(),
  },
];
