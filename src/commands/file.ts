// The File menu: opening, saving, and new designs from templates.
import type { Command } from './command.ts';

export const fileCommands: readonly Command[] = [
  {
    id: 'file.new',
    title: 'New from template…',
    menu: 'file',
    keys: ['Mod+N', 'Mod+Alt+N'],
    words: ['create', 'starter', 'example'],
    run: (context) => context.view.openTemplates(),
  },
  {
    id: 'file.open',
    title: 'Open…',
    menu: 'file',
    keys: ['Mod+O'],
    words: ['file', 'load'],
    run: (context) => context.file.open(),
  },
  {
    id: 'file.save',
    title: 'Save',
    menu: 'file',
    keys: ['Mod+S'],
    words: ['file', 'write', 'store'],
    enabled: (context) => !context.readOnly,
    run: (context) => context.file.save(),
  },
  {
    id: 'file.saveAs',
    title: 'Save as…',
    menu: 'file',
    keys: ['Mod+Shift+S'],
    words: ['file', 'copy'],
    enabled: (context) => !context.readOnly,
    run: (context) => context.file.saveAs(),
  },
  {
    id: 'file.versions',
    title: 'Versions…',
    menu: 'file',
    keys: ['Mod+Alt+V'],
    words: ['history', 'snapshot', 'earlier', 'restore', 'backup'],
    run: (context) => context.file.versions(),
  },
  {
    id: 'file.compare',
    title: 'Compare with a file…',
    menu: 'file',
    words: ['difference', 'diff', 'changes'],
    run: (context) => context.file.compare(),
  },
  {
    id: 'file.recovered',
    title: 'Unsaved work…',
    menu: 'file',
    words: ['recover', 'crash', 'restore', 'lost'],
    run: (context) => context.file.recovered(),
  },
  {
    id: 'file.close',
    title: 'Close the design',
    menu: 'file',
    keys: ['Mod+W'],
    words: ['quit', 'window', 'empty'],
    run: (context) => context.file.close(),
  },
];

/** One entry for each starter design; the host knows which there are. */
export function templateCommands(templates: readonly { readonly id: string; readonly name: string }[]): Command[] {
  return templates.map(({ id, name }) => ({
    id: `template.${id}`,
    title: `New design: ${name}`,
    menu: null,
    words: ['template', 'starter', 'create'],
    run: (context) => context.file.newFromTemplate(id),
  }));
}
