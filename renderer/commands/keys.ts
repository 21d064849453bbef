// Shortcuts: how a key press is matched with the keys of a command, how they are shown, and whose a key press is.
import type { Command } from '../../src/commands/command.ts';

/** What is read of a key press. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export const isMac: boolean = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

interface Combination {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

function parse(keys: string): Combination {
  const parts = keys.split(/\+(?=.)/);
  const key = (parts.at(-1) ?? '').toLowerCase();
  return { mod: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt'), key };
}

/** Digits and letters by their place on the keyboard as well, since Shift or Alt turns them into other characters. */
function namesOf({ key, code }: KeyPress): readonly string[] {
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase();
  const name = key === ' ' ? 'space' : key.toLowerCase();
  return place === undefined ? [name] : [name, place];
}

export function matches(press: KeyPress, keys: string, mac = isMac): boolean {
  const wanted = parse(keys);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  if (otherMod || mod !== wanted.mod || press.altKey !== wanted.alt) return false;
  if (!namesOf(press).includes(wanted.key)) return false;
  // Signs such as + need Shift on some keyboards and not on others.
  return press.shiftKey === wanted.shift || /^[^a-z0-9]$/.test(wanted.key);
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** As a person reads it: `Ctrl+Z`, or `⌘Z` on a Mac. */
export function shownKeys(keys: string | undefined, mac = isMac): string | undefined {
  if (keys === undefined) return undefined;
  const parts = keys.split(/\+(?=.)/);
  return mac
    ? parts.map((part) => MAC_SIGNS[part] ?? part).join('')
    : parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
}

export function commandFor(press: KeyPress, commands: readonly Command[], mac = isMac): Command | null {
  return commands.find(({ keys }) => keys?.some((combination) => matches(press, combination, mac))) ?? null;
}

const WITH_TEXT = new Set(['a', 'c', 'v', 'x', 'backspace', 'delete', 'home', 'end']);
const UNDO_OF_TEXT = new Set(['y', 'z']);

/**
 * Whether a text field needs this key press for itself. Undo is the field's own only while something in it is typed and
 * not yet taken; after that it is the design's.
 */
export function belongsToText({ key, ctrlKey, metaKey }: KeyPress, isTyping: boolean): boolean {
  const name = key.toLowerCase();
  if (/^f\d+$/.test(name)) return false;
  if (UNDO_OF_TEXT.has(name) && (ctrlKey || metaKey)) return isTyping;
  return (!ctrlKey && !metaKey) || WITH_TEXT.has(name) || name.startsWith('arrow');
}
