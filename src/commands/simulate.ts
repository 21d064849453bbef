// The Simulate menu: running the scenario at hand, stopping it, seeing again what it did, and what it is.
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
    id: 'simulate.onEveryEdit',
    menu: 'simulate',
    words: ['live', 'automatic', 'auto', 'switch'],
    run: (context) => context.simulation.toggleOnEdit(),
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
    menu: 'simulate',
    words: ['csv', 'svg', 'png', 'table', 'chart', 'picture', 'data', 'export'],
    enabled: (context) => context.hasResult,
    run: (context) => context.results.saveFigures(),
  },
  {
    id: 'simulate.saveReport',
    menu: 'simulate',
    words: ['html', 'page', 'print', 'share'],
    enabled: (context) => context.hasResult,
    run: (context) => context.results.saveReport(),
  },
  {
    id: 'simulate.pin',
    menu: 'simulate',
    words: ['compare', 'difference', 'history'],
    enabled: (context) => context.hasResult,
    run: (context) => context.results.pin(),
  },
  {
    id: 'simulate.timeline',
    menu: 'simulate',
    words: ['scenario', 'arrivals', 'faults', 'rollouts', 'profile', 'draw'],
    enabled: (context) => (context.design.scenarios ?? []).length > 0,
    run: (context) => context.view.openTimeline(),
  },
  {
    id: 'simulate.compareScenarios',
    menu: 'simulate',
    words: ['difference', 'diff', 'side by side'],
    enabled: (context) => (context.design.scenarios ?? []).length > 1,
    run: (context) => context.view.compareScenarios(),
  },
];
