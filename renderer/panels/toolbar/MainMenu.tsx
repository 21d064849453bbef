// The ☰ menu: every command by its menu, for hosts without a menu bar of their own.
import { ChevronRight, Menu } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { commands } from '../../../src/commands/index.ts';
import { menuEntries } from '../../../src/commands/menu.ts';
import type { Command } from '../../../src/commands/command.ts';
import { recentCommands } from '../../../src/commands/file.ts';
import { runCommand } from '../../commands/run-command.ts';
import { useSession } from '../../state/session.ts';
import { IconButton } from '../../theme/Button.tsx';
import { t } from '../../texts.ts';
import { MenuItems } from './MenuItems.tsx';

const MENUS = ['file', 'edit', 'view', 'simulate', 'export', 'help'] as const satisfies readonly Command['menu'][];

function Submenu({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className="menu-item">
        {title}
        <ChevronRight size={14} aria-hidden="true" />
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent className="menu" sideOffset={4} collisionPadding={8}>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

function Recent() {
  const recent = useSession((state) => state.recent);
  if (recent.length === 0) return null;
  return (
    <>
      <Radix.Separator className="menu-separator" />
      <Submenu title={t('shell.openRecent')}>
        {recentCommands(recent).map((command) => (
          <Radix.Item key={command.id} className="menu-item" onSelect={() => runCommand(command)}>
            {command.what}
          </Radix.Item>
        ))}
      </Submenu>
    </>
  );
}

function Entries({ entries }: { readonly entries: ReturnType<typeof menuEntries> }) {
  return entries.map((entry) =>
    'commands' in entry ? (
      <Submenu key={entry.part} title={t(`shell.menuParts.${entry.part}`)}>
        <MenuItems as={Radix.Item} commands={entry.commands} onChoose={runCommand} />
      </Submenu>
    ) : (
      <MenuItems key={entry.id} as={Radix.Item} commands={[entry]} onChoose={runCommand} />
    ),
  );
}

export function MainMenu() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Radix.Root open={isOpen} onOpenChange={setOpen}>
      <Radix.Trigger asChild>
        <IconButton icon={Menu} label={t('shell.menu')} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" align="start" sideOffset={4}>
          {MENUS.map((name) => (
            <Submenu key={name} title={t(`shell.menus.${name}`)}>
              <Entries entries={menuEntries(commands, name)} />
              {name === 'file' && <Recent />}
            </Submenu>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
