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
  {
    id: 'simulate.saveFigures',
    title: 'Save figures…',
    menu: 'simulate',
    words: ['csv', 'svg', 'png', 'table', 'chart', 'picture', 'data', 'export'],
    enabled: (context) => context.hasResult,
    run: (context) => context.results.saveFigures(),
  },
  {
    id: 'simulate.saveReport',
    title: 'Save a report…',
    menu: 'simulate',
    words: ['html', 'page', 'print', 'share'],
    enabled: (context) => context.hasResult,
    run: (context) => context.results.saveReport(),
  },
  {
    id: 'simulate.pin',
    title: 'Pin the run to compare, or let it go',
    menu: 'simulate',
    words: ['compare', 'difference', 'history'],
    enabled: (context) => context.hasResult,
    run: (context) => context.results.pin(),
  },
];
