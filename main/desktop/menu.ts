// The native menu, drawn from the list of commands; choosing one sends its id to the window, which runs it.
import type { MenuItemConstructorOptions } from 'electron';
import type { Command } from '../../src/commands/command.ts';
import { menuEntries } from '../../src/commands/menu.ts';

type MenuName = NonNullable<Command['menu']>;
type Item = MenuItemConstructorOptions;

const menus: readonly { readonly name: MenuName; readonly label: string }[] = [
  { name: 'file', label: 'File' },
  { name: 'edit', label: 'Edit' },
  { name: 'view', label: 'View' },
  { name: 'simulate', label: 'Simulate' },
  { name: 'export', label: 'Export' },
  { name: 'help', label: 'Help' },
];

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Tools for developers, where the app runs from a checkout. */
  readonly withTools: boolean;
  readonly choose: (commandId: string) => void;
}

export function menuTemplate(commands: readonly Command[], options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin';
  const drawn = menus.map(({ name, label }) => ({
    label,
    ...(name === 'help' ? { role: 'help' as const } : {}),
    submenu: [
      ...menuEntries(commands, name).flatMap((entry) => {
        if ('commands' in entry)
          return { label: entry.title, submenu: entry.commands.map((command) => item(command, options.choose)) };
        // The system has entries of its own for these, which work in text fields as well.
        return entry.isNative === true ? [] : item(entry, options.choose);
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
function item(command: Command, choose: (commandId: string) => void): Item {
  const accelerator = command.keys?.[0]?.replace(/^Mod\b/, 'CmdOrCtrl');
  return {
    id: command.id,
    label: command.title,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => {
      choose(command.id);
    },
  };
}
