// The ☰ menu: every command by its menu, for hosts without a menu bar of their own.
import { ChevronRight, Menu } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { useState } from 'react';
import { commands } from '../../../src/commands/index.ts';
import { menuEntries } from '../../../src/commands/menu.ts';
import type { Command } from '../../../src/commands/command.ts';
import { commandContext } from '../../commands/context.ts';
import { shownKeys } from '../../commands/keys.ts';
import { runCommand } from '../../commands/run-command.ts';
import { IconButton } from '../../theme/Button.tsx';

const MENUS: readonly { readonly name: NonNullable<Command['menu']>; readonly title: string }[] = [
  { name: 'file', title: 'File' },
  { name: 'edit', title: 'Edit' },
  { name: 'view', title: 'View' },
  { name: 'simulate', title: 'Simulate' },
  { name: 'export', title: 'Export' },
  { name: 'help', title: 'Help' },
];

function Item({ command }: { readonly command: Command }) {
  const isEnabled = command.enabled?.(commandContext()) ?? true;
  return (
    <Radix.Item className="menu-item" disabled={!isEnabled} onSelect={() => runCommand(command)}>
      {command.title}
      <span className="menu-item-keys">{shownKeys(command.keys?.[0])}</span>
    </Radix.Item>
  );
}

function Part({ title, commands }: { readonly title: string; readonly commands: readonly Command[] }) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className="menu-item">
        {title}
        <ChevronRight size={14} aria-hidden="true" />
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent className="menu" sideOffset={4}>
          {commands.map((command) => (
            <Item key={command.id} command={command} />
          ))}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

export function MainMenu() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Radix.Root open={isOpen} onOpenChange={setOpen}>
      <Radix.Trigger asChild>
        <IconButton icon={Menu} label="Menu" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" align="start" sideOffset={4}>
          {MENUS.map(({ name, title }) => (
            <Radix.Sub key={name}>
              <Radix.SubTrigger className="menu-item">
                {title}
                <ChevronRight size={14} aria-hidden="true" />
              </Radix.SubTrigger>
              <Radix.Portal>
                <Radix.SubContent className="menu" sideOffset={4}>
                  {menuEntries(commands, name).map((entry) =>
                    'commands' in entry ? (
                      <Part key={entry.title} title={entry.title} commands={entry.commands} />
                    ) : (
                      <Item key={entry.id} command={entry} />
                    ),
                  )}
                </Radix.SubContent>
              </Radix.Portal>
            </Radix.Sub>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
