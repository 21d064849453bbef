// Running a command by its object, its id, or a key press.
import type { Command } from '../../src/commands/command.ts';
import { recentCommands, templateCommands } from '../../src/commands/file.ts';
import { commands } from '../../src/commands/index.ts';
import { panelsStore } from '../state/panels.ts';
import { sessionStore } from '../state/session.ts';
import { commandContext } from './context.ts';
import { keysOf } from './command-texts.ts';
import { belongsToText, commandFor } from './keys.ts';
import { isTextField } from './text-field.ts';

export function allCommands(): readonly Command[] {
  const { templates, recent } = sessionStore.getState();
  return [...commands, ...templateCommands(templates), ...recentCommands(recent)];
}

export function runCommand(command: Command): void {
  const context = commandContext();
  if (command.enabled?.(context) ?? true) command.run(context);
}

export function runCommandById(id: string): void {
  const command = allCommands().find((candidate) => candidate.id === id);
  if (command) runCommand(command);
}

/** A key without Ctrl or Cmd is meant for what has the focus, so only the canvas gives it to a command. */
function isOnCanvas(target: EventTarget | null): boolean {
  if (target === document.body) return true;
  if (!(target instanceof Element) || target.closest('[data-canvas]') === null) return false;
  // A button on the canvas has Enter, Space and the arrows for itself.
  return target.closest('button, [role="button"]') === null;
}

/** The field in which something is typed that has not been taken yet. */
let typingIn: EventTarget | null = null;

/** To be told of every input, and of what ends it. */
export function onTyping(event: Event): void {
  typingIn = event.type === 'input' ? event.target : null;
}

export function onWindowKey(event: KeyboardEvent): void {
  if (event.key === 'Enter' || event.key === 'Escape') typingIn = null;
  if (event.defaultPrevented || panelsStore.getState().dialog !== null) return;
  if (isTextField(event.target) && belongsToText(event, typingIn === event.target)) return;
  const command = commandFor(event, commands, keysOf);
  if (!command || command.isNative === true) return;
  const isPlain = !event.ctrlKey && !event.metaKey && !/^F\d+$/.test(event.key);
  if (isPlain && !isOnCanvas(event.target)) return;
  event.preventDefault();
  runCommand(command);
}
