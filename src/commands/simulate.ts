// The Simulate menu: running the scenario at hand, stopping it, seeing again what it did, and what it is.
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
  {
    id: 'simulate.onEveryEdit',
    title: 'Simulate on every edit',
    menu: 'simulate',
    words: ['live', 'automatic', 'auto', 'switch'],
    run: (context) => context.simulation.toggleOnEdit(),
  },
  {
    id: 'simulate.replay',
    title: 'Replay the run',
    menu: 'simulate',
    keys: ['Mod+Shift+Enter'],
    words: ['play', 'pause', 'time', 'animation', 'film'],
    enabled: (context) => context.hasResult,
    run: (context) => context.simulation.replay(),
  },
  {
    id: 'simulate.timeline',
    title: 'Open the timeline',
    menu: 'simulate',
    words: ['scenario', 'arrivals', 'faults', 'rollouts', 'profile', 'draw'],
    enabled: (context) => (context.design.scenarios ?? []).length > 0,
    run: (context) => context.view.openTimeline(),
  },
  {
    id: 'simulate.compareScenarios',
    title: 'Compare scenarios…',
    menu: 'simulate',
    words: ['difference', 'diff', 'side by side'],
    enabled: (context) => (context.design.scenarios ?? []).length > 1,
    run: (context) => context.view.compareScenarios(),
  },
];
