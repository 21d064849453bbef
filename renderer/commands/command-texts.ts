// What a command says and which keys it has, for the person who looks at it now: in the chosen language, with the chosen
// shortcuts.
import { commandText, type Command } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/index.ts';
import { settingsStore } from '../state/settings.ts';
import { currentLanguage } from '../texts.ts';
import { shownKeys } from './keys.ts';

export function titleOf(command: Command): string {
  return commandText(command, currentLanguage()).title;
}

export function helpOf(command: Command): string {
  return commandText(command, currentLanguage()).help;
}

/** The chosen keys, else those that the command came with. */
export function keysOf(command: Command): readonly string[] {
  return settingsStore.getState().shortcuts[command.id] ?? command.keys ?? [];
}

/** The first of its keys as it is shown; undefined where it has none. */
export function shownKeysOf(command: Command): string | undefined {
  return shownKeys(keysOf(command)[0]);
}

export function shownKeysOfId(id: string): string | undefined {
  const command = commands.find((candidate) => candidate.id === id);
  return command && shownKeysOf(command);
}
