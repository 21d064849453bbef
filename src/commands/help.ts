// The Help menu: one page of commands, shortcuts and terms.
import type { Command } from './command.ts';

export const helpCommands: readonly Command[] = [
  {
    id: 'help.open',
    title: 'Help: commands, shortcuts and terms',
    menu: 'help',
    keys: ['F1'],
    words: ['glossary', 'keyboard', 'queueing', 'manual'],
    run: (context) => context.view.openHelp(),
  },
];
