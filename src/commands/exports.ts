// The Export menu: one entry for each format, drawn from the list of exporters.
import { exporters } from '../exporters/index.ts';
import type { Command } from './command.ts';

export const exportCommands: readonly Command[] = [
  {
    id: 'export.open',
    menu: 'export',
    keys: ['Mod+E'],
    words: ['generate', 'files', 'preview'],
    run: (context) => context.view.showTab('export'),
  },
  ...exporters.map(({ id, title, description }): Command => ({
    id: `export.${id}`,
    textId: 'export',
    what: title,
    menu: 'export',
    words: [description],
    run: (context) => context.exports.show(id),
  })),
];
