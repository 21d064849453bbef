// Changing the keys of a command: what a combination may be, whose it is already, and going back.
import type { Command } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/index.ts';
import { choose, settingsStore } from '../state/settings.ts';
import { keysOf } from './command-texts.ts';

/** A combination that would be typed into every text field is none; the canvas alone takes single keys. */
export function isUsable(keys: string): boolean {
  return /(?:Mod|Ctrl|Alt)\+/.test(keys) || /^(?:Shift\+)?F\d+$/.test(keys) || /^(?:Shift\+)?[A-Z]$/.test(keys);
}

/** The other command that has these keys now; null where they are free. */
export function ownerOf(keys: string, except: string): Command | null {
  return commands.find((command) => command.id !== except && keysOf(command).includes(keys)) ?? null;
}

function changed(shortcuts: Readonly<Record<string, string[]>>, command: Command, keys: readonly string[]) {
  const { [command.id]: _before, ...others } = shortcuts;
  const isOwn = keys.join(' ') === (command.keys ?? []).join(' ');
  return isOwn ? others : { ...others, [command.id]: [...keys] };
}

/** The command has these keys alone from now on; another one that had them loses them. */
export function giveKeys(command: Command, keys: string | null): void {
  let { shortcuts } = settingsStore.getState();
  const owner = keys === null ? null : ownerOf(keys, command.id);
  if (owner)
    shortcuts = changed(
      shortcuts,
      owner,
      keysOf(owner).filter((other) => other !== keys),
    );
  choose({ shortcuts: changed(shortcuts, command, keys === null ? [] : [keys]) });
}

/** Back to the keys that the command came with; another that has taken them gives them back. */
export function resetKeys(command: Command): void {
  let { shortcuts } = settingsStore.getState();
  for (const keys of command.keys ?? []) {
    const owner = ownerOf(keys, command.id);
    if (owner)
      shortcuts = changed(
        shortcuts,
        owner,
        keysOf(owner).filter((other) => other !== keys),
      );
  }
  choose({ shortcuts: changed(shortcuts, command, command.keys ?? []) });
}

export function resetAllKeys(): void {
  choose({ shortcuts: {} });
}
