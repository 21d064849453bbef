// The File menu: opening, saving, and new designs from templates.
import type { Command } from './command.ts';

export const fileCommands: readonly Command[] = [
  {
    id: 'file.newEmpty',
    menu: 'file',
    keys: ['Mod+Alt+T'],
    words: ['blank', 'create', 'tab'],
    run: (context) => context.file.newEmpty(),
  },
  {
    id: 'file.new',
    menu: 'file',
    keys: ['Mod+N', 'Mod+Alt+N'],
    words: ['create', 'starter', 'example'],
    run: (context) => context.view.openTemplates(),
  },
  {
    id: 'file.open',
    menu: 'file',
    keys: ['Mod+O'],
    words: ['file', 'load'],
    run: (context) => context.file.open(),
  },
  {
    id: 'file.save',
    contexts: ['tab'],
    menu: 'file',
    keys: ['Mod+S'],
    words: ['file', 'write', 'store'],
    enabled: (context) => !context.readOnly,
    run: (context) => context.file.save(),
  },
  {
    id: 'file.saveAs',
    contexts: ['tab'],
    menu: 'file',
    keys: ['Mod+Shift+S'],
    words: ['file', 'copy'],
    enabled: (context) => !context.readOnly,
    run: (context) => context.file.saveAs(),
  },
  {
    id: 'file.versions',
    menu: 'file',
    keys: ['Mod+Alt+V'],
    words: ['history', 'snapshot', 'earlier', 'restore', 'backup'],
    run: (context) => context.file.versions(),
  },
  {
    id: 'file.compare',
    menu: 'file',
    words: ['difference', 'diff', 'changes'],
    run: (context) => context.file.compare(),
  },
  {
    id: 'file.recovered',
    menu: 'file',
    words: ['recover', 'crash', 'restore', 'lost'],
    run: (context) => context.file.recovered(),
  },
  {
    id: 'file.close',
    contexts: ['tab'],
    menu: 'file',
    keys: ['Mod+W', 'Mod+Alt+W'],
    words: ['quit', 'tab', 'empty'],
    enabled: (context) => context.tabs.count > 0,
    run: (context) => context.file.close(),
  },
  {
    id: 'file.closeOthers',
    menu: 'file',
    contexts: ['tab'],
    words: ['tab', 'tabs'],
    enabled: (context) => context.tabs.count > 1,
    run: (context) => context.tabs.closeOthers(),
  },
  {
    id: 'file.reopen',
    menu: 'file',
    keys: ['Mod+Shift+T', 'Mod+Alt+Shift+T'],
    contexts: ['tab'],
    words: ['tab', 'undo', 'back'],
    enabled: (context) => context.tabs.canReopen,
    run: (context) => context.tabs.reopen(),
  },
  {
    id: 'file.newWindow',
    menu: 'file',
    keys: ['Mod+Shift+N', 'Mod+Alt+Shift+N'],
    words: ['second', 'screen'],
    run: (context) => context.window.open(),
  },
  {
    id: 'file.settings',
    menu: 'file',
    keys: ['Mod+,'],
    words: ['language', 'Deutsch', 'Sprache', 'theme', 'dark', 'shortcuts', 'preferences', 'options'],
    run: (context) => context.view.openSettings(),
  },
];

/** One entry for each file that was open before. */
export function recentCommands(recent: readonly { readonly path: string; readonly name: string }[]): Command[] {
  return recent.map(({ path, name }) => ({
    id: `recent.${path}`,
    textId: 'recent',
    what: name,
    menu: null,
    words: ['recent', 'file', path],
    run: (context) => context.file.openRecent(path),
  }));
}

/** One entry for each starter design; the host knows which there are. */
export function templateCommands(templates: readonly { readonly id: string; readonly name: string }[]): Command[] {
  return templates.map(({ id, name }) => ({
    id: `template.${id}`,
    textId: 'template',
    what: name,
    menu: null,
    words: ['template', 'starter', 'create'],
    run: (context) => context.file.newFromTemplate(id),
  }));
}
