// The Help menu: one page of commands, shortcuts and terms, and the tour of the first start.
import type { Command } from './command.ts';

export const helpCommands: readonly Command[] = [
  {
    id: 'help.open',
    menu: 'help',
    keys: ['F1'],
    words: ['glossary', 'keyboard', 'queueing', 'manual'],
    run: (context) => context.view.openHelp(),
  },
  {
    id: 'help.tour',
    menu: 'help',
    words: ['introduction', 'first', 'steps', 'guide'],
    run: (context) => context.view.startTour(),
  },
];
