// The native menu, drawn from the list of commands; choosing one sends its id to the window, which runs it.
import type { MenuItemConstructorOptions } from 'electron';
import { commandText, type Command } from '../../src/commands/command.ts';
import { texts, type Language } from '../../src/texts/index.ts';
import { menuEntries } from '../../src/commands/menu.ts';

type MenuName = NonNullable<Command['menu']>;
type Item = MenuItemConstructorOptions;

const menus: readonly MenuName[] = ['file', 'edit', 'view', 'simulate', 'export', 'help'];

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Tools for developers, where the app runs from a checkout. */
  readonly withTools: boolean;
  readonly language: Language;
  /** The keys that the person has given to commands, by their ids. */
  readonly shortcuts: Readonly<Record<string, readonly string[]>>;
  readonly choose: (commandId: string) => void;
}

export function menuTemplate(commands: readonly Command[], options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin';
  const drawn = menus.map((name) => ({
    label: texts[options.language].shell.menus[name],
    ...(name === 'help' ? { role: 'help' as const } : {}),
    submenu: [
      ...menuEntries(commands, name).flatMap((entry) => {
        if ('commands' in entry) {
          const label = texts[options.language].shell.menuParts[entry.part];
          return { label, submenu: entry.commands.map((command) => item(command, options)) };
        }
        // The system has entries of its own for these, which work in text fields as well.
        return entry.isNative === true ? [] : item(entry, options);
      }),
      ...(extras[name]?.(options) ?? []),
    ],
  }));
  const filled = drawn.filter((menu) => menu.submenu.length > 0);
  return isMac ? [{ role: 'appMenu' }, ...filled, { role: 'windowMenu' }] : filled;
}

/** What only the system can do. */
const extras: Partial<Record<MenuName, (options: MenuOptions) => Item[]>> = {
  file: ({ platform }) => (platform === 'darwin' ? [] : [{ type: 'separator' }, { role: 'quit' }]),
  edit: () => [{ type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }],
  view: ({ withTools }) => [
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(withTools ? [{ role: 'toggleDevTools' as const }] : []),
  ],
};

/** The keys are shown but not taken: the window hears them itself, and knows when a text field is to have them. */
function item(command: Command, { language, shortcuts, choose }: MenuOptions): Item {
  const accelerator = (shortcuts[command.id] ?? command.keys)?.[0]?.replace(/^Mod\b/, 'CmdOrCtrl');
  return {
    id: command.id,
    label: commandText(command, language).title,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => {
      choose(command.id);
    },
  };
}
