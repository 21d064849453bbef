// A menu as it is drawn: its commands in the order of the list, and each part of it as a menu of its own at the end.
import type { Command } from './command.ts';

export interface MenuPart {
  readonly part: NonNullable<Command['part']>;
  readonly commands: readonly Command[];
}

const PARTS: readonly NonNullable<Command['part']>[] = ['select', 'arrange'];

export function menuEntries(
  commands: readonly Command[],
  menu: NonNullable<Command['menu']>,
): readonly (Command | MenuPart)[] {
  const all = commands.filter((command) => command.menu === menu);
  const parts = PARTS.map((part) => ({ part, commands: all.filter((command) => command.part === part) }));
  return [...all.filter(({ part }) => part === undefined), ...parts.filter((part) => part.commands.length > 0)];
}
