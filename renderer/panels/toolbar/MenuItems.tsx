// The entries of a menu, drawn from the list of commands: title, shortcut, and off where there is nothing to act on.
import type { ComponentType, ReactNode } from 'react';
import type { Command } from '../../../src/commands/command.ts';
import { commandContext } from '../../commands/context.ts';
import { shownKeysOf, titleOf } from '../../commands/command-texts.ts';

/** The item of a dropdown or a context menu; both take the same. */
type Item = ComponentType<{ className: string; disabled: boolean; onSelect: () => void; children: ReactNode }>;

interface MenuItemsProps {
  readonly as: Item;
  readonly commands: readonly Command[];
  readonly onChoose: (command: Command) => void;
}

export function MenuItems({ as: Item, commands, onChoose }: MenuItemsProps) {
  const context = commandContext();
  return commands.map((command) => (
    <Item
      key={command.id}
      className="menu-item"
      disabled={!(command.enabled?.(context) ?? true)}
      onSelect={() => onChoose(command)}
    >
      {titleOf(command)}
      <span className="menu-item-keys">{shownKeysOf(command)}</span>
    </Item>
  ));
}
